import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { endOf } from '../../../../shared/domain/facts.ts'
import { useSession } from '../../../api/session.ts'
import { type BarPart, type BarRow, PersonBars } from '../../../components/charts/PersonBars.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import type { PointData } from '../point-data.ts'
import { type QueueRow, VERDICTS } from './audit-queue-view.ts'
import { usePersonName } from './use-names.ts'

type Props = { readonly data: PointData; readonly queue: readonly QueueRow[] }

/** Whose records have been read, whose wait and for how long, and the way to them. */
export function AuditQueue({ data, queue }: Props) {
  const { t } = useTranslation()
  const { can } = useSession()
  const open = useOpenRecords()
  const colours = useChartColours()
  const personName = usePersonName(data.people)
  const rowOf = useRowOf(personName)
  const rows = useMemo(() => queue.map(rowOf), [queue, rowOf])
  const parts = useMemo(() => partsOf(colours), [colours])
  const verdictName = (verdict: (typeof VERDICTS)[number]) => t(`charts.followUpAudit.verdict.${verdict}`)
  return (
    <>
      <PersonBars
        note={t(can(MANAGERS) ? 'charts.followUpAudit.queueNote' : 'charts.followUpAudit.ownQueueNote')}
        summary={t('charts.followUpAudit.queueSummary', {
          values: rows.map(({ label, text }) => `${label[0]} ${text}`).join(t('charts.comma')),
        })}
        parts={parts}
        rows={rows}
        roomPx={172}
        legend={parts.map(({ key, ...look }) => ({ ...look, name: verdictName(key) }))}
        onOpen={open}
        table={{
          head: [t('board.column.person'), ...VERDICTS.map(verdictName), t('charts.followUpAudit.oldest')],
          rows: queue.map(({ staffId, marks, oldest }) => ({
            key: staffId,
            cells: [
              personName(staffId),
              ...VERDICTS.map((verdict) => (
                <CountLink
                  key={verdict}
                  figure="followUpAudit.verdicts"
                  value={marks[verdict]?.count ?? 0}
                  param={marks[verdict]?.param ?? ''}
                />
              )),
              <Oldest key="oldest" oldest={oldest} />,
            ],
          })),
        }}
      />
      <ReviewLinks data={data} queue={queue} />
    </>
  )
}

function partsOf(colours: ChartColours): readonly (BarPart & { readonly key: (typeof VERDICTS)[number] })[] {
  return [
    { key: 'approved', colour: colours.main, shape: 'box' },
    { key: 'rejected', colour: colours.series[1], shape: 'box' },
    { key: 'waiting', colour: colours.edge, shape: 'hatch' },
  ]
}

function useRowOf(personName: (staffId: string) => string): (row: QueueRow) => BarRow<RecordsRef> {
  const { t } = useTranslation()
  return useMemo(
    () =>
      ({ staffId, marks, oldest }) => ({
        key: staffId,
        label: [personName(staffId)],
        text:
          oldest === null
            ? t('charts.followUpAudit.allRead')
            : t('charts.followUpAudit.waiting', { count: marks.waiting?.count ?? 0, days: oldest.days }),
        marks: Object.fromEntries(
          VERDICTS.flatMap((verdict) => {
            const mark = marks[verdict]
            if (mark === undefined) return []
            const lines = [`${t(`charts.followUpAudit.verdict.${verdict}`)} ${mark.count}`]
            const ref = { figure: 'followUpAudit.verdicts', param: mark.param } as const
            return [[verdict, { value: mark.count, tip: { title: personName(staffId), lines }, ref }]]
          }),
        ),
      }),
    [t, personName],
  )
}

/** The records of the day that has waited longest. */
function Oldest({ oldest }: Pick<QueueRow, 'oldest'>) {
  const { t } = useTranslation()
  if (oldest === null) return '–'
  return (
    <>
      <CountLink figure="followUpAudit.verdictsByDay" value={oldest.count} param={oldest.param} />{' '}
      {t('charts.followUpAudit.oldestDays', { days: oldest.days })}
    </>
  )
}

/** Into the review screen, one person's records of this period at a time. */
function ReviewLinks({ data, queue }: Props) {
  const { t } = useTranslation()
  const { can } = useSession()
  const personName = usePersonName(data.people)
  const waiting = queue.filter(({ marks }) => marks.waiting !== undefined)
  if (!can(MANAGERS) || waiting.length === 0) return null
  const { from } = data.report.period
  const to = endOf(data.report.period)
  return (
    <p className="bd-chart-links np-no-print">
      {t('charts.followUpAudit.readThem')}
      {waiting.map(({ staffId, marks }) => (
        <Link key={staffId} to={`/review?${new URLSearchParams({ from, to, staff: staffId })}`}>
          {t('charts.followUpAudit.readOf', { name: personName(staffId), count: marks.waiting?.count ?? 0 })}
        </Link>
      ))}
    </p>
  )
}
