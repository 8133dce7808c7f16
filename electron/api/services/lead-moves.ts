import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { monthsUntil } from '../../../shared/domain/screening/facts.ts'
import type { Context } from '../context.ts'
import { leadOf } from './lead-record.ts'
import { screenLead } from './lead-screening.ts'

/**
 * A card moved on the board: the stage of mind is one more answer, by which the rules grade anew; a grade chosen by hand is a
 * decision against the rules and owes its reason, unless it is what they propose.
 */
export function moveLead(
  context: Context,
  { leadId, version, to }: ParsedInputOf<'leads.move'>,
): OutputOf<'leads.move'> {
  const { status, facts } = leadOf(context, leadId)
  if (status !== 'open' && status !== 'dormant') throw new Refusal('lead_closed')
  const { expectedOn, ...answers } = facts
  // The months as they are today, so that moving a card does not push the expected day away.
  const horizonMonths = expectedOn === null ? answers.horizonMonths : monthsUntil(context.today, expectedOn)
  const stage = to.by === 'stage' ? to.stage : answers.stage
  const override = to.by === 'stage' ? null : { grade: to.grade, reason: to.reason }
  return screenLead(context, { leadId, version, facts: { ...answers, horizonMonths, stage }, override })
}
