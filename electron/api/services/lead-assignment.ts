import { type AssignableLead, handOver, listOwners } from '../../../db/repositories/lead-assignment.ts'
import { listMatchingLeads } from '../../../db/repositories/lead-list.ts'
import { findStaff } from '../../../db/repositories/staff.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { addDays } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import { questionOf } from './lead-list.ts'
import { FIRST_CONTACT_DAYS } from './lead-record.ts'

/** All of them or none: a lead that is not there, or an owner without a reason, refuses the whole act. */
export function assignLeads(context: Context, input: ParsedInputOf<'leads.assign'>): OutputOf<'leads.assign'> {
  const leadIds = [...new Set(input.leadIds)]
  const leads = listOwners(context.db, leadIds)
  if (leads.length < leadIds.length) throw new Refusal('not_found')
  return assign(context, leads, input)
}

/** What was agreed to was a number of leads: when another number matches by now, nothing is done. */
export function assignMatchingLeads(
  context: Context,
  input: ParsedInputOf<'leads.assignMatching'>,
): OutputOf<'leads.assignMatching'> {
  const except = new Set(input.except)
  const matching = listMatchingLeads(context.db, questionOf(context, input.filter))
  const leadIds = matching.filter((leadId) => !except.has(leadId))
  if (leadIds.length !== input.expected) throw new Refusal('count_changed', { params: { count: leadIds.length } })
  return assign(context, listOwners(context.db, leadIds), input)
}

type Assignment = { readonly staffId: string | null; readonly reason: string | null }

function assign(context: Context, leads: readonly AssignableLead[], { staffId, reason }: Assignment) {
  const { db, me, now, today, newId } = context
  assertMayOwn(context, staffId)
  const moving = leads.filter(({ ownerId }) => ownerId !== staffId)
  if (reason === null && moving.some(({ ownerId }) => ownerId !== null)) {
    throw new Refusal('reason_required', { fields: [{ path: 'reason', code: 'required' }] })
  }
  const ids = moving.map(({ id }) => id)
  const firstContactOn = addDays(today, FIRST_CONTACT_DAYS)
  handOver(db, ids, { staffId, reason, byId: me.id, now, today, firstContactOn, newId })
  return { moved: ids.length }
}

/** Reception logs visitors and owns no leads (domain.md 2); who has left gets none. */
function assertMayOwn(context: Context, staffId: string | null): void {
  if (staffId === null) return
  const person = findStaff(context.db, staffId)
  if (person === null) throw new Refusal('not_found')
  if (!person.active) throw new Refusal('person_inactive', { params: { name: person.name } })
  if (person.role === 'reception') throw new Refusal('not_an_owner_of_leads', { params: { name: person.name } })
}
