import '../../../components/charts/setup/bar.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import type { PointData } from '../point-data.ts'
import { peopleByProgress } from './pace-view.ts'

type Row = ReturnType<typeof peopleByProgress>[number]

const ROW_PX = 40

/** Everyone's orders as a filled bar within the outline of their target. */
export function TargetPeople({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const rows = useMemo(() => peopleByProgress(data.people), [data.people])
  const labels = useMemo(
    () =>
      rows.map(({ name, actual, target }) => {
        const words = { actual: format.count(actual), target: format.decimal(target) }
        return [name, t(`charts.targetProgress.${target === null ? 'noPersonTarget' : 'ofTarget'}`, words)]
      }),
    [rows, t, format],
  )
  const bars = useMemo(() => barsOf(rows, labels, colours), [rows, labels, colours])
  const options = useMemo(() => optionsOf(colours), [colours])
  const paceText = ({ pace }: Row) => (pace === null ? '–' : format.ratio(pace, 0))
  return (
    <ChartFigure
      summary={t('charts.targetProgress.summaryPeople', { rows: labels.map((lines) => lines.join(' ')).join(', ') })}
      heightPx={rows.length * ROW_PX + 36}
      type="bar"
      data={bars}
      options={options}
      legend={[
        { name: t('figures.targetProgress.actual.name'), colour: colours.main, shape: 'box' },
        { name: t('figures.targetProgress.target.name'), colour: colours.edge, shape: 'outline' },
      ]}
      tipOf={({ datasetIndex, index }) => {
        const row = rows[index]
        if (row === undefined || datasetIndex !== ACTUAL) return null
        const pace = t('charts.targetProgress.pace', { pace: paceText(row) })
        return { title: row.name, lines: [labels[index]?.[1] ?? '', ...(row.pace === null ? [] : [pace])] }
      }}
      refOf={({ index }) => {
        const row = rows[index]
        if (row === undefined || row.actual === 0) return null
        return { figure: 'targetProgress.actual' as const, param: null, staffId: row.staffId }
      }}
      onOpen={open}
      table={{
        head: [
          t('board.column.person'),
          t('figures.targetProgress.actual.name'),
          t('figures.targetProgress.target.name'),
          t('figures.targetProgress.pace.name'),
        ],
        rows: rows.map((row) => ({
          key: row.staffId,
          cells: [
            row.name,
            <CountLink key="a" figure="targetProgress.actual" value={row.actual} staffId={row.staffId} />,
            format.decimal(row.target),
            paceText(row),
          ],
        })),
      }}
    />
  )
}

const ACTUAL = 0

function barsOf(
  rows: readonly Row[],
  labels: readonly (readonly string[])[],
  colours: ChartColours,
): ChartData<'bar', (number | null)[], unknown> {
  return {
    labels: [...labels],
    datasets: [
      {
        data: rows.map(({ actual }) => actual),
        backgroundColor: colours.main,
        grouped: false,
        maxBarThickness: 12,
      },
      {
        data: rows.map(({ target }) => target),
        backgroundColor: 'transparent',
        borderColor: colours.edge,
        borderWidth: 1.5,
        borderSkipped: false,
        grouped: false,
        maxBarThickness: 22,
      },
    ],
  }
}

function optionsOf(colours: ChartColours): ChartOptions<'bar'> {
  return {
    indexAxis: 'y',
    interaction: { mode: 'index', axis: 'y', intersect: false },
    scales: {
      x: {
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { color: colours.quiet, precision: 0, maxTicksLimit: 8 },
      },
      y: {
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { color: colours.text, autoSkip: false },
      },
    },
  }
}
