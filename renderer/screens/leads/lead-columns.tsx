import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LeadRow } from '../../../shared/contract/leads.ts'
import { type BusinessDate, daysBetween } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { AgoText, DateText, PhoneText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

export function useLeadColumns(): TableColumnsType<LeadRow> {
  const { t } = useTranslation()
  return [
    { title: t('leads.list.grade'), width: 76, render: (_, row) => <GradeTag bucket={row.bucket} /> },
    {
      title: t('leads.list.customer'),
      render: (_, row) => (
        <>
          <Link to={`/leads/${row.leadId}`}>
            <strong>{row.customerName}</strong>
          </Link>
          <div className="np-muted">
            {row.phone === null ? t('leads.list.noPhone') : <PhoneText value={row.phone} />}
          </div>
        </>
      ),
    },
    { title: t('leads.list.model'), render: (_, row) => row.model ?? <span className="np-muted">–</span> },
    {
      title: t('leads.list.owner'),
      render: (_, row) => row.ownerName ?? <span className="fl-amber">{t('leads.page.nobody')}</span>,
    },
    { title: t('leads.list.channel'), dataIndex: 'channelName' },
    { title: t('leads.list.created'), render: (_, row) => <Created on={row.createdOn} /> },
    {
      title: t('leads.list.lastDone'),
      render: (_, row) =>
        row.lastDoneOn === null ? (
          <span className="np-muted">{t('leads.list.never')}</span>
        ) : (
          <AgoText value={row.lastDoneOn} />
        ),
    },
    { title: t('leads.list.due'), render: (_, row) => <Due row={row} /> },
  ]
}

/** A date of another year says its year. */
function Created({ on }: { readonly on: string }) {
  const format = useFormats()
  const { today } = useSession()
  return on.slice(0, 4) === today.slice(0, 4) ? (
    <DateText value={on} />
  ) : (
    <span className="np-num">{format.date(on)}</span>
  )
}

function Due({ row }: { readonly row: LeadRow }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { today } = useSession()
  if (row.dueOn === null)
    return row.status === 'open' ? <span className="np-muted">{t('leads.list.noDate')}</span> : '–'
  const lateDays = daysBetween(row.dueOn as BusinessDate, today as BusinessDate)
  if (lateDays <= 0) return <AgoText value={row.dueOn} />
  return (
    <span className="fl-red np-num" title={format.date(row.dueOn)}>
      {t('leads.list.overdue', { count: lateDays })}
    </span>
  )
}
