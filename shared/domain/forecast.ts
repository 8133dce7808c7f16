import { addDays, type BusinessDate } from '../values/business-date.ts'
import { countOf } from './counting.ts'
import type { Facts } from './facts.ts'
import { negativeBinomialQuantile } from './measures/negative-binomial.ts'
import type { Report } from './report.ts'
import { openDays } from './targets/open-days.ts'

export type Forecast = {
  /** Deals expected by the end of the period: those there are, and the experienced rate for the open days left. */
  readonly deals: number
  /** With 80% the period ends within these whole numbers, both included. */
  readonly low: number
  readonly high: number
  readonly openDaysLeft: number
  /** What the rate stands on. */
  readonly pastDeals: number
  readonly pastOpenDays: number
}

/**
 * Deals of the period with their 80% interval (domain.md 5, 9). Deals are taken to come independently and evenly over open
 * days, at a rate known only from the 90 days before and this period so far: a Poisson count whose rate has the Gamma
 * posterior of that experience (Jeffreys prior, shape + 1/2), so what is still to come is negative binomial. Little
 * experience gives a wide interval. It knows no seasons and no single lead; won leads do not enter twice, lost ones not at all.
 *
 * `before` are the facts of daysBefore(query). Null without an open day of experience. 30 deals in 60 open days and 10 days
 * left with 8 deals made: 8 + 10 x 0.5 = 13, between 10 and 16.
 */
export function forecastDeals(facts: Facts, before: Facts): Forecast | null {
  const { query, end, store } = facts
  const actual = countOf(facts, 'targetProgress.actual')
  const pastDeals = countOf(before, 'targetProgress.actual') + actual
  const pastOpenDays = openDays(experienceSince(facts, before), end, store.openWeekdays).length
  if (pastOpenDays === 0) return null
  const openDaysLeft = openDays(addDays(end, 1), query.to, store.openWeekdays).length
  return { ...expectDeals(actual, pastDeals, pastOpenDays, openDaysLeft), openDaysLeft, pastDeals, pastOpenDays }
}

/** A store that opened within the 90 days has no experience before its first entry. */
function experienceSince(facts: Facts, before: Facts): BusinessDate {
  return before.visitDays[0] ?? facts.query.from
}

export function expectDeals(
  actual: number,
  pastDeals: number,
  pastOpenDays: number,
  openDaysLeft: number,
): Pick<Forecast, 'deals' | 'low' | 'high'> {
  if (openDaysLeft === 0) return { deals: actual, low: actual, high: actual }
  const shape = pastDeals + 0.5
  const success = pastOpenDays / (pastOpenDays + openDaysLeft)
  const toCome = (openDaysLeft * pastDeals) / pastOpenDays
  return {
    deals: actual + toCome,
    // A rare deal's mean can lie above its 90% quantile, which is 0: the interval is widened to hold the forecast itself.
    low: actual + Math.min(negativeBinomialQuantile(0.1, shape, success), Math.floor(toCome)),
    high: actual + Math.max(negativeBinomialQuantile(0.9, shape, success), Math.ceil(toCome)),
  }
}

export type StillRequired = {
  readonly deals: number | null
  readonly fromStock: number
  /** Deals that new visitors must bring. */
  readonly fromNew: number | null
  readonly worked: number | null
  readonly captured: number | null
  readonly N: number | null
}

/**
 * What the rest of the target still asks for, backwards (domain.md 5, "Target breakdown"): deals still required minus those
 * expected from the stock -> worked = deals / C -> captured = worked / F -> N = captured / K, at the rates of the 90 days
 * before. Full precision; null where a rate is unknown or 0. 20 deals, 8 of them from stock, C 25%, F 50%, K 40%: 48, 96, 240.
 */
export function stillRequired(report: Report, before: Report): StillRequired {
  const deals = report.targetProgress.remaining
  const fromStock = report.customerTypes.stockValue
  const fromNew = deals === null ? null : Math.max(0, deals - fromStock)
  const worked = divided(fromNew, before.funnel.C)
  const captured = divided(worked, before.funnel.F)
  return { deals, fromStock, fromNew, worked, captured, N: divided(captured, before.funnel.K) }
}

/** Nothing is required of nothing, whatever the rate. */
function divided(amount: number | null, rate: number | null): number | null {
  if (amount === 0) return 0
  return amount === null || rate === null || rate === 0 ? null : amount / rate
}
