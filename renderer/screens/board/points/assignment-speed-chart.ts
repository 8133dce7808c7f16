import type { ChartData, ChartOptions } from 'chart.js'
import type { LegendEntry } from '../../../components/charts/ChartLegend.tsx'
import { hatch } from '../../../components/charts/hatch.ts'
import { lineAcross } from '../../../components/charts/line-across.ts'
import type { ChartColours } from '../../../components/charts/use-chart-colours.ts'
import { type AssignmentSpeed, SPEEDS, type Speed } from './assignment-speed-view.ts'
import { inTwoLines } from './in-two-lines.ts'

const SHAPES: Readonly<Record<Speed, LegendEntry['shape']>> = {
  inTime: 'box',
  late: 'box',
  never: 'hatch',
  imported: 'hatch',
}

/** Colour and shape of a speed; what is hatched has no speed. */
export function speedLook(speed: Speed, colours: ChartColours): Omit<LegendEntry, 'name'> {
  const plain = { inTime: colours.main, late: colours.series[1], never: colours.red, imported: colours.edge }
  return { colour: plain[speed], shape: SHAPES[speed] }
}

export function speedData({ steps }: AssignmentSpeed, colours: ChartColours): ChartData<'bar', number[], unknown> {
  return {
    labels: steps.map(({ step }) => step),
    datasets: SPEEDS.map((speed) => {
      const { colour, shape } = speedLook(speed, colours)
      return {
        data: steps.map(({ marks }) => marks[speed]?.count ?? 0),
        backgroundColor: shape === 'hatch' ? hatch(colour, colours.paper) : colour,
        borderColor: colour,
        borderWidth: shape === 'hatch' ? 1 : 0,
        maxBarThickness: 56,
      }
    }),
  }
}

export function speedOptions(
  { steps, limitAt }: AssignmentSpeed,
  stepName: (step: string) => string,
  colours: ChartColours,
): ChartOptions<'bar'> {
  const ticks = { color: colours.quiet, font: { size: colours.textPx } }
  return {
    layout: { padding: { top: 18 } },
    scales: {
      x: {
        stacked: true,
        grid: { display: false },
        border: { color: colours.grid },
        ticks: {
          ...ticks,
          autoSkip: false,
          maxRotation: 0,
          callback: (_, i) => inTwoLines(stepName(steps[i]?.step ?? '')),
        },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { ...ticks, precision: 0, maxTicksLimit: 6 },
      },
    },
    plugins: { annotation: { annotations: { limit: lineAcross({ axis: 'x', at: limitAt, colour: colours.text }) } } },
  }
}
