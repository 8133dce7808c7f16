import type { ChartData, ChartOptions } from 'chart.js'
import { lineAcross } from '../../../components/charts/line-across.ts'
import type { ChartColours } from '../../../components/charts/use-chart-colours.ts'
import type { PaceDay } from './pace-view.ts'

/** The places of the lines that speak, among all that are drawn. */
export const SUM = 0
export const EXPECTED = 1
export const FORECAST = 2

type Data = ChartData<'line', (number | null)[], string>

/** On more days than this dots run into one another and thicken the line. */
const DOTTED_DAYS = 92

export function paceData(days: readonly PaceDay[], labels: readonly string[], colours: ChartColours): Data {
  const radius = days.length > DOTTED_DAYS ? 1 : 3.5
  const quiet = { pointRadius: 0, pointHitRadius: 0, borderWidth: 1.75 }
  const fan = { ...quiet, borderWidth: 0, backgroundColor: `${colours.heat(0.3).ground}b3` }
  return {
    labels: [...labels],
    datasets: [
      {
        data: days.map(({ sum }) => sum),
        stepped: 'middle',
        borderColor: colours.main,
        borderWidth: 2.5,
        pointRadius: days.map(({ count }) => (count === null || count === 0 ? 0 : radius)),
        pointHoverRadius: 5,
        pointBackgroundColor: colours.main,
      },
      {
        ...quiet,
        data: days.map(({ expected }) => expected),
        borderColor: colours.edge,
        borderDash: [5, 4],
      },
      {
        ...quiet,
        data: days.map(({ forecast }) => forecast?.deals ?? null),
        borderColor: colours.main,
        borderDash: [2, 3],
      },
      { ...quiet, data: days.map(({ required }) => required), borderColor: colours.amber, borderDash: [8, 4] },
      { ...fan, data: days.map(({ forecast }) => forecast?.high ?? null), fill: '+1' },
      { ...fan, data: days.map(({ forecast }) => forecast?.low ?? null) },
    ],
  }
}

type Line = { readonly value: number; readonly text: string }

/** `today` is the day up to which things are known, drawn where there are days after it. */
export function paceOptions(
  today: { readonly index: number; readonly text: string },
  target: Line | null,
  colours: ChartColours,
): ChartOptions<'line'> {
  return {
    interaction: { mode: 'index', intersect: false },
    layout: { padding: { top: 22, right: 10 } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { color: colours.quiet, maxRotation: 0, autoSkipPadding: 16 },
      },
      y: {
        beginAtZero: true,
        // Room above the target for its name.
        ...(target === null ? {} : { suggestedMax: target.value * 1.15 }),
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { color: colours.quiet, precision: 0, maxTicksLimit: 7 },
      },
    },
    plugins: {
      annotation: {
        clip: false,
        annotations: [
          lineAcross({
            axis: 'x',
            at: today.index,
            colour: colours.quiet,
            isDashed: false,
            widthPx: 1,
            label: { text: today.text, at: 'end', upPx: 20 },
          }),
          ...(target === null ? [] : [targetLine(target, colours)]),
        ],
      },
    },
  }
}

function targetLine({ value, text }: Line, colours: ChartColours) {
  return lineAcross({ axis: 'y', at: value, colour: colours.green, label: { text, at: 'start', upPx: 10 } })
}
