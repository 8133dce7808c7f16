import {
  type BusinessDate,
  eachDay,
  firstDayOf,
  lastDayOf,
  monthsTouching,
  weekdayOf,
} from '../../values/business-date.ts'
import type { Facts } from '../facts.ts'
import { expectDeals, type Forecast } from '../forecast.ts'
import { openDays } from './open-days.ts'

/** A day of the period on the way to its target; sums from the period's first day up to and with this one. */
export type CurveDay = {
  readonly date: BusinessDate
  readonly isOpen: boolean
  /** Deals the target expects by the end of the day; null from the first month without a target on. */
  readonly expected: number | null
  /** Deals to expect by the end of the day, from END on; before it what happened is known, and this is null. */
  readonly forecast: Pick<Forecast, 'deals' | 'low' | 'high'> | null
}

/**
 * The whole period day by day: what the target wants by each, and what experience lets expect of those still to come. On END it
 * says what the report says (expectedByNow, actual), on the last day what the forecast says.
 */
export function targetCurve(facts: Facts, forecast: Forecast | null, actual: number): readonly CurveDay[] {
  const { query, end, store } = facts
  const expected = expectedByDay(facts)
  let openSinceEnd = 0
  return eachDay(query.from, query.to).map((date, i) => {
    const isOpen = isOpenOn(date, store.openWeekdays)
    if (isOpen && date > end) openSinceEnd += 1
    const ahead =
      forecast === null || date < end
        ? null
        : expectDeals(actual, forecast.pastDeals, forecast.pastOpenDays, openSinceEnd)
    return { date, isOpen, expected: expected[i] ?? null, forecast: ahead }
  })
}

/** targetOf(from, day) for every day, month by month and with the same sums, so that it is the same number. */
function expectedByDay({ query, store, targets }: Facts): readonly (number | null)[] {
  let before: number | null = 0
  return monthsTouching(query.from, query.to).flatMap((month) => {
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    const deals = targets.find((row) => row.month === month)?.deals
    const whole = openDays(first, last, store.openWeekdays).length
    const start = before
    let opened = 0
    const sums = eachDay(first > query.from ? first : query.from, last < query.to ? last : query.to).map((day) => {
      if (isOpenOn(day, store.openWeekdays)) opened += 1
      return start === null || deals === undefined || whole === 0 ? null : start + (deals * opened) / whole
    })
    before = sums.at(-1) ?? null
    return sums
  })
}

function isOpenOn(day: BusinessDate, openWeekdays: string): boolean {
  return openWeekdays.includes(String(weekdayOf(day)))
}
