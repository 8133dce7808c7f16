import '../../../components/charts/setup/sankey.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { type Bucket, OPEN_BUCKETS } from '../../../../shared/values/grade.ts'
import { useRead } from '../../../api/use-read.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { endsOf, PASSAGE_KEYS, type Passage, passagesOf } from './passages-view.ts'

const NODE_PX = 34
const MIN_HEIGHT_PX = 280

/** Opening to closing: from where each lead stood before the period to where it stands at its end. */
export function PassageChart({ data }: { readonly data: PointData }) {
  const read = useRead('board.breakdown', { ...useBoardScope(), figures: [...PASSAGE_KEYS] }, { keepLast: true })
  return <Loaded read={read}>{({ cells }) => <Picture data={data} cells={cells} />}</Loaded>
}

/** What a bucket is called in this chart; a lead that was not there yet is a new one. */
function useNames(): (bucket: Bucket) => string {
  const { t } = useTranslation()
  const grades = useGradeLabels()
  return useCallback(
    (bucket) => {
      if (bucket === 'none') return t('charts.customerTypes.fresh')
      const label = grades[bucket]
      return label === undefined ? t(`codes.bucket.${bucket}`) : t('common.grade', { label })
    },
    [t, grades],
  )
}

type PictureProps = { readonly data: PointData; readonly cells: OutputOf<'board.breakdown'>['cells'] }

function Picture({ data, cells }: PictureProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const nameOf = useNames()
  const open = useOpenRecords()
  const flows = useMemo(() => passagesOf(cells), [cells])
  const [starts, ends] = useMemo(() => [endsOf(flows, 'from'), endsOf(flows, 'to')], [flows])
  const chart = useMemo(() => {
    const labels = [
      ...starts.map(({ bucket, count }) => [fromKey(bucket), `${nameOf(bucket)} ${format.count(count)}`] as const),
      ...ends.map(({ bucket, count }) => [toKey(bucket), `${format.count(count)} ${nameOf(bucket)}`] as const),
    ]
    return chartOf(flows, labels, colours)
  }, [flows, starts, ends, nameOf, format, colours])
  if (flows.length === 0) return <TeachingHint about="charts.customerTypes.empty" to="/visits?open=visit" />
  const partOf = (list: typeof starts, bucket: Bucket) => list.find((end) => end.bucket === bucket)?.count ?? 0
  const { opening, closing } = data.report.customerTypes
  return (
    <ChartFigure
      note={t('charts.customerTypes.note')}
      summary={t('charts.customerTypes.summary', {
        opening: sumOf(opening),
        closing: sumOf(closing),
        fresh: partOf(starts, 'none'),
        won: partOf(ends, 'won'),
        lost: partOf(ends, 'lost'),
      })}
      heightPx={Math.max(MIN_HEIGHT_PX, Math.max(starts.length, ends.length) * NODE_PX + 80)}
      type="sankey"
      {...chart}
      tipOf={({ index }) => {
        const flow = flows[index]
        if (flow === undefined) return null
        const from = nameOf(flow.from)
        const share = format.ratio(flow.count / partOf(starts, flow.from), 0)
        return {
          title: t('board.move', { from, to: nameOf(flow.to) }),
          lines: [
            t('charts.customerTypes.leads', { count: flow.count }),
            t('charts.customerTypes.share', { from, share }),
          ],
        }
      }}
      refOf={({ index }) => flows[index] ?? null}
      onOpen={open}
      table={{
        head: [t('charts.customerTypes.opening'), ...ends.map(({ bucket }) => nameOf(bucket)), t('common.total')],
        rows: starts.map(({ bucket, count }) => ({
          key: bucket,
          cells: [
            nameOf(bucket),
            ...ends.map((end) => <FlowCount key={end.bucket} flows={flows} from={bucket} to={end.bucket} />),
            format.count(count),
          ],
        })),
      }}
    />
  )
}

type FlowCountProps = { readonly flows: readonly Passage[]; readonly from: Bucket; readonly to: Bucket }

function FlowCount({ flows, from, to }: FlowCountProps) {
  const flow = flows.find((one) => one.from === from && one.to === to)
  return flow === undefined ? null : <CountLink figure={flow.figure} param={flow.param} value={flow.count} />
}

type Sankey = { readonly data: ChartData<'sankey'>; readonly options: ChartOptions<'sankey'> }

/** Two columns, never one: as nodes of their own C > B and B > C make no circle. */
const fromKey = (bucket: Bucket) => `from ${bucket}`
const toKey = (bucket: Bucket) => `to ${bucket}`

/** labels: of every node, from the top down, those of the left side first. */
function chartOf(
  flows: readonly Passage[],
  labels: readonly (readonly [node: string, label: string])[],
  colours: ChartColours,
): Sankey {
  const perNode = <T,>(valueOf: (isStart: boolean, place: number) => T) =>
    Object.fromEntries(labels.map(([node], i) => [node, valueOf(node.startsWith('from'), i)]))
  return {
    data: {
      datasets: [
        {
          data: flows.map(({ from, to, count }) => ({ from: fromKey(from), to: toKey(to), flow: count })),
          labels: Object.fromEntries(labels),
          priority: perNode((_, place) => place + 1),
          column: perNode((isStart) => (isStart ? 0 : 1)),
          colorFrom: ({ dataIndex }) => colours.bucket[flows[dataIndex]?.from ?? 'none'],
          colorTo: ({ dataIndex }) => colours.bucket[flows[dataIndex]?.to ?? 'none'],
          alpha: 0.5,
          borderWidth: 0,
          nodeWidth: 12,
          nodeMinSize: 4,
          nodePadding: 16,
          nodePaddingMode: 'even',
          nodeLabels: { color: colours.text, position: perNode((isStart) => (isStart ? 'left' : 'right')) },
        },
      ],
    },
    options: { layout: { padding: { left: 110, right: 110, top: 8, bottom: 8 } } },
  }
}

function sumOf(stock: PointData['report']['customerTypes']['opening']): number {
  return OPEN_BUCKETS.reduce((sum, bucket) => sum + stock[bucket], 0)
}
