import { findPlan, fulfilPlan, insertPlan, insertUnplanned, movePlan } from '../../../db/repositories/follow-ups.ts'
import { findScript, noteScriptUse } from '../../../db/repositories/scripts.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { type BusinessDate, businessDateOf } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import { leadOf, wake } from './lead-record.ts'
import { isStillToCome } from './still-to-come.ts'

/** Logs a contact: the open plan, if there is one, is fulfilled by it, and the next is planned. */
export function logFollowUp(context: Context, input: ParsedInputOf<'followUps.log'>): OutputOf<'followUps.log'> {
  const { db, now } = context
  const lead = leadOf(context, input.leadId)
  if (lead.status === 'lost') throw new Refusal('lead_closed')
  // Just now is never before the lead, also when the PC's clock was set back since.
  const doneAt = input.doneAt ?? Math.max(now, lead.createdAt)
  if (input.doneAt !== null && isStillToCome(context, input.doneAt)) throw refused('doneAt', 'in_the_future')
  if (doneAt < lead.createdAt) throw refused('doneAt', 'before_creation')
  assertNotPast(context, input.nextDueOn, 'nextDueOn')
  const { scriptId } = input
  if (scriptId !== null && findScript(db, scriptId) === null) {
    throw new Refusal('invalid_input', { fields: [{ path: 'scriptId', code: 'not_found' }] })
  }

  const plan = findPlan(db, lead.id)
  const done = {
    id: plan?.id ?? context.newId(),
    leadId: lead.id,
    staffId: context.me.id,
    doneAt,
    doneOn: businessDateOf(doneAt, context.timeZone),
    loggedAt: now,
    method: input.method,
    outcome: input.outcome,
    note: input.note,
  }
  if (plan === null) insertUnplanned(db, done)
  else fulfilPlan(db, done)
  if (scriptId !== null) noteScriptUse(db, done.id, scriptId)
  if (input.outcome !== 'not_reached') wake(context, lead, 'contact', doneAt)
  if (input.nextDueOn !== null) setPlan(context, lead.id, lead.ownerId ?? context.me.id, input.nextDueOn)
  return { followUpId: done.id }
}

export function planFollowUp(context: Context, input: ParsedInputOf<'followUps.plan'>): OutputOf<'followUps.plan'> {
  const lead = leadOf(context, input.leadId)
  if (lead.status === 'lost') throw new Refusal('lead_closed')
  assertNotPast(context, input.dueOn, 'dueOn')
  setPlan(context, lead.id, lead.ownerId ?? context.me.id, input.dueOn)
  return { done: true }
}

/** One next date per lead: the plan there is is moved, keeping the day it was first due. */
function setPlan(context: Context, leadId: string, staffId: string, dueOn: BusinessDate): void {
  const open = findPlan(context.db, leadId)
  if (open === null) insertPlan(context.db, { id: context.newId(), leadId, staffId, dueOn })
  else movePlan(context.db, open.id, dueOn)
}

function assertNotPast(context: Context, date: BusinessDate | null, path: string): void {
  if (date !== null && date < context.today) {
    throw new Refusal('invalid_input', { fields: [{ path, code: 'in_the_past' }] })
  }
}

function refused(path: string, code: 'in_the_future' | 'before_creation'): Refusal {
  return new Refusal(code, { fields: [{ path, code }] })
}
