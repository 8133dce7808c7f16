import type { Chart, ChartType } from 'chart.js'
import type { MouseEvent, RefObject } from 'react'
import type { Mark } from './chart-mark.ts'

type Handlers = {
  readonly onClick: (event: MouseEvent<HTMLCanvasElement>) => void
  readonly onMouseMove: (event: MouseEvent<HTMLCanvasElement>) => void
}

/** A click on a mark opens what lies behind it; the hand shows where there is something to open. */
export function useMarkClick<T extends ChartType, Ref>(
  chart: RefObject<Chart<T> | null>,
  refOf: (mark: Mark) => Ref | null,
  onOpen: (ref: Ref) => void,
): Handlers {
  const hit = (event: MouseEvent<HTMLCanvasElement>): Ref | null => {
    if (chart.current === null) return null
    for (const mark of marksAt(chart.current, event.nativeEvent)) {
      const ref = refOf(mark)
      if (ref !== null) return ref
    }
    return null
  }
  return {
    onClick: (event) => {
      const ref = hit(event)
      if (ref !== null) onOpen(ref)
    },
    onMouseMove: (event) => {
      event.currentTarget.style.cursor = hit(event) === null ? '' : 'pointer'
    },
  }
}

/** What is under the pointer; where the tooltip does not want to be met exactly, neither does the click. */
function marksAt<T extends ChartType>(chart: Chart<T>, event: Event): readonly Mark[] {
  const met = chart.getElementsAtEventForMode(event, 'nearest', { intersect: true }, true)
  const { intersect, mode, axis } = chart.options?.interaction ?? {}
  if (met.length > 0 || intersect !== false) return met
  return chart.getElementsAtEventForMode(event, mode ?? 'nearest', { intersect: false, axis: axis ?? 'x' }, true)
}
