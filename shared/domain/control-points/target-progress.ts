import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import { ratio } from '../measures/ratio.ts'
import { openDays, targetOf } from '../targets/open-days.ts'

export type TargetProgress = {
  readonly target: number | null
  readonly actual: number
  readonly expectedByNow: number | null
  readonly pace: number | null
  readonly remaining: number | null
  readonly cancelled: number
  /** Selling days of the period up to END, and after it. */
  readonly openDaysSoFar: number
  readonly openDaysLeft: number
  readonly byStaff: Readonly<Record<string, number>>
}

/** Control point 9: is the store where it should be by now, by open days. */
export function targetProgress(facts: Facts): TargetProgress {
  const { query, end, store, targets } = facts
  const target = targetOf(query.from, query.to, store.openWeekdays, targets)
  const expectedByNow = targetOf(query.from, end, store.openWeekdays, targets)
  const actual = countOf(facts, 'targetProgress.actual')
  const openDaysSoFar = openDays(query.from, end, store.openWeekdays).length
  return {
    target,
    actual,
    expectedByNow,
    pace: ratio(actual, expectedByNow),
    remaining: target === null ? null : Math.max(0, target - actual),
    cancelled: countOf(facts, 'targetProgress.cancelled'),
    openDaysSoFar,
    openDaysLeft: openDays(query.from, query.to, store.openWeekdays).length - openDaysSoFar,
    byStaff: countBy(facts, 'targetProgress.byStaff'),
  }
}
