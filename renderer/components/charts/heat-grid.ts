import type { ChartData, ChartOptions } from 'chart.js'
import type { HeatMark } from './heat-marks.ts'
import type { ChartColours } from './use-chart-colours.ts'

export type HeatCell = {
  readonly column: string
  readonly row: string
  readonly ground: CanvasPattern | string
  /** A line around it where the ground alone does not say it. */
  readonly edge?: string
  /** Drawn by heatMarks. */
  readonly marks?: readonly HeatMark[]
}

type Grid = {
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  readonly cells: readonly HeatCell[]
  /** In one line, or in several. */
  readonly columnText: (column: string) => string | string[]
  readonly rowText: (row: string) => string | string[]
}

type Heat = {
  readonly data: ChartData<'matrix', { x: string; y: string; marks?: readonly HeatMark[] }[], unknown>
  readonly options: ChartOptions<'matrix'>
}

const GAP_PX = 2

/** A heat map of named columns and rows, its column names above; only the given cells are drawn. */
export function heatGrid({ columns, rows, cells, columnText, rowText }: Grid, colours: ChartColours): Heat {
  const ticks = { color: colours.quiet, font: { size: colours.textPx } }
  return {
    data: {
      datasets: [
        {
          data: cells.map(({ column, row, marks = [] }) => ({ x: column, y: row, marks })),
          backgroundColor: ({ dataIndex }) => cells[dataIndex]?.ground,
          borderColor: ({ dataIndex }) => cells[dataIndex]?.edge ?? 'transparent',
          borderWidth: 1,
          borderRadius: 3,
          width: ({ chart }) => Math.max(1, (chart.chartArea?.width ?? 0) / columns.length - GAP_PX),
          height: ({ chart }) => Math.max(1, (chart.chartArea?.height ?? 0) / rows.length - GAP_PX),
        },
      ],
    },
    options: {
      layout: { padding: { right: 4, bottom: 4 } },
      scales: {
        x: {
          type: 'category',
          labels: [...columns],
          offset: true,
          position: 'top',
          grid: { display: false },
          border: { display: false },
          ticks: {
            ...ticks,
            maxRotation: 0,
            autoSkip: false,
            callback: (_, index) => columnText(columns[index] ?? ''),
          },
        },
        y: {
          type: 'category',
          labels: [...rows],
          offset: true,
          reverse: false,
          grid: { display: false },
          border: { display: false },
          ticks: { ...ticks, autoSkip: false, callback: (_, index) => rowText(rows[index] ?? '') },
        },
      },
    },
  }
}
