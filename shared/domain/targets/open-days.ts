import {
  type BusinessDate,
  eachDay,
  firstDayOf,
  lastDayOf,
  type Month,
  monthsTouching,
  weekdayOf,
} from '../../values/business-date.ts'

/** The days of `[from, to]` on which the store is open; openWeekdays as the store keeps it, `1234567` with Monday = 1. */
export function openDays(from: BusinessDate, to: BusinessDate, openWeekdays: string): BusinessDate[] {
  return eachDay(from, to).filter((day) => openWeekdays.includes(String(weekdayOf(day))))
}

/** Open days of the period on which nothing at all was entered. */
export function daysWithoutEntry(
  from: BusinessDate,
  to: BusinessDate,
  openWeekdays: string,
  visitDays: readonly BusinessDate[],
): BusinessDate[] {
  const entered = new Set(visitDays)
  return openDays(from, to, openWeekdays).filter((day) => !entered.has(day))
}

/**
 * The share of monthly targets that falls on `[from, to]`, by open days (interchange.md, targetProgress). Null when a month that
 * is touched has no target, or has one but not a single open day.
 */
export function targetOf(
  from: BusinessDate,
  to: BusinessDate,
  openWeekdays: string,
  targets: readonly { readonly month: Month; readonly deals: number }[],
): number | null {
  let sum = 0
  for (const month of monthsTouching(from, to)) {
    const target = targets.find((row) => row.month === month)
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    const whole = openDays(first, last, openWeekdays).length
    if (target === undefined || whole === 0) return null
    const inside = openDays(first > from ? first : from, last < to ? last : to, openWeekdays).length
    sum += (target.deals * inside) / whole
  }
  return sum
}
