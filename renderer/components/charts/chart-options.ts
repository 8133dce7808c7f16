import type { ChartOptions, ChartType } from 'chart.js'
import { merge } from 'chart.js/helpers'
import type { Mark, MarkTip } from './chart-mark.ts'
import type { ChartColours } from './use-chart-colours.ts'

type TipItem = { readonly datasetIndex: number; readonly dataIndex: number }

/** What every chart has in common, under what the one chart says itself. Legends are HTML (ChartLegend), never canvas. */
export function chartOptions<T extends ChartType>(
  own: ChartOptions<T>,
  colours: ChartColours,
  fontFamily: string,
  tipOf: (mark: Mark) => MarkTip | null,
): ChartOptions<T> {
  const base = {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    color: colours.quiet,
    borderColor: colours.grid,
    font: { family: fontFamily, size: colours.textPx },
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        backgroundColor: colours.text,
        titleColor: colours.paper,
        bodyColor: colours.paper,
        padding: 10,
        filter: (item: TipItem) => tipOf(markOf(item)) !== null,
        callbacks: {
          title: ([item]: readonly TipItem[]) => (item === undefined ? '' : (tipOf(markOf(item))?.title ?? '')),
          label: (item: TipItem) => [...(tipOf(markOf(item))?.lines ?? [])],
        },
      },
    },
  } as const
  return merge(merge({}, base), own)
}

function markOf({ datasetIndex, dataIndex }: TipItem): Mark {
  return { datasetIndex, index: dataIndex }
}
