import './setup/bar.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { ChartFigure } from './ChartFigure.tsx'
import type { ChartTableContent } from './ChartTable.tsx'
import type { MarkTip } from './chart-mark.ts'
import { type ChartColours, useChartColours } from './use-chart-colours.ts'

export type CountBar<Ref> = {
  readonly key: string
  readonly name: string
  readonly count: number
  /** Written past the bar's end. */
  readonly text: string
  readonly tip: MarkTip
  readonly ref: Ref | null
}

type Props<Ref> = {
  readonly title?: string
  readonly note?: string
  readonly summary: string
  readonly bars: readonly CountBar<Ref>[]
  readonly table: ChartTableContent
  readonly onOpen: (ref: Ref) => void
}

const ROW_PX = 30

/** Counts as lying bars in the order given, each with its number at its end. */
export function CountBars<Ref>({ bars, ...rest }: Props<Ref>) {
  const colours = useChartColours()
  const data = useMemo(() => dataOf(bars, colours), [bars, colours])
  const options = useMemo(() => optionsOf(colours), [colours])
  return (
    <ChartFigure
      {...rest}
      type="bar"
      heightPx={bars.length * ROW_PX + 12}
      data={data}
      options={options}
      tipOf={({ index }) => bars[index]?.tip ?? null}
      textOf={({ index }) => ({ text: bars[index]?.text ?? '', ink: colours.text, at: 'right' })}
      refOf={({ index }) => bars[index]?.ref ?? null}
    />
  )
}

function dataOf<Ref>(bars: readonly CountBar<Ref>[], colours: ChartColours): ChartData<'bar', number[], unknown> {
  return {
    labels: bars.map(({ name }) => name),
    datasets: [{ data: bars.map(({ count }) => count), backgroundColor: colours.bucket.B, maxBarThickness: 16 }],
  }
}

function optionsOf(colours: ChartColours): ChartOptions<'bar'> {
  return {
    indexAxis: 'y',
    layout: { padding: { right: 88 } },
    interaction: { mode: 'index', axis: 'y', intersect: false },
    scales: {
      x: { display: false, beginAtZero: true },
      y: {
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { color: colours.text, autoSkip: false },
      },
    },
  }
}
