import { findChannel } from '../../../db/repositories/channels.ts'
import {
  type Customer,
  findCustomersByPhone,
  findCustomersByWechat,
  listLeadsOfCustomer,
} from '../../../db/repositories/customers.ts'
import { moveLeadBirth } from '../../../db/repositories/lead-birth.ts'
import { findStaff } from '../../../db/repositories/staff.ts'
import { findStore } from '../../../db/repositories/store.ts'
import {
  type DayVisit,
  findFirstVisitId,
  findVisit,
  insertVisit,
  listVisitsOfDay,
  updateVisit,
  type Visit,
  voidVisit,
} from '../../../db/repositories/visits.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { KnownCustomer, VisitRow } from '../../../shared/contract/visits.ts'
import { businessDateOf, type Instant } from '../../../shared/values/business-date.ts'
import { isMobile, phoneKey } from '../../../shared/values/phone.ts'
import type { Context } from '../context.ts'
import { captureContact } from './capture.ts'
import { phoneFor, seesContact } from './contact-privacy.ts'
import { isStillToCome } from './still-to-come.ts'

export function checkPhone(context: Context, input: ParsedInputOf<'visits.checkPhone'>): OutputOf<'visits.checkPhone'> {
  const key = phoneKey(input.phone)
  const isShort = key === null || key.length < 7
  const byPhone = isShort ? [] : findCustomersByPhone(context.db, key)
  const byWechat = input.wechat ? findCustomersByWechat(context.db, input.wechat) : []
  const others = byWechat.filter((customer) => byPhone.every(({ id }) => id !== customer.id))
  return {
    form: isShort ? 'short' : isMobile(input.phone) ? 'mobile' : 'unusual',
    known: [...byPhone, ...others].map((customer) => toKnown(context, customer)),
  }
}

function toKnown(context: Context, customer: Customer): KnownCustomer {
  const leads = listLeadsOfCustomer(context.db, customer.id)
  const ownerId = leads.find((lead) => lead.ownerId === context.me.id)?.ownerId ?? leads[0]?.ownerId ?? null
  const phone = phoneFor(context.me, ownerId, customer.phone)
  return { customerId: customer.id, name: customer.name, phone, leads }
}

export function logVisit(context: Context, input: ParsedInputOf<'visits.log'>): OutputOf<'visits.log'> {
  const arrivedAt = input.arrivedAt ?? context.now
  const visit = arrivalOf(context, { ...input, arrivedAt }, context.newId())
  if (input.contact !== null && visit.purpose !== 'purchase') {
    throw new Refusal('invalid_input', { fields: [{ path: 'contact', code: 'only_for_purchase' }] })
  }
  const leadId = input.contact === null ? null : captureContact(context, visit, input.contact)
  assertOneFirstVisit(context, { ...visit, leadId })
  insertVisit(context.db, { ...visit, leadId, notCapturedReason: leadId === null ? visit.notCapturedReason : null })
  return { visitId: visit.id, leadId, loggedAt: context.now }
}

export function captureVisit(context: Context, input: ParsedInputOf<'visits.capture'>): OutputOf<'visits.capture'> {
  const visit = liveVisit(context, input.visitId)
  if (visit.leadId !== null) throw new Refusal('already_captured')
  if (visit.purpose !== 'purchase') {
    throw new Refusal('invalid_input', { fields: [{ path: 'contact', code: 'only_for_purchase' }] })
  }
  const leadId = captureContact(context, visit, input.contact)
  const completed = { ...visit, leadId, notCapturedReason: null }
  assertOneFirstVisit(context, completed)
  updateVisit(context.db, completed)
  return { leadId }
}

export function correctVisit(context: Context, input: ParsedInputOf<'visits.correct'>): OutputOf<'visits.correct'> {
  const visit = liveVisit(context, input.visitId)
  const { leadId } = visit
  const arrival = arrivalOf(context, input, visit.id)
  const corrected = { ...arrival, leadId, notCapturedReason: leadId === null ? arrival.notCapturedReason : null }
  if (leadId !== null && corrected.purpose !== 'purchase') {
    throw new Refusal('invalid_input', { fields: [{ path: 'purpose', code: 'has_a_lead' }] })
  }
  assertOneFirstVisit(context, corrected)
  updateVisit(context.db, corrected)
  if (leadId !== null) {
    const moved = { visitId: visit.id, leadId, before: visit.arrivedAt, after: corrected.arrivedAt }
    moveLeadBirth(context.db, moved, context.timeZone)
  }
  return { done: true }
}

export function voidVisitOf(context: Context, input: ParsedInputOf<'visits.void'>): OutputOf<'visits.void'> {
  liveVisit(context, input.visitId)
  voidVisit(context.db, input.visitId, context.now, context.me.id, input.reason)
  return { done: true }
}

export function readDay(context: Context, input: ParsedInputOf<'visits.day'>): OutputOf<'visits.day'> {
  return { visits: listVisitsOfDay(context.db, input.date).map((visit) => toVisitRow(context, visit)) }
}

export function toVisitRow(context: Context, visit: DayVisit): VisitRow {
  const lateAfterMs = (findStore(context.db)?.lateEntryMinutes ?? 60) * 60_000
  const { arrivedOn: _, ownerId, ...row } = visit
  // Whoever received the party has just heard the number; reception writes it down for everyone on its day.
  const holderId = seesDay(context, visit) ? context.me.id : ownerId
  return {
    ...row,
    phone: phoneFor(context.me, holderId, visit.phone),
    // What was noted about a customer is seen with the customer, as in the lead's own story.
    note: visit.leadId === null || seesContact(context.me, holderId) ? visit.note : null,
    isLate: visit.loggedAt - visit.arrivedAt > lateAfterMs,
  }
}

function seesDay(context: Context, visit: DayVisit): boolean {
  if (context.me.role === 'reception') return visit.arrivedOn === context.today
  return visit.receivedBy === context.me.id
}

type Arrival = Omit<ParsedInputOf<'visits.log'>, 'contact' | 'arrivedAt'> & { readonly arrivedAt: Instant }

/** The visit an input describes, checked: channel and receiver exist, the time is not to come, a phone-in is nobody's first visit. */
function arrivalOf(context: Context, input: Arrival, id: string): Visit {
  if (isStillToCome(context, input.arrivedAt)) {
    throw new Refusal('in_the_future', { fields: [{ path: 'arrivedAt', code: 'in_the_future' }] })
  }
  if (findChannel(context.db, input.channelId) === null) {
    throw new Refusal('invalid_input', { fields: [{ path: 'channelId', code: 'not_found' }] })
  }
  if (input.receivedBy !== null && findStaff(context.db, input.receivedBy) === null) {
    throw new Refusal('invalid_input', { fields: [{ path: 'receivedBy', code: 'not_found' }] })
  }
  const counts = input.kind === 'showroom' && input.purpose === 'purchase'
  return {
    id,
    arrivedAt: input.arrivedAt,
    arrivedOn: businessDateOf(input.arrivedAt, context.timeZone),
    loggedAt: context.now,
    channelId: input.channelId,
    kind: input.kind,
    purpose: input.purpose,
    firstVisit: counts && input.firstVisit,
    partySize: input.partySize,
    receivedBy: input.receivedBy,
    leadId: null,
    notCapturedReason: input.notCapturedReason,
    note: input.note,
  }
}

function assertOneFirstVisit(context: Context, visit: Omit<Visit, 'loggedAt'>): void {
  if (visit.leadId === null || !visit.firstVisit) return
  const first = findFirstVisitId(context.db, visit.leadId)
  if (first !== null && first !== visit.id) {
    throw new Refusal('first_visit_exists', { fields: [{ path: 'firstVisit', code: 'first_visit_exists' }] })
  }
}

function liveVisit(context: Context, id: string): Visit {
  const visit = findVisit(context.db, id)
  if (visit === null) throw new Refusal('not_found')
  if (visit.isVoided) throw new Refusal('already_voided')
  return visit
}
