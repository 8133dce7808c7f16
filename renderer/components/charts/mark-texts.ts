import type { ChartType, Plugin } from 'chart.js'
import type { Mark, MarkText } from './chart-mark.ts'
import { chartTextPxNow } from './chart-text.ts'

const GAP_PX = 4
const HALO_PX = 3

/** Writes on the marks; asks at every drawing, so that the texts are those of the data drawn. */
export function markTexts<T extends ChartType>(textOf: (mark: Mark) => MarkText | null): Plugin<T> {
  return {
    id: 'markTexts',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      ctx.save()
      const textPx = chartTextPxNow()
      ctx.font = `${textPx}px ${getComputedStyle(chart.canvas).fontFamily}`
      for (const { index: datasetIndex, data } of chart.getSortedVisibleDatasetMetas()) {
        for (const [index, element] of data.entries()) {
          const said = textOf({ datasetIndex, index })
          if (said !== null) write(ctx, textPx, said, element)
        }
      }
      ctx.restore()
    },
  }
}

function edgeOf(left: number, width: number, align: CanvasTextAlign): number {
  return align === 'center' ? left - width / 2 : left
}

type Place = {
  readonly x: number
  readonly y: number
  readonly getCenterPoint?: (useFinal: boolean) => { readonly x: number; readonly y: number }
}

function write(ctx: CanvasRenderingContext2D, textPx: number, { text, ink, at, halo }: MarkText, element: Place): void {
  const middle = at === 'middle' ? element.getCenterPoint?.(true) : undefined
  const { x, y } = middle ?? element
  ctx.fillStyle = ink
  ctx.textAlign = at === 'right' ? 'left' : 'center'
  ctx.textBaseline = at === 'above' ? 'bottom' : 'middle'
  const [left, top] = [at === 'right' ? x + GAP_PX : x, at === 'above' ? y - GAP_PX : y]
  if (halo !== undefined) {
    // A plain ground, not an outline of the letters: a line behind shows between letters and is read as one of them.
    const { width } = ctx.measureText(text)
    const ground = ctx.fillStyle
    ctx.fillStyle = halo
    ctx.fillRect(
      edgeOf(left, width, ctx.textAlign) - HALO_PX,
      top - textPx / 2 - HALO_PX,
      width + 2 * HALO_PX,
      textPx + 2 * HALO_PX,
    )
    ctx.fillStyle = ground
  }
  ctx.fillText(text, left, top)
}
