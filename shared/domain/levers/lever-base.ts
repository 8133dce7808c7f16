import { OPEN_BUCKETS, type OpenBucket } from '../../values/grade.ts'
import { ratio } from '../measures/ratio.ts'
import type { Report } from '../report.ts'

/** One grade of the captured: how many of 1, how many of them are worked, and won of those; null is not known from this period. */
export type GradeRates = {
  readonly bucket: OpenBucket
  readonly share: number
  readonly F: number | null
  readonly C: number | null
}

/** What a period of the store says about its own chain, and what its work costs. */
export type LeverBase = {
  readonly N: number
  readonly K: number
  readonly F: number
  readonly C: number
  readonly grades: readonly GradeRates[]
  /** Done contacts per open day, to weigh more work against the capacity. Null without an open day. */
  readonly contactsPerDay: number | null
  /** Yuan per first visit, where costs are entered. */
  readonly costPerVisit: number | null
}

/** The base of a simulation; null while N, K, F or C of the period is not known or 0: nothing can be scaled from nothing. */
export function leverBaseOf(report: Report): LeverBase | null {
  const { N, K, F, C, captured } = report.funnel
  if (!K || !F || !C) return null
  const { ownedByGrade, workedByGrade, wonByGrade } = report.customerTypes
  const grades = OPEN_BUCKETS.map((bucket) => ({
    bucket,
    share: ownedByGrade[bucket] / captured,
    F: ratio(workedByGrade[bucket], ownedByGrade[bucket]),
    C: ratio(wonByGrade[bucket], workedByGrade[bucket]),
  }))
  return {
    N,
    K,
    F,
    C,
    grades,
    contactsPerDay: ratio(report.followUpAudit.done, report.targetProgress.openDaysSoFar),
    costPerVisit: costPerVisitOf(report),
  }
}

/** Over the channels whose cost is entered: the others would look free. */
function costPerVisitOf({ leadSources }: Report): number | null {
  const priced = Object.values(leadSources.byChannel).filter(({ cost }) => cost !== null)
  const sum = (of: (channel: (typeof priced)[number]) => number) => priced.reduce((total, one) => total + of(one), 0)
  return ratio(
    sum(({ cost }) => cost ?? 0),
    sum(({ N }) => N),
  )
}

/** Whether moving customers between A, B and C can change anything: all three have a closing rate of the store's own. */
export function isMixKnown(base: LeverBase): boolean {
  return (['A', 'B', 'C'] as const).every((grade) =>
    base.grades.some(({ bucket, C }) => bucket === grade && C !== null),
  )
}
