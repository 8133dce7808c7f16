import type { Plugin } from 'chart.js'

/** What is told of a cell beside its colour: a corner, a dot or a ring at its foot, a broken line around it. */
export type HeatMark = { readonly kind: 'corner' | 'dot' | 'ring' | 'outline'; readonly colour: string }

const CORNER_PX = 9
const DOT_PX = 3
const INSET_PX = 6

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Draws the marks of the cells of a heatGrid, those of the data drawn. */
export function heatMarks(ground: string): Plugin<'matrix'> {
  return {
    id: 'heatMarks',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      const cells = chart.data.datasets[0]?.data as readonly { readonly marks?: readonly HeatMark[] }[] | undefined
      ctx.save()
      for (const [i, element] of chart.getDatasetMeta(0).data.entries()) {
        const box = element as unknown as Box
        for (const mark of cells?.[i]?.marks ?? []) draw(ctx, mark, box, ground)
      }
      ctx.restore()
    },
  }
}

function draw(ctx: CanvasRenderingContext2D, { kind, colour }: HeatMark, box: Box, ground: string): void {
  const [right, foot] = [box.x + box.width, box.y + box.height]
  ctx.fillStyle = colour
  ctx.strokeStyle = colour
  ctx.lineWidth = 1
  ctx.setLineDash(kind === 'outline' ? [3, 2] : [])
  ctx.beginPath()
  switch (kind) {
    case 'outline':
      ctx.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
      return
    case 'corner':
      ctx.moveTo(right - CORNER_PX, box.y)
      ctx.lineTo(right, box.y)
      ctx.lineTo(right, box.y + CORNER_PX)
      ctx.fill()
      return
    case 'dot':
    case 'ring':
      // On a ring of the ground's colour, so that it is seen on any shade.
      ctx.arc(right - INSET_PX, foot - INSET_PX, DOT_PX + 1.5, 0, 2 * Math.PI)
      ctx.fillStyle = ground
      ctx.fill()
      ctx.beginPath()
      ctx.arc(right - INSET_PX, foot - INSET_PX, DOT_PX, 0, 2 * Math.PI)
      ctx.fillStyle = kind === 'dot' ? colour : ground
      ctx.lineWidth = 1.5
      ctx.fill()
      ctx.stroke()
  }
}
