import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { useSession } from '../../../api/session.ts'
import type { LegendEntry } from '../../../components/charts/ChartLegend.tsx'
import { lineAcross } from '../../../components/charts/line-across.ts'
import { type BarRow, PersonBars } from '../../../components/charts/PersonBars.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { CONTACTS, LOAD_BUCKETS, type OpenLoad as Load, type LoadRow, openLoad } from './open-load-view.ts'
import { useBucketName, usePersonName } from './use-names.ts'

const FIGURE = 'leadAllocation.load'
/** The parts of a bar from left to right: who is spoken to by grade, then who lies idle by grade. */
const PARTS = CONTACTS.flatMap((contact) =>
  LOAD_BUCKETS.map((bucket) => ({ key: `${bucket} ${contact}` as const, bucket, contact })),
)

type Props = { readonly data: PointData; readonly cells: readonly BreakdownCell[] }

/** Who has how many open leads of which grade, how many of them lie idle, and how even that is. */
export function OpenLoad({ data, cells }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const colours = useChartColours()
  const load = useLoad(data, cells)
  const { partName, labelOf, rowOf } = useLoadTexts(data)
  const rows = useMemo(() => load.rows.map(rowOf), [load, rowOf])
  const parts = useMemo(() => partsOf(colours), [colours])
  const lines = useMemo(() => linesOf(load, colours), [load, colours])
  const legend = useLegend(load, colours)
  if (cells.length === 0) return <TeachingHint about="charts.leadAllocation.loadEmpty" to="/leads" />

  const { balance } = data.report.leadAllocation
  const shown = PARTS.filter(({ key }) => load.rows.some(({ marks }) => marks[key]))
  const isKnown = load.mean !== null && balance !== null
  const mean = { mean: format.decimal(load.mean), balance: format.decimal(balance, 2) }
  return (
    <PersonBars
      {...(isKnown ? { note: t('charts.leadAllocation.loadNote', mean) } : {})}
      summary={t('charts.leadAllocation.loadSummary', {
        values: rows.map(({ label, text }) => `${label[0]} ${text}`).join(t('charts.comma')),
      })}
      parts={parts}
      rows={rows}
      lines={lines}
      roomPx={100}
      legend={legend}
      onOpen={open}
      table={{
        head: [t('board.column.person'), ...shown.map(partName), t('charts.total')],
        rows: load.rows.map((row) => ({
          key: row.staffId,
          cells: [
            labelOf(row).join(' · '),
            ...shown.map(({ key }) => (
              <CountLink
                key={key}
                figure={FIGURE}
                value={row.marks[key]?.count ?? 0}
                param={row.marks[key]?.param ?? ''}
              />
            )),
            format.count(row.total),
          ],
        })),
      }}
    />
  )
}

/** Even is a matter of the store: one person alone has no mean. */
function useLoad(data: PointData, cells: readonly BreakdownCell[]): Load {
  const { people } = useSession()
  const isStore = data.report.scope.staffId === null
  return useMemo(() => {
    const sellers = people.filter(({ role }) => role === 'salesperson').map(({ id }) => id)
    return openLoad(cells, data.people, isStore ? sellers : [])
  }, [cells, data.people, people, isStore])
}

function partsOf(colours: ChartColours) {
  return PARTS.map(({ key, bucket, contact }) => ({
    key,
    colour: colours.bucket[bucket],
    shape: contact === 'idle' ? ('hatch' as const) : ('box' as const),
  }))
}

/** The mean, and a line between who can be given leads and who cannot. */
function linesOf({ rows, mean }: Load, colours: ChartColours) {
  const active = rows.filter(({ kind }) => kind === 'active').length
  return [
    ...(mean === null ? [] : [lineAcross({ axis: 'x', at: mean, colour: colours.text })]),
    ...(active === rows.length ? [] : [lineAcross({ axis: 'y', at: active - 0.5, colour: colours.edge })]),
  ]
}

function useLoadTexts({ people }: PointData) {
  const { t } = useTranslation()
  const personName = usePersonName(people)
  const bucketName = useBucketName()
  return useMemo(() => {
    const nameOf = ({ kind, staffId }: LoadRow) =>
      kind === 'nobody' ? t('charts.leadAllocation.nobody') : personName(staffId)
    const capacityOf = (staffId: string) => {
      const count = people.find((one) => one.staffId === staffId)?.dailyCapacity ?? null
      return count === null ? t('charts.capacityUnknown') : t('charts.capacity', { count })
    }
    const labelOf = (row: LoadRow) => {
      if (row.kind === 'nobody') return [nameOf(row)]
      return [nameOf(row), row.kind === 'left' ? t('board.left') : capacityOf(row.staffId)]
    }
    const partName = ({ bucket, contact }: (typeof PARTS)[number]) =>
      contact === 'idle' ? `${bucketName(bucket)} · ${t('charts.leadAllocation.contact.idle')}` : bucketName(bucket)
    const rowOf = (row: LoadRow): BarRow<RecordsRef> => ({
      key: row.staffId,
      label: labelOf(row),
      text:
        row.idle === 0
          ? t('charts.leadAllocation.held', { count: row.total })
          : t('charts.leadAllocation.heldIdle', { total: row.total, idle: row.idle }),
      marks: Object.fromEntries(
        PARTS.flatMap((part) => {
          const mark = row.marks[part.key]
          if (mark === undefined) return []
          const lines = [t('charts.leadAllocation.leads', { name: partName(part), count: mark.count })]
          const ref = { figure: FIGURE, param: mark.param } as const
          return [[part.key, { value: mark.count, tip: { title: nameOf(row), lines }, ref }]]
        }),
      ),
    })
    return { labelOf, partName, rowOf }
  }, [t, people, personName, bucketName])
}

function useLegend({ rows, mean }: Load, colours: ChartColours): readonly LegendEntry[] {
  const { t } = useTranslation()
  const bucketName = useBucketName()
  const held = LOAD_BUCKETS.filter((bucket) =>
    rows.some(({ marks }) => marks[`${bucket} kept`] ?? marks[`${bucket} idle`]),
  )
  return [
    ...held.map((bucket) => ({ name: bucketName(bucket), colour: colours.bucket[bucket], shape: 'box' as const })),
    { name: t('charts.leadAllocation.idle'), colour: colours.edge, shape: 'hatch' },
    ...(mean === null ? [] : [{ name: t('charts.leadAllocation.mean'), colour: colours.text, shape: 'dash' as const }]),
  ]
}
