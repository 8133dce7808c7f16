import { addDays } from '../values/business-date.ts'
import type { ReportQuery } from './facts.ts'

/** How far the rates of experience reach back (domain.md 4: "the 90 days before the period"). */
const EXPERIENCE_DAYS = 90

/**
 * The 90 days before a period, known as far as the period's own report is: a lead that came then and bought since counts as
 * bought, or the rates would always look worse than they were.
 */
export function daysBefore(query: ReportQuery): ReportQuery {
  return { ...query, from: addDays(query.from, -EXPERIENCE_DAYS), to: addDays(query.from, -1) }
}
