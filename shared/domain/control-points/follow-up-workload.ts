import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import type { CountedFigureKey } from '../figures.ts'
import { ratio } from '../measures/ratio.ts'

export type DueCount = {
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly missed: number
}
export type FollowUpWorkload = DueCount & {
  readonly compliance: number | null
  readonly doneByStaff: Readonly<Record<string, number>>
  /** Not done, and no longer needed that day: counted in none of the others. */
  readonly void: number
  readonly byStaff: Readonly<Record<string, DueCount>>
}

/** Control point 6: is what was promised done in time. Postponing keeps the first due date (domain.md 4, traps). */
export function followUpWorkload(facts: Facts): FollowUpWorkload {
  const due = countOf(facts, 'followUpWorkload.due')
  const onTime = countOf(facts, 'followUpWorkload.onTime')
  return {
    due,
    onTime,
    late: countOf(facts, 'followUpWorkload.late'),
    missed: countOf(facts, 'followUpWorkload.missed'),
    compliance: ratio(onTime, due),
    doneByStaff: countBy(facts, 'followUpWorkload.doneByStaff'),
    void: countOf(facts, 'followUpWorkload.void'),
    byStaff: dueByStaff(facts),
  }
}

function dueByStaff(facts: Facts): Record<string, DueCount> {
  const per = (key: CountedFigureKey) => new Map(Object.entries(countBy(facts, key)))
  const onTime = per('followUpWorkload.byStaff.onTime')
  const late = per('followUpWorkload.byStaff.late')
  const missed = per('followUpWorkload.byStaff.missed')
  return Object.fromEntries(
    [...per('followUpWorkload.byStaff.due')].map(([id, due]) => [
      id,
      { due, onTime: onTime.get(id) ?? 0, late: late.get(id) ?? 0, missed: missed.get(id) ?? 0 },
    ]),
  )
}
