import { updateLeadFacts, findGradeReason } from '../../../db/repositories/leads.ts'
import { cadenceDays } from '../../../db/repositories/store.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { decideGrade } from '../../../shared/domain/screening/decide-grade.ts'
import { monthsLater, monthsUntil } from '../../../shared/domain/screening/facts.ts'
import { defaultRuleSet } from '../../../shared/domain/screening/rule-set.ts'
import { screen } from '../../../shared/domain/screening/screen.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import { leadOf, record } from './lead-record.ts'

/** Saves what was learned and the grade that follows from it, or the one a person chose with a reason (domain.md 3). */
export function screenLead(context: Context, input: ParsedInputOf<'leads.screen'>): OutputOf<'leads.screen'> {
  const lead = leadOf(context, input.leadId)
  const facts = { ...input.facts, expectedOn: expectedOn(context.today, input.facts.horizonMonths, lead.facts) }
  const factsChanged = Object.entries(facts).some(([name, value]) => lead.facts[name as keyof typeof facts] !== value)
  if (!updateLeadFacts(context.db, lead.id, input.version, facts)) throw new Refusal('changed_meanwhile')

  const proposed = screen(facts, defaultRuleSet, { today: context.today, cadenceDays: cadenceDays(context.db) }).grade
  const reason = findGradeReason(context.db, lead.id)
  const decision = decideGrade({
    proposed,
    current: lead.grade === null ? null : { grade: lead.grade, reason, source: reason === null ? 'rules' : 'override' },
    factsChanged,
    ...(input.override === null ? {} : { override: input.override }),
  })
  if (!decision.ok) {
    throw new Refusal('reason_required', { fields: [{ path: 'override.reason', code: 'required' }] })
  }
  if (decision.grade !== lead.grade) {
    record(context, lead, { kind: 'grade', value: decision.grade, reason: decision.reason })
  }
  return { grade: decision.grade, version: input.version + 1 }
}

/**
 * The day the purchase is expected: counted from the answer given today. The same answer given again does not push the day away,
 * or a lead that is asked every week would stay three months off for ever.
 */
function expectedOn(
  today: BusinessDate,
  horizonMonths: number | null,
  before: { readonly horizonMonths: number | null; readonly expectedOn: BusinessDate | null },
): BusinessDate | null {
  if (horizonMonths === null) return null
  if (before.expectedOn !== null && monthsUntil(today, before.expectedOn) === horizonMonths) return before.expectedOn
  return monthsLater(today, horizonMonths)
}
