import { findGradeReason, updateLeadFacts } from '../../../db/repositories/leads.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { expectedDay, sameFacts } from '../../../shared/domain/screening/answers.ts'
import { decideGrade } from '../../../shared/domain/screening/decide-grade.ts'
import { gradeUnder } from '../../../shared/domain/screening/screen.ts'
import type { Context } from '../context.ts'
import { leadOf, record } from './lead-record.ts'
import { rulesInForce } from './rules-in-force.ts'

/** Saves what was learned and the grade that follows from it, or the one a person chose with a reason (domain.md 3). */
export function screenLead(context: Context, input: ParsedInputOf<'leads.screen'>): OutputOf<'leads.screen'> {
  const lead = leadOf(context, input.leadId)
  const expectedOn = expectedDay(context.today, input.facts.horizonMonths, lead.facts.expectedOn)
  const facts = { ...input.facts, expectedOn }
  if (!updateLeadFacts(context.db, lead.id, input.version, facts)) throw new Refusal('changed_meanwhile')

  const proposed = gradeUnder(rulesInForce(context.db), facts, context.today)
  const reason = findGradeReason(context.db, lead.id)
  const decision = decideGrade({
    proposed,
    current: lead.grade === null ? null : { grade: lead.grade, reason, source: reason === null ? 'rules' : 'override' },
    factsChanged: !sameFacts(facts, lead.facts),
    ...(input.override === null ? {} : { override: input.override }),
  })
  if (!decision.ok) {
    throw new Refusal('reason_required', { fields: [{ path: 'override.reason', code: 'required' }] })
  }
  if (decision.grade !== lead.grade || decision.reason !== reason) {
    record(context, lead, { kind: 'grade', value: decision.grade, reason: decision.reason })
  }
  return { grade: decision.grade, version: input.version + 1 }
}
