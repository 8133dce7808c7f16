import type { BusinessDate } from '../../values/business-date.ts'
import { addMonths, daysBetween, lastDayOf, monthOf } from '../../values/business-date.ts'
import type { Stage } from '../../values/grade.ts'

/** What is known of a purchase intent (domain.md 3). Null is "nobody asked yet", which is not the same as "no". */
export type ScreeningFacts = {
  readonly horizonMonths: number | null
  /** The expected purchase date; where it is known the horizon is counted from it, so that a lead comes nearer by itself. */
  readonly expectedOn: BusinessDate | null
  readonly selectionStarted: boolean | null
  readonly waitingFor: string | null
  readonly wantsNewCar: boolean | null
  readonly contentWithCurrent: boolean | null
  readonly stage: Stage | null
  readonly budget: string | null
  readonly decider: string | null
  readonly competitor: string | null
}

/** The facts a rule may ask for: all but the date, which speaks through the horizon. */
export type FactName = Exclude<keyof ScreeningFacts, 'expectedOn'>
export type FactValue = number | boolean | string

export const noFacts: ScreeningFacts = {
  horizonMonths: null,
  expectedOn: null,
  selectionStarted: null,
  waitingFor: null,
  wantsNewCar: null,
  contentWithCurrent: null,
  stage: null,
  budget: null,
  decider: null,
  competitor: null,
}

/** The day `months` later, on the last day of a shorter month. */
export function monthsLater(date: BusinessDate, months: number): BusinessDate {
  const month = addMonths(monthOf(date), months)
  const last = lastDayOf(month)
  const same = `${month}-${date.slice(8, 10)}` as BusinessDate
  return same < last ? same : last
}

/** The fewest whole months from `today` within which `expectedOn` lies; 0 when it is today or past. */
export function monthsUntil(today: BusinessDate, expectedOn: BusinessDate): number {
  if (expectedOn <= today) return 0
  const [year, month] = [Number(expectedOn.slice(0, 4)), Number(expectedOn.slice(5, 7))]
  const whole = (year - Number(today.slice(0, 4))) * 12 + month - Number(today.slice(5, 7))
  return monthsLater(today, whole) >= expectedOn ? whole : whole + 1
}

/** What a month of a horizon counts where nobody has said the day. */
const DAYS_OF_MONTH = 30

/** The days within which the purchase is expected as of `today`, 0 when that day has come; null when it is not known. */
export function horizonDays(facts: ScreeningFacts, today: BusinessDate): number | null {
  if (facts.expectedOn !== null) return Math.max(0, daysBetween(today, facts.expectedOn))
  return facts.horizonMonths === null ? null : facts.horizonMonths * DAYS_OF_MONTH
}

/** The value of a fact as of `today`; null when it is not known. Blank text is not an answer. */
export function factValue(facts: ScreeningFacts, name: FactName, today: BusinessDate): FactValue | null {
  if (name === 'horizonMonths' && facts.expectedOn !== null) return monthsUntil(today, facts.expectedOn)
  const value = facts[name]
  if (typeof value !== 'string') return value
  return value.trim() === '' ? null : value
}
