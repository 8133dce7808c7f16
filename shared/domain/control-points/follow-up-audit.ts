import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import type { CountedFigureKey } from '../figures.ts'
import { ratio } from '../measures/ratio.ts'

/** The rules a to f of interchange.md, in their order. A suspicion is a question to ask, never an accusation (domain.md 5). */
export const SUSPICIONS = ['sameNote', 'burst', 'shortNote', 'loggedLate', 'noPhone', 'beforeLead'] as const
export type Suspicion = (typeof SUSPICIONS)[number]

export type AuditCount = {
  readonly done: number
  readonly reviewed: number
  readonly approved: number
  readonly suspect: number
}
export type FollowUpAudit = AuditCount & {
  readonly coverage: number | null
  readonly passRate: number | null
  readonly suspectByRule: Readonly<Record<Suspicion, number>>
  readonly byStaff: Readonly<Record<string, AuditCount>>
}

/** Control point 5: are the records looked at, and are they true. */
export function followUpAudit(facts: Facts): FollowUpAudit {
  const done = countOf(facts, 'followUpAudit.done')
  const reviewed = countOf(facts, 'followUpAudit.reviewed')
  const approved = countOf(facts, 'followUpAudit.approved')
  return {
    done,
    reviewed,
    approved,
    coverage: ratio(reviewed, done),
    passRate: ratio(approved, reviewed),
    suspect: countOf(facts, 'followUpAudit.suspect'),
    suspectByRule: Object.fromEntries(
      SUSPICIONS.map((rule) => [rule, countOf(facts, `followUpAudit.suspectByRule.${rule}`)]),
    ) as Record<Suspicion, number>,
    byStaff: auditByStaff(facts),
  }
}

function auditByStaff(facts: Facts): Record<string, AuditCount> {
  const per = (key: CountedFigureKey) => new Map(Object.entries(countBy(facts, key)))
  const reviewed = per('followUpAudit.byStaff.reviewed')
  const approved = per('followUpAudit.byStaff.approved')
  const suspect = per('followUpAudit.byStaff.suspect')
  return Object.fromEntries(
    [...per('followUpAudit.byStaff.done')].map(([id, done]) => [
      id,
      { done, reviewed: reviewed.get(id) ?? 0, approved: approved.get(id) ?? 0, suspect: suspect.get(id) ?? 0 },
    ]),
  )
}
