import { hatch } from '../../../components/charts/hatch.ts'
import type { HeatMark } from '../../../components/charts/heat-marks.ts'
import type { ChartColours } from '../../../components/charts/use-chart-colours.ts'
import type { MapCell, WorkloadShow } from './workload-map-view.ts'

type Ground = { readonly ground: CanvasPattern | string; readonly ink: string; readonly edge?: string }
type Look = Ground & { readonly marks: readonly HeatMark[] }

/** How every cell looks; one hatching serves them all. */
export function cellLooks(show: WorkloadShow, colours: ChartColours): (cell: MapCell) => Look {
  const closed = hatch(colours.grid, colours.paper)
  return (cell) => ({ ...groundOf(cell, closed, colours), marks: marksOf(cell, show, colours) })
}

function groundOf({ state, share }: MapCell, closed: CanvasPattern | string, colours: ChartColours): Ground {
  switch (state) {
    case 'ahead':
    case 'empty':
      return { ground: 'transparent', ink: colours.quiet }
    case 'closed':
      return { ground: closed, ink: colours.quiet }
    case 'within':
    case 'over':
      return share === null ? { ground: colours.paper, ink: colours.text, edge: colours.edge } : colours.heat(share)
  }
}

/** Told without colour: an open day without any is an outline, a corner is too much, a dot is left undone, a ring was late. */
function marksOf({ state, missed, late }: MapCell, show: WorkloadShow, colours: ChartColours): HeatMark[] {
  const marks: HeatMark[] = []
  if (state === 'empty') marks.push({ kind: 'outline', colour: colours.edge })
  if (state === 'over') marks.push({ kind: 'corner', colour: colours.red })
  if (show === 'missed') return marks
  if (missed !== null) marks.push({ kind: 'dot', colour: colours.red })
  else if (late !== null) marks.push({ kind: 'ring', colour: colours.amber })
  return marks
}
