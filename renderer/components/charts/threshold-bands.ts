import type { Chart, Plugin } from 'chart.js'

export type BandLimits = { readonly amberFrom: number; readonly greenFrom: number }
type BandColours = { readonly red: string; readonly amber: string; readonly green: string }

/** Faint bands behind the line: where it would be red, amber and green. */
export function thresholdBands({ amberFrom, greenFrom }: BandLimits, colours: BandColours): Plugin<'line'> {
  return {
    id: 'thresholdBands',
    beforeDatasetsDraw: (chart) => {
      drawBand(chart, Number.NEGATIVE_INFINITY, amberFrom, colours.red)
      drawBand(chart, amberFrom, greenFrom, colours.amber)
      drawBand(chart, greenFrom, Number.POSITIVE_INFINITY, colours.green)
    },
  }
}

function drawBand({ ctx, chartArea, scales }: Chart<'line'>, low: number, high: number, colour: string): void {
  const scale = scales['y']
  if (scale === undefined) return
  const top = scale.getPixelForValue(Math.min(high, scale.max))
  const bottom = scale.getPixelForValue(Math.max(low, scale.min))
  if (bottom <= top) return
  ctx.save()
  ctx.globalAlpha = 0.1
  ctx.fillStyle = colour
  ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top)
  ctx.restore()
}
