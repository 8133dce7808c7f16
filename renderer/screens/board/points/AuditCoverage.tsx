import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DotChart, type DotRow } from '../../../components/charts/DotChart.tsx'
import { sampleRate } from '../../../components/charts/sample-rate.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { Rate } from '../blocks/Numbers.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import type { PointData } from '../point-data.ts'
import type { QueueRow } from './audit-queue-view.ts'
import { usePersonName } from './use-names.ts'

type Props = { readonly data: PointData; readonly queue: readonly QueueRow[] }

/** What share of each person's records has been read, with its interval, against the green light. */
export function AuditCoverage({ data, queue }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const intervalText = useIntervalText()
  const personName = usePersonName(data.people)
  const rows = queue.map(({ staffId, reviewed, done }): DotRow<RecordsRef> => {
    const rate = sampleRate(reviewed, done)
    const count = t('charts.followUpAudit.coverageTip', { reviewed, done })
    return {
      key: staffId,
      label: [personName(staffId), format.ratio(rate?.rate ?? null, 0)],
      value: rate?.rate ?? null,
      low: rate?.low ?? null,
      high: rate?.high ?? null,
      isSmall: rate?.isSmall ?? true,
      tip: { title: personName(staffId), lines: rate === null ? [count] : [count, ...intervalText(rate)] },
      ref: reviewed === 0 ? null : { figure: 'followUpAudit.byStaff.reviewed', param: staffId },
    }
  })
  const { greenFrom } = data.tile.threshold
  const line = useMemo(
    () => ({ value: greenFrom, label: t('charts.followUpAudit.green', { share: format.ratio(greenFrom, 0) }) }),
    [greenFrom, t, format],
  )
  const tickText = useMemo(() => (value: number) => format.ratio(value, 0), [format])
  return (
    <DotChart
      note={t('charts.followUpAudit.coverageNote')}
      summary={rows.map(({ label }) => label.join(' ')).join(t('charts.comma'))}
      rows={rows}
      tickText={tickText}
      line={line}
      onOpen={open}
      table={{
        head: [
          t('board.column.person'),
          t('figures.followUpAudit.reviewed.name'),
          t('figures.followUpAudit.done.name'),
          t('figures.followUpAudit.coverage.name'),
        ],
        rows: queue.map(({ staffId, reviewed, done }) => ({
          key: staffId,
          cells: [
            personName(staffId),
            <CountLink key="r" figure="followUpAudit.byStaff.reviewed" value={reviewed} param={staffId} />,
            <CountLink key="d" figure="followUpAudit.byStaff.done" value={done} param={staffId} />,
            <Rate key="c" hits={reviewed} trials={done} />,
          ],
        })),
      }}
    />
  )
}
