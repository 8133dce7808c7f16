import { addDays, type BusinessDate, weekdayOf } from '../../values/business-date.ts'
import { openDays } from './open-days.ts'

/**
 * Splits a whole number by weights so that the shares add up to it (largest remainder): everyone gets the whole part of the
 * exact share, what is left goes to the largest remainders, ties to the earlier. No weight at all is equal weights.
 * 10 by 1, 1, 1 -> 4, 3, 3.
 */
export function splitWhole(whole: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(whole) || whole < 0) throw new RangeError(`not a whole number to split: ${whole}`)
  if (weights.some((weight) => !Number.isFinite(weight) || weight < 0))
    throw new RangeError('a weight is not a number >= 0')
  if (weights.length === 0) {
    if (whole > 0) throw new RangeError(`nobody to share ${whole}`)
    return []
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => whole * (total === 0 ? 1 / weights.length : weight / total))
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = exact
    .map((quota, i) => ({ i, remainder: quota - Math.floor(quota) }))
    .filter(({ i }) => total === 0 || (weights[i] ?? 0) > 0)
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  const lucky = new Set(byRemainder.slice(0, left).map(({ i }) => i))
  return shares.map((share, i) => share + (lucky.has(i) ? 1 : 0))
}

export type SplitMethod = 'equally' | 'byRecentDeals' | 'byCapacity'
export type TargetPerson = {
  readonly id: string
  /** Deals of the last three months. */
  readonly recentDeals: number
  readonly dailyCapacity: number | null
}
export type PersonShare = { readonly staffId: string; readonly deals: number }

/** A store's target to people. Who has no capacity set counts as the average of those who have. */
export function splitToPeople(whole: number, people: readonly TargetPerson[], method: SplitMethod): PersonShare[] {
  const shares = splitWhole(whole, weightsOf(people, method))
  return people.map(({ id }, i) => ({ staffId: id, deals: shares[i] ?? 0 }))
}

function weightsOf(people: readonly TargetPerson[], method: SplitMethod): number[] {
  switch (method) {
    case 'equally':
      return people.map(() => 1)
    case 'byRecentDeals':
      return people.map(({ recentDeals }) => recentDeals)
    case 'byCapacity': {
      const known = people.flatMap(({ dailyCapacity }) => (dailyCapacity === null ? [] : [dailyCapacity]))
      const average = known.length === 0 ? 1 : known.reduce((sum, one) => sum + one, 0) / known.length
      return people.map(({ dailyCapacity }) => dailyCapacity ?? average)
    }
  }
}

/** Weight of a selling day by weekday, Monday = 1; 1 for a weekday that is not named. */
export type WeekdayWeights = ReadonlyMap<number, number>
export type DayShare = { readonly date: BusinessDate; readonly deals: number }
export type WeekShare = { readonly monday: BusinessDate; readonly deals: number; readonly days: readonly DayShare[] }

/**
 * A target to the weeks and days of `[from, to]` by selling-day weights: first to weeks, then each week's to its days, so that
 * a small target spreads over the month and weeks are the sums of their days. Closed days get nothing; a period without an
 * open day cannot share out anything (RangeError).
 */
export function splitToDays(
  whole: number,
  period: { readonly from: BusinessDate; readonly to: BusinessDate },
  openWeekdays: string,
  weights: WeekdayWeights = new Map(),
): WeekShare[] {
  const weeks = Map.groupBy(openDays(period.from, period.to, openWeekdays), mondayOf)
  const entries = [...weeks].map(([monday, days]) => ({
    monday,
    days,
    weights: days.map((day) => weights.get(weekdayOf(day)) ?? 1),
  }))
  const perWeek = splitWhole(
    whole,
    entries.map((week) => week.weights.reduce((sum, weight) => sum + weight, 0)),
  )
  return entries.map(({ monday, days, weights: dayWeights }, i) => {
    const deals = perWeek[i] ?? 0
    const perDay = splitWhole(deals, dayWeights)
    return { monday, deals, days: days.map((date, j) => ({ date, deals: perDay[j] ?? 0 })) }
  })
}

function mondayOf(date: BusinessDate): BusinessDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** A weekday needs this many days of its own before its own experience outweighs the average. */
const SHRINK_DAYS = 4

/**
 * Weights learned from the deals of a past period: deals per open day of the weekday over deals per open day, drawn towards 1
 * as long as there are few such days. Without deals every day weighs 1.
 */
export function learnWeekdayWeights(
  deals: readonly { readonly orderedOn: BusinessDate; readonly count: number }[],
  period: { readonly from: BusinessDate; readonly to: BusinessDate },
  openWeekdays: string,
): WeekdayWeights {
  const days = openDays(period.from, period.to, openWeekdays)
  const open = new Set(days)
  const sold = deals.filter(({ orderedOn }) => open.has(orderedOn))
  const mean = sold.reduce((sum, { count }) => sum + count, 0) / days.length
  const weights = new Map<number, number>()
  for (const [weekday, own] of Map.groupBy(days, weekdayOf)) {
    const ownDeals = sold.reduce((sum, deal) => sum + (weekdayOf(deal.orderedOn) === weekday ? deal.count : 0), 0)
    weights.set(weekday, mean === 0 ? 1 : (ownDeals + SHRINK_DAYS * mean) / (own.length + SHRINK_DAYS) / mean)
  }
  return weights
}
