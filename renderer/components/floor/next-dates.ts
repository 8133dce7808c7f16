import { nextFollowUpDue } from '../../../shared/domain/screening/screen.ts'
import { addDays, type BusinessDate } from '../../../shared/values/business-date.ts'
import type { Grade } from '../../../shared/values/grade.ts'
import type { FollowUpOutcome } from '../../../shared/values/vocabulary.ts'

export const NEXT_KINDS = ['cadence', 'tomorrow', 'threeDays', 'week'] as const
export type NextKind = (typeof NEXT_KINDS)[number]
export type NextDate = { readonly kind: NextKind; readonly date: BusinessDate }

export type Cadence = {
  readonly cadenceDays: Readonly<Record<Grade, number>>
  readonly openWeekdays: readonly number[]
}

/** A lead nobody has graded is kept as one of which nothing is known: screening rule 5 (domain.md 3). */
const UNGRADED_AS: Grade = 'C'

/** The dates offered with one press, the cadence of the grade first; a date that stands there already is not offered twice. */
export function quickDates(
  today: BusinessDate,
  grade: Grade | null,
  { cadenceDays, openWeekdays }: Cadence,
): NextDate[] {
  const offered: NextDate[] = [
    { kind: 'cadence', date: nextFollowUpDue(today, cadenceDays[grade ?? UNGRADED_AS], openWeekdays) },
    { kind: 'tomorrow', date: addDays(today, 1) },
    { kind: 'threeDays', date: addDays(today, 3) },
    { kind: 'week', date: addDays(today, 7) },
  ]
  return offered.filter(({ date }, at) => offered.findIndex((other) => other.date === date) === at)
}

/** What is proposed after a contact: who was not reached is tried again tomorrow, everyone else in their grade's cadence. */
export function proposedDate(offered: readonly NextDate[], outcome: FollowUpOutcome | null): BusinessDate | null {
  const [cadence] = offered
  if (outcome !== 'not_reached') return cadence?.date ?? null
  return offered.find(({ kind }) => kind === 'tomorrow')?.date ?? cadence?.date ?? null
}
