import { type CountedFigureKey, counted, FIGURES, type Figure, type Where } from './figures.ts'

/**
 * A count of the report broken down further, for a chart: its cells add up to `sumsTo` of the same query. What is drawn for a cell
 * opens the records of that cell, which are the ones it counts.
 */
export type Breakdown = Figure & { readonly sumsTo: CountedFigureKey }

function parts(sumsTo: CountedFigureKey, figure: Figure): Breakdown {
  return { ...figure, sumsTo }
}

export const BREAKDOWNS = {
  'targetProgress.byDay': parts('targetProgress.actual', counted('deals', { cancelled: 0 }, ['date'])),
} as const satisfies Readonly<Record<string, Breakdown>>

export type BreakdownKey = keyof typeof BREAKDOWNS
export const BREAKDOWN_KEYS = Object.keys(BREAKDOWNS) as readonly BreakdownKey[]

/** What has records of the store behind it; the one figure that counts days has none. */
export type RecordedFigureKey = CountedFigureKey | BreakdownKey
export type FigureKey = RecordedFigureKey | 'visitorRecording.openDaysWithoutEntry'

/** Which records a figure or a breakdown is about. */
export function figureOf(key: RecordedFigureKey): Figure {
  return key in BREAKDOWNS ? BREAKDOWNS[key as BreakdownKey] : FIGURES[key as CountedFigureKey]
}

/** What a figure's list filters by: its own conditions and those its parameter stands for ('C>B' for two). */
export function whereOf(key: RecordedFigureKey, param: string | undefined): Where {
  const { where, by } = figureOf(key)
  if (param === undefined) return where
  const values = valuesOf(key, param)
  if (values === null) throw new RangeError(`${key} does not take the parameter ${param}`)
  return { ...where, ...Object.fromEntries(by.map((dimension, i) => [dimension, values[i] ?? null])) }
}

/**
 * The values a parameter holds, one for each dimension; null when they are not as many. The last takes the rest: an id may hold any
 * sign, so whatever is free text stands last in `by`.
 */
export function valuesOf(key: RecordedFigureKey, param: string): readonly string[] | null {
  const { by } = figureOf(key)
  if (by.length === 0) return null
  const parts = param.split('>')
  const values = [...parts.slice(0, by.length - 1), parts.slice(by.length - 1).join('>')]
  return parts.length < by.length ? null : values
}

/** One cell of a breakdown: what `board.records` takes as its parameter, its values in the order of `by`, and how many. */
export type BreakdownCell = { readonly param: string; readonly by: readonly string[]; readonly count: number }
