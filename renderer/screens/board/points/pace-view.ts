import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import type { CurveDay } from '../../../../shared/domain/targets/target-curve.ts'

/** A day of a running sum held against what is wanted by it; null is not known, or not yet. */
export type PaceDay = {
  readonly date: string
  readonly isOpen: boolean
  /** That day's own records; null after END. */
  readonly count: number | null
  readonly sum: number | null
  readonly expected: number | null
  readonly forecast: { readonly deals: number; readonly low: number; readonly high: number } | null
  /** What the sum must be at the end of the day, from END on, if the rest is made evenly over the open days left. */
  readonly required: number | null
}

type Asked = {
  readonly curve: readonly CurveDay[]
  /** The counts by date of what the curve sums up. */
  readonly cells: readonly BreakdownCell[]
  /** The last day that is known. */
  readonly end: string
  /** What the whole period still needs on the last day; null: no such line. */
  readonly target: number | null
  /** How many of what is summed up one expected deal stands for; null is not known. */
  readonly perDeal: number | null
}

/** Day by day: the sum so far, what was wanted by then, and from END on what is to be expected and what is required. */
export function paceDays({ curve, cells, end, target, perDeal }: Asked): readonly PaceDay[] {
  const counts = new Map(cells.map(({ param, count }) => [param, count]))
  const daysLeft = curve.filter(({ date, isOpen }) => isOpen && date > end).length
  const total = cells.reduce((all, { count }) => all + count, 0)
  let sum = 0
  let daysAhead = 0
  return curve.map(({ date, isOpen, expected, forecast }) => {
    const isKnown = date <= end
    const count = counts.get(date) ?? 0
    sum += count
    if (isOpen && !isKnown) daysAhead += 1
    const needs = target !== null && target > total && daysLeft > 0 && date >= end
    return {
      date,
      isOpen,
      count: isKnown ? count : null,
      sum: isKnown ? sum : null,
      expected: expected === null || perDeal === null ? null : expected * perDeal,
      forecast,
      required: needs ? total + ((target - total) * daysAhead) / daysLeft : null,
    }
  })
}

type Person = {
  readonly staffId: string
  readonly name: string
  readonly actual: number
  readonly target: number | null
}

/** Who is furthest along first; who has no target stands last, by what they sold. */
export function peopleByProgress(
  people: readonly {
    readonly staffId: string
    readonly name: string
    readonly report: {
      readonly targetProgress: { readonly actual: number; readonly target: number | null; readonly pace: number | null }
    }
  }[],
): readonly (Person & { readonly pace: number | null })[] {
  return people
    .map(({ staffId, name, report: { targetProgress } }) => {
      const { actual, target, pace } = targetProgress
      return { staffId, name, actual, target, pace }
    })
    .sort((a, b) => (b.pace ?? -1) - (a.pace ?? -1) || b.actual - a.actual)
}
