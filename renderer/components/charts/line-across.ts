import './setup/annotation.ts'
import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import { chartTextPxNow } from './chart-text.ts'

type Across = {
  readonly axis: 'x' | 'y'
  /** On a category axis 0 is the middle of the first. */
  readonly at: number
  readonly colour: string
  readonly isDashed?: boolean
  readonly widthPx?: number
  /** As long as these two values of the other axis; else from edge to edge. */
  readonly between?: readonly [number, number]
  /** Written at the end of the line that is above or right, or at its other end, past it by so many pixels. */
  readonly label?: { readonly text: string; readonly at: 'start' | 'end'; readonly upPx: number }
}

/** A line across a chart, for `plugins.annotation.annotations`: a limit, a mean, a capacity. */
export function lineAcross({
  axis,
  at,
  colour,
  isDashed = true,
  widthPx,
  between,
  label,
}: Across): AnnotationOptions<'line'> {
  const ends = axis === 'x' ? { xMin: at, xMax: at } : { yMin: at, yMax: at }
  const length = between === undefined ? {} : lengthOf(axis, between)
  const look = {
    borderColor: colour,
    borderWidth: widthPx ?? (isDashed ? 1.5 : 2.5),
    borderDash: isDashed ? [5, 4] : [],
  }
  return {
    type: 'line',
    ...look,
    ...ends,
    ...length,
    ...(label === undefined ? {} : { label: labelOf(label, colour) }),
  }
}

function labelOf({ text, at, upPx }: NonNullable<Across['label']>, colour: string) {
  return {
    display: true,
    content: text,
    position: at,
    yAdjust: -upPx,
    backgroundColor: 'transparent',
    color: colour,
    font: () => ({ size: chartTextPxNow(), weight: 'normal' as const }),
    padding: 0,
  } as const
}

function lengthOf(axis: Across['axis'], [low, high]: readonly [number, number]) {
  return axis === 'x' ? { yMin: low, yMax: high } : { xMin: low, xMax: high }
}
