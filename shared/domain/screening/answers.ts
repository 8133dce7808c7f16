import type { BusinessDate } from '../../values/business-date.ts'
import { monthsLater, monthsUntil, type ScreeningFacts } from './facts.ts'

/**
 * The day the purchase is expected, counted from the answer given today. The same answer given again does not push the day away,
 * or a lead that is asked every week would stay three months off for ever.
 */
export function expectedDay(
  today: BusinessDate,
  horizonMonths: number | null,
  before: BusinessDate | null,
): BusinessDate | null {
  if (horizonMonths === null) return null
  if (before !== null && monthsUntil(today, before) === horizonMonths) return before
  return monthsLater(today, horizonMonths)
}

/** The facts a grade is decided on. Where the day of purchase is known, the months to it shrink by themselves and are no news. */
export function sameFacts(one: ScreeningFacts, other: ScreeningFacts): boolean {
  const horizonOf = (facts: ScreeningFacts) => facts.expectedOn ?? facts.horizonMonths
  return (
    horizonOf(one) === horizonOf(other) &&
    one.selectionStarted === other.selectionStarted &&
    one.waitingFor === other.waitingFor &&
    one.wantsNewCar === other.wantsNewCar &&
    one.contentWithCurrent === other.contentWithCurrent &&
    one.stage === other.stage &&
    one.budget === other.budget &&
    one.decider === other.decider &&
    one.competitor === other.competitor
  )
}
