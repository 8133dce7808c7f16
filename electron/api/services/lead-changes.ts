import { findCustomer, findCustomersByPhone, updateCustomer } from '../../../db/repositories/customers.ts'
import { dropPlansAfter, handOverPlans } from '../../../db/repositories/follow-ups.ts'
import { findStaff } from '../../../db/repositories/staff.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { phoneKey } from '../../../shared/values/phone.ts'
import type { Context } from '../context.ts'
import { ensurePlan, leadOf, record, setStatus } from './lead-record.ts'

export function updateCustomerOf(
  context: Context,
  input: ParsedInputOf<'leads.updateCustomer'>,
): OutputOf<'leads.updateCustomer'> {
  const lead = leadOf(context, input.leadId)
  const { name, phone, wechat, gender, city, note } = input
  if (phone === null && wechat === null) {
    throw new Refusal('contact_required', { fields: [{ path: 'phone', code: 'contact_required' }] })
  }
  const before = findCustomer(context.db, lead.customerId)
  const key = phoneKey(phone)
  const others =
    key === null ? [] : findCustomersByPhone(context.db, key).filter((other) => other.id !== lead.customerId)
  const numberIsNew = key !== phoneKey(before?.phone)
  if (others[0] !== undefined && numberIsNew && !input.sharesPhone) {
    throw new Refusal('phone_taken', {
      fields: [{ path: 'phone', code: 'phone_taken' }],
      params: { name: others[0].name },
    })
  }
  updateCustomer(context.db, { id: lead.customerId, name, phone, wechat, gender, city, note })
  return { done: true }
}

export function assignLeads(context: Context, input: ParsedInputOf<'leads.assign'>): OutputOf<'leads.assign'> {
  assertMayOwn(context, input.staffId)
  let moved = 0
  for (const leadId of new Set(input.leadIds)) {
    const lead = leadOf(context, leadId)
    if (lead.ownerId === input.staffId) continue
    if (lead.ownerId !== null && input.reason === null) {
      throw new Refusal('reason_required', { fields: [{ path: 'reason', code: 'required' }] })
    }
    record(context, lead, { kind: 'owner', value: input.staffId, reason: input.reason })
    if (input.staffId !== null) handOverPlans(context.db, leadId, input.staffId)
    // Whoever gave it away may no longer make the contact, and must not be counted as having missed it.
    else dropPlansAfter(context.db, leadId, context.today)
    if (lead.status === 'open') ensurePlan(context, leadId, input.staffId, context.today)
    moved += 1
  }
  return { moved }
}

/** Reception logs visitors and owns no leads (domain.md 2); who has left gets none. */
function assertMayOwn(context: Context, staffId: string | null): void {
  if (staffId === null) return
  const person = findStaff(context.db, staffId)
  if (person === null) throw new Refusal('not_found')
  if (!person.active) throw new Refusal('person_inactive', { params: { name: person.name } })
  if (person.role === 'reception') throw new Refusal('not_an_owner_of_leads', { params: { name: person.name } })
}

export function reopenLead(context: Context, input: ParsedInputOf<'leads.reopen'>): OutputOf<'leads.reopen'> {
  const lead = leadOf(context, input.leadId)
  if (lead.status === 'open') throw new Refusal('lead_open')
  // A won lead is opened again by cancelling its order, or the deal would stand without its lead.
  if (lead.status === 'won') throw new Refusal('lead_closed')
  setStatus(context, lead, 'open', input.reason)
  ensurePlan(context, lead.id, lead.ownerId, context.today)
  return { done: true }
}
