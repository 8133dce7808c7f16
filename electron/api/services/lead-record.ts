import { findPlan, insertPlan } from '../../../db/repositories/follow-ups.ts'
import { appendLeadEvent, findLead, type Lead, newestEventAt } from '../../../db/repositories/leads.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { addDays, type BusinessDate, type Instant } from '../../../shared/values/business-date.ts'
import type { LeadStatus } from '../../../shared/values/grade.ts'
import type { Context } from '../context.ts'

/** A lead that is nobody's contact yet is called within a day. */
export const FIRST_CONTACT_DAYS = 1

export function leadOf(context: Context, leadId: string): Lead {
  const lead = findLead(context.db, leadId)
  if (lead === null) throw new Refusal('not_found')
  return lead
}

/**
 * Appends a change with its author, so that what was recorded last is what holds: a history is read in the order of its
 * moments. A change made now comes after everything there is, also when the PC's clock was set back; one that is dated back
 * (`at`) comes after the newest of its kind, which it replaces. None lies before the lead, where it would count as its entry.
 */
export function record(
  context: Context,
  lead: { readonly id: string; readonly createdAt: Instant },
  change: { kind: 'grade' | 'status' | 'owner'; value: string | null; reason: string | null; at?: Instant },
): void {
  const newest = newestEventAt(context.db, lead.id, change.at === undefined ? 'any' : change.kind)
  appendLeadEvent(context.db, {
    id: context.newId(),
    leadId: lead.id,
    at: Math.max(change.at ?? context.now, lead.createdAt, newest ?? lead.createdAt),
    kind: change.kind,
    value: change.value,
    byId: context.me.id,
    reason: change.reason,
  })
}

/** Any visit or contact wakes a dormant lead, counted as its own flow (domain.md 4, traps). */
export function wake(context: Context, lead: Lead, reason: 'visit' | 'contact', at: Instant): void {
  if (lead.status === 'dormant') record(context, lead, { kind: 'status', value: 'open', reason, at })
}

export function setStatus(context: Context, lead: Lead, value: LeadStatus, reason: string | null, at?: Instant): void {
  record(context, lead, { kind: 'status', value, reason, ...(at === undefined ? {} : { at }) })
}

/** Somebody owes this lead a next contact: plans one unless one is planned, and never for a day that is over. */
export function ensurePlan(context: Context, leadId: string, staffId: string | null, from: BusinessDate): void {
  if (staffId === null || findPlan(context.db, leadId) !== null) return
  const firstContactOn = addDays(from, FIRST_CONTACT_DAYS)
  const dueOn = firstContactOn < context.today ? context.today : firstContactOn
  insertPlan(context.db, { id: context.newId(), leadId, staffId, dueOn })
}
