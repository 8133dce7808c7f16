import './chart-setup.ts'
import './setup/annotation.ts'
import './paper-size.ts'
import type { ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { Line } from 'react-chartjs-2'
import { type BandLimits, thresholdBands } from './threshold-bands.ts'
import { type ChartColours, useChartColours } from './use-chart-colours.ts'
import { useTurn } from './use-turn.ts'

export type TrendDot = {
  /** Under the axis; the title on hover. */
  readonly label: string
  readonly title: string
  /** Null is not known: a gap, never 0. */
  readonly value: number | null
}

type Props = {
  readonly dots: readonly TrendDot[]
  readonly limits: BandLimits
  readonly format: (value: number) => string
  /** What the picture says, for whoever cannot see it. */
  readonly summary: string
  readonly withAxes?: boolean
  /** What a click on the picture opens; it lies above whatever it is drawn on. */
  readonly onOpen?: () => void
}

/** A line through periods, the last of them marked, over the bands of its light. */
export function TrendChart({ dots, limits, format, summary, withAxes = false, onOpen }: Props) {
  const colours = useChartColours()
  const options = useMemo(
    () => optionsOf(dots, limits, format, withAxes, colours),
    [dots, limits, format, withAxes, colours],
  )
  const last = dots.length - 1
  const cap = capOf(limits)
  const isCut = ({ value }: TrendDot) => value !== null && value > cap
  if (!useTurn()) return null
  return (
    <Line
      // The bands are drawn by a plugin, and plugins are fixed when a chart is made.
      key={`${colours.isDark}${colours.textPx}${limits.amberFrom}${limits.greenFrom}`}
      role="img"
      aria-label={summary}
      plugins={[thresholdBands(limits, colours)]}
      options={onOpen === undefined ? options : { ...options, onClick: onOpen }}
      data={{
        labels: dots.map(({ label }) => label),
        datasets: [
          {
            data: dots.map(({ value }) => (value === null ? null : Math.min(value, cap))),
            pointStyle: dots.map((dot) => (isCut(dot) ? 'triangle' : 'circle')),
            borderColor: colours.main,
            borderWidth: 1.75,
            pointRadius: dots.map((_, i) => (i === last ? 4 : withAxes ? 2.5 : 1.25)),
            pointHoverRadius: 5,
            pointBackgroundColor: dots.map((_, i) => (i === last ? colours.main : colours.paper)),
            pointBorderColor: colours.main,
            pointBorderWidth: 1.5,
            cubicInterpolationMode: 'monotone',
            spanGaps: false,
            clip: false,
          },
        ],
      }}
    />
  )
}

/**
 * Coverage of a target that is nearly reached has no bounds: one such period would press all others flat. A value beyond the cap
 * is drawn on it as an arrow head, and says on hover what it is. A share never reaches it.
 */
function capOf({ greenFrom }: BandLimits): number {
  return Math.max(greenFrom * 3, 1)
}

/** Whether some value is higher than the picture reaches. */
export function isBeyond(dots: readonly TrendDot[], limits: BandLimits): boolean {
  return dots.some(({ value }) => value !== null && value > capOf(limits))
}

/** As much of the axis as the line and both limits need, with some air. */
function rangeOf(dots: readonly TrendDot[], limits: BandLimits): { readonly min: number; readonly max: number } {
  const values = [...known(dots), limits.amberFrom, limits.greenFrom]
  const [low, high] = [Math.min(...values), Math.min(Math.max(...values), capOf(limits))]
  const air = (high - low) * 0.15
  return { min: Math.max(0, low - air), max: high + air }
}

function known(dots: readonly TrendDot[]): number[] {
  return dots.flatMap(({ value }) => (value === null ? [] : [value]))
}

function optionsOf(
  dots: readonly TrendDot[],
  limits: BandLimits,
  format: (value: number) => string,
  withAxes: boolean,
  colours: ChartColours,
): ChartOptions<'line'> {
  const ticks = { color: colours.quiet, font: { size: colours.textPx } }
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: withAxes ? 4 : { left: 2, right: 6, top: 4, bottom: 4 } },
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        display: withAxes,
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { ...ticks, maxRotation: 0 },
      },
      y: {
        display: withAxes,
        ...rangeOf(dots, limits),
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { ...ticks, maxTicksLimit: 6, includeBounds: false, callback: (value) => format(Number(value)) },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: colours.text,
        titleColor: colours.paper,
        bodyColor: colours.paper,
        callbacks: {
          title: (items) => dots[items[0]?.dataIndex ?? -1]?.title ?? '',
          label: (item) => {
            const value = dots[item.dataIndex]?.value ?? null
            return value === null ? '' : format(value)
          },
        },
      },
    },
  }
}
