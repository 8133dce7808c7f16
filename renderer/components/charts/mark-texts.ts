import type { ChartType, Plugin } from 'chart.js'
import type { Mark, MarkText } from './chart-mark.ts'

const GAP_PX = 4
const FONT_PX = 12
const HALO_PX = 4

/** Writes on the marks; asks at every drawing, so that the texts are those of the data drawn. */
export function markTexts<T extends ChartType>(textOf: (mark: Mark) => MarkText | null): Plugin<T> {
  return {
    id: 'markTexts',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      ctx.save()
      ctx.font = `${FONT_PX}px ${getComputedStyle(chart.canvas).fontFamily}`
      for (const { index: datasetIndex, data } of chart.getSortedVisibleDatasetMetas()) {
        for (const [index, element] of data.entries()) {
          const said = textOf({ datasetIndex, index })
          if (said !== null) write(ctx, said, element)
        }
      }
      ctx.restore()
    },
  }
}

type Place = {
  readonly x: number
  readonly y: number
  readonly getCenterPoint?: (useFinal: boolean) => { readonly x: number; readonly y: number }
}

function write(ctx: CanvasRenderingContext2D, { text, ink, at, halo }: MarkText, element: Place): void {
  const middle = at === 'middle' ? element.getCenterPoint?.(true) : undefined
  const { x, y } = middle ?? element
  ctx.fillStyle = ink
  ctx.textAlign = at === 'right' ? 'left' : 'center'
  ctx.textBaseline = at === 'above' ? 'bottom' : 'middle'
  const [left, top] = [at === 'right' ? x + GAP_PX : x, at === 'above' ? y - GAP_PX : y]
  if (halo !== undefined) {
    ctx.strokeStyle = halo
    ctx.lineWidth = HALO_PX
    ctx.lineJoin = 'round'
    ctx.strokeText(text, left, top)
  }
  ctx.fillText(text, left, top)
}
