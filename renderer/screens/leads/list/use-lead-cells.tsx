import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import { type BusinessDate, daysBetween } from '../../../../shared/values/business-date.ts'
import type { LeadColumn } from '../../../../shared/values/lead-look.ts'
import { useSession } from '../../../api/session.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { PhoneText } from '../../../components/ui/Values.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'

export type LeadCells = (row: LeadRow, column: LeadColumn) => ReactNode

/**
 * What each column says of a lead. The words are fetched once for the whole list and not in every cell: scrolling makes some
 * hundred cells in each frame.
 */
export function useLeadCells(): LeadCells {
  const { t } = useTranslation()
  const { today } = useSession()
  const format = useFormats()
  const labels = useGradeLabels()
  return useMemo(() => {
    const daysSince = (on: string) => daysBetween(on as BusinessDate, today as BusinessDate)
    const ago = (on: string) => {
      const days = daysSince(on)
      const said = { 0: t('common.time.today'), 1: t('common.time.yesterday'), '-1': t('common.time.tomorrow') }[days]
      return said ?? t(days > 0 ? 'common.time.daysAgo' : 'common.time.inDays', { count: Math.abs(days) })
    }
    const date = (on: string, said: string, tone = '') => (
      <span className={`np-num ${tone}`} title={format.date(on)}>
        {said}
      </span>
    )
    const due = (row: LeadRow) => {
      if (row.dueOn === null) return row.status === 'open' ? quiet(t('leads.list.noDate')) : plain(null)
      const late = daysSince(row.dueOn)
      return late > 0
        ? date(row.dueOn, t('leads.list.overdue', { count: late }), 'fl-red')
        : date(row.dueOn, ago(row.dueOn))
    }
    const cells: Readonly<Record<LeadColumn, (row: LeadRow) => ReactNode>> = {
      grade: ({ bucket }) => (
        <span className={`np-grade np-grade-${bucket}`}>
          {labels[bucket] ?? t(`codes.bucket.${bucket as 'ungraded'}`)}
        </span>
      ),
      customer: ({ leadId, customerName }) => (
        <Link to={`/leads/${leadId}`} tabIndex={-1} title={customerName}>
          <strong>{customerName}</strong>
        </Link>
      ),
      phone: ({ phone }) => (phone === null ? quiet(t('leads.list.noPhone')) : <PhoneText value={phone} />),
      wechat: ({ wechat }) => plain(wechat),
      model: ({ model }) => plain(model),
      stage: ({ stage }) =>
        stage === null ? quiet(t('leadList.grid.unknownStage')) : plain(t(`codes.stage.${stage}`)),
      status: ({ status }) => plain(t(`codes.status.${status}`)),
      owner: ({ ownerName }) => ownerName ?? <span className="fl-amber">{t('leads.page.nobody')}</span>,
      channel: ({ channelName }) => plain(channelName),
      // A date of another year says its year, in the shortest form there is.
      created: ({ createdOn: on }) => date(on, on.slice(0, 4) === today.slice(0, 4) ? format.dayMonth(on) : on),
      lastDone: ({ lastDoneOn: on }) => (on === null ? quiet(t('leads.list.never')) : date(on, ago(on))),
      silence: ({ touchedOn: on }) => date(on, t('leadList.grid.silentDays', { count: Math.max(0, daysSince(on)) })),
      due,
    }
    return (row, column) => cells[column](row)
  }, [t, today, format, labels])
}

function quiet(text: string): ReactNode {
  return <span className="np-muted">{text}</span>
}

function plain(text: string | null): ReactNode {
  if (text === null) return quiet('–')
  return <span title={text}>{text}</span>
}
