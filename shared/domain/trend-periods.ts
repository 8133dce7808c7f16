import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsTouching,
} from '../values/business-date.ts'

export type Period = { readonly from: BusinessDate; readonly to: BusinessDate }

/** How many periods a trend shows, the chosen one included (domain.md 5). */
export const TREND_PERIODS = 12

/**
 * The periods of a trend, oldest first, the chosen one last: whole calendar months step by as many months, so that February
 * stands beside January; anything else by its length in days.
 */
export function trendPeriods({ from, to }: Period, count: number = TREND_PERIODS): readonly Period[] {
  const step = isWholeMonths({ from, to }) ? stepMonths({ from, to }) : stepDays({ from, to })
  return Array.from({ length: count }, (_, i) => step(count - 1 - i))
}

export function isWholeMonths({ from, to }: Period): boolean {
  return from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))
}

type Step = (back: number) => Period

function stepMonths({ from, to }: Period): Step {
  const months = monthsTouching(from, to).length
  return (back) => ({
    from: firstDayOf(addMonths(monthOf(from), -back * months)),
    to: lastDayOf(addMonths(monthOf(to), -back * months)),
  })
}

function stepDays({ from, to }: Period): Step {
  const days = daysBetween(from, to) + 1
  return (back) => ({ from: addDays(from, -back * days), to: addDays(to, -back * days) })
}
