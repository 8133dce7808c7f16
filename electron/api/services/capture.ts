import {
  type Customer,
  findCustomer,
  findCustomersByPhone,
  findCustomersByWechat,
  insertCustomer,
  listLeadsOfCustomer,
  updateCustomer,
} from '../../../db/repositories/customers.ts'
import { insertLead } from '../../../db/repositories/leads.ts'
import { findStaff } from '../../../db/repositories/staff.ts'
import type { Visit } from '../../../db/repositories/visits.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Contact } from '../../../shared/contract/visits.ts'
import { phoneKey } from '../../../shared/values/phone.ts'
import type { Context } from '../context.ts'
import { seesContact } from './contact-privacy.ts'
import { ensurePlan, leadOf, record, wake } from './lead-record.ts'

/**
 * Turns a contact into a lead, or finds the one it belongs to. A number already on file is never silently doubled nor silently
 * merged: the caller has to say whether it is the same purchase, a new one, or another person (domain.md 2, Customer).
 */
export function captureContact(context: Context, visit: Visit, contact: Contact): string {
  switch (contact.identity.as) {
    case 'same_lead':
      return comeBack(context, visit, contact, contact.identity.leadId)
    case 'new_lead':
      return newIntent(context, visit, contact, contact.identity.customerId)
    case 'new':
      assertUnknown(context, contact)
      return newCustomer(context, visit, contact)
    case 'another_person':
      return newCustomer(context, visit, contact)
  }
}

function comeBack(context: Context, visit: Visit, contact: Contact, leadId: string): string {
  const lead = leadOf(context, leadId)
  assertHeard(context, contact, findCustomer(context.db, lead.customerId))
  wake(context, lead, 'visit', visit.arrivedAt)
  return lead.id
}

function newIntent(context: Context, visit: Visit, contact: Contact, customerId: string): string {
  const customer = findCustomer(context.db, customerId)
  if (customer === null) throw new Refusal('not_found')
  assertHeard(context, contact, customer)
  // What was left this time completes the card, and never overwrites it.
  updateCustomer(context.db, {
    ...customer,
    phone: customer.phone ?? contact.phone,
    wechat: customer.wechat ?? contact.wechat,
    gender: customer.gender ?? contact.gender,
  })
  return createLead(context, visit, contact, customerId)
}

/**
 * Whoever receives a party may see its number (visits.ts), and a new lead is its receiver's: so only who has heard the number, or
 * sees it already, may say that a party is a customer on file. By an id alone anybody could open a colleague's customer.
 */
function assertHeard({ db, me }: Context, { phone, wechat }: Contact, customer: Customer | null): void {
  if (customer === null || seesContact(me, null)) return
  const key = phoneKey(phone)
  if (key !== null && key === phoneKey(customer.phone)) return
  if (wechat !== null && wechat.toLowerCase() === customer.wechat?.toLowerCase()) return
  if (listLeadsOfCustomer(db, customer.id).some(({ ownerId }) => ownerId === me.id)) return
  throw new Refusal('not_yours')
}

function newCustomer(context: Context, visit: Visit, contact: Contact): string {
  if (contact.phone === null && contact.wechat === null) {
    throw new Refusal('contact_required', { fields: [{ path: 'contact.phone', code: 'contact_required' }] })
  }
  const id = context.newId()
  const { name, phone, wechat, gender } = contact
  insertCustomer(context.db, { id, name, phone, wechat, gender, city: null, note: null }, visit.arrivedAt)
  return createLead(context, visit, contact, id)
}

function assertUnknown(context: Context, contact: Contact): void {
  const key = phoneKey(contact.phone)
  const byPhone = key === null ? [] : findCustomersByPhone(context.db, key)
  const byWechat = contact.wechat === null ? [] : findCustomersByWechat(context.db, contact.wechat)
  const known = byPhone[0] ?? byWechat[0]
  if (known === undefined) return
  const path = byPhone.length > 0 ? 'contact.phone' : 'contact.wechat'
  throw new Refusal('phone_taken', { fields: [{ path, code: 'phone_taken' }], params: { name: known.name } })
}

/** The lead is the receiving salesperson's from the start; received by anybody else it waits for a manager to assign it. */
function createLead(context: Context, visit: Visit, contact: Contact, customerId: string): string {
  const lead = { id: context.newId(), createdAt: visit.arrivedAt }
  insertLead(context.db, {
    ...lead,
    customerId,
    channelId: visit.channelId,
    createdOn: visit.arrivedOn,
    model: contact.model,
  })
  const receiver = visit.receivedBy === null ? null : findStaff(context.db, visit.receivedBy)
  if (receiver?.role === 'salesperson' && receiver.active) {
    record(context, lead, { kind: 'owner', value: receiver.id, reason: null, at: visit.arrivedAt })
    ensurePlan(context, lead.id, receiver.id, visit.arrivedOn)
  }
  return lead.id
}
