import { findCustomer, findCustomersByPhone, updateCustomer } from '../../../db/repositories/customers.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { phoneKey } from '../../../shared/values/phone.ts'
import type { Context } from '../context.ts'
import { ensurePlan, leadOf, setStatus } from './lead-record.ts'

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

export function reopenLead(context: Context, input: ParsedInputOf<'leads.reopen'>): OutputOf<'leads.reopen'> {
  const lead = leadOf(context, input.leadId)
  if (lead.status === 'open') throw new Refusal('lead_open')
  // A won lead is opened again by cancelling its order, or the deal would stand without its lead.
  if (lead.status === 'won') throw new Refusal('lead_closed')
  setStatus(context, lead, 'open', input.reason)
  ensurePlan(context, lead.id, lead.ownerId, context.today)
  return { done: true }
}
