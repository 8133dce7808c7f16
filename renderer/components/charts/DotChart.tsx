import './setup/dots.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { ChartFigure } from './ChartFigure.tsx'
import type { ChartTableContent } from './ChartTable.tsx'
import type { MarkTip } from './chart-mark.ts'
import { lineAcross } from './line-across.ts'
import { type ChartColours, useChartColours } from './use-chart-colours.ts'

export type DotRow<Ref> = {
  readonly key: string
  /** Beside the axis, a line each: a name, and its value in words. */
  readonly label: readonly string[]
  /** Null is not known: no dot, and the label says why. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Drawn hollow and pale. */
  readonly isSmall: boolean
  readonly tip: MarkTip
  readonly ref: Ref | null
}

/** What the dots are held against. */
export type DotLine = { readonly value: number; readonly label: string }

type Props<Ref> = {
  readonly title?: string
  readonly note?: string
  readonly summary: string
  readonly rows: readonly DotRow<Ref>[]
  readonly tickText: (value: number) => string
  /** Nothing lies between two days. */
  readonly wholeTicks?: boolean
  readonly line?: DotLine | null
  readonly table: ChartTableContent
  readonly onOpen: (ref: Ref) => void
}

const ROW_PX = 44
const AXIS_PX = 46

/** One dot a row with a whisker around it: rates with their interval, days with their middle half. */
export function DotChart<Ref>({ rows, tickText, wholeTicks = false, line = null, ...rest }: Props<Ref>) {
  const colours = useChartColours()
  const data = useMemo(() => dataOf(rows, colours), [rows, colours])
  const options = useMemo(() => optionsOf(tickText, wholeTicks, line, colours), [tickText, wholeTicks, line, colours])
  return (
    <ChartFigure
      {...rest}
      type="lineWithErrorBars"
      heightPx={rows.length * ROW_PX + AXIS_PX}
      data={data}
      options={options}
      tipOf={({ index }) => rows[index]?.tip ?? null}
      refOf={({ index }) => rows[index]?.ref ?? null}
    />
  )
}

type Data = ChartData<'lineWithErrorBars', { x: number; xMin: number; xMax: number }[], unknown>

function dataOf<Ref>(rows: readonly DotRow<Ref>[], colours: ChartColours): Data {
  const dot = rows.map(({ isSmall }) => (isSmall ? colours.edge : colours.main))
  return {
    labels: rows.map(({ label }) => label),
    datasets: [
      {
        data: rows.map(({ value, low, high }) => {
          const x = value ?? Number.NaN
          return { x, xMin: low ?? x, xMax: high ?? x }
        }),
        showLine: false,
        borderColor: dot,
        backgroundColor: rows.map(({ isSmall }) => (isSmall ? colours.paper : colours.main)),
        errorBarColor: { v: dot },
        errorBarWhiskerColor: { v: dot },
        errorBarLineWidth: { v: [2] },
        errorBarWhiskerLineWidth: { v: [2] },
        errorBarWhiskerSize: { v: [10] },
      },
    ],
  }
}

function optionsOf(
  tickText: (value: number) => string,
  wholeTicks: boolean,
  line: DotLine | null,
  colours: ChartColours,
): ChartOptions<'lineWithErrorBars'> {
  return {
    indexAxis: 'y',
    layout: { padding: { right: 12, top: line === null ? 4 : 22 } },
    interaction: { mode: 'nearest', axis: 'y', intersect: false },
    elements: { pointWithErrorBar: { radius: 6, hoverRadius: 7, hitRadius: 12, borderWidth: 2 } },
    scales: {
      x: {
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: {
          color: colours.quiet,
          maxTicksLimit: 6,
          ...(wholeTicks ? { precision: 0 } : {}),
          callback: (value) => tickText(Number(value)),
        },
      },
      y: {
        type: 'category',
        offset: true,
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { color: colours.text, autoSkip: false },
      },
    },
    plugins: { annotation: { clip: false, annotations: linesOf(line, colours) } },
  }
}

function linesOf(line: DotLine | null, colours: ChartColours) {
  if (line === null) return []
  const label = { text: line.label, at: 'end', upPx: 20 } as const
  return [lineAcross({ axis: 'x', at: line.value, colour: colours.quiet, label })]
}
