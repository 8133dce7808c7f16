import {
  cancelDeal,
  type Deal,
  deliverDeal,
  findDeal,
  insertDeal,
  listDealsOfLead,
} from '../../../db/repositories/deals.ts'
import { dropPlansAfter } from '../../../db/repositories/follow-ups.ts'
import { type Lead, newestMomentBy } from '../../../db/repositories/leads.ts'
import {
  decideLossRequest,
  findOpenLossRequest,
  findOpenLossRequestOfLead,
  insertLossRequest,
} from '../../../db/repositories/loss-requests.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { type BusinessDate, type Instant, middayOf } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import { ensurePlan, leadOf, setStatus } from './lead-record.ts'

/** An order is one act: the deal and the won event are there together or not at all. */
export function orderLead(context: Context, input: ParsedInputOf<'leads.order'>): OutputOf<'leads.order'> {
  const lead = leadOf(context, input.leadId)
  assertLive(lead)
  if (input.orderedOn > context.today) throw refusedDate('orderedOn', 'in_the_future')
  if (input.orderedOn < lead.createdOn) throw refusedDate('orderedOn', 'before_creation')
  const dealId = context.newId()
  insertDeal(context.db, {
    id: dealId,
    leadId: lead.id,
    staffId: lead.ownerId ?? context.me.id,
    orderedOn: input.orderedOn,
    deliveredOn: null,
    cancelledOn: null,
    model: input.model ?? lead.facts.model,
    priceFen: input.priceFen,
    grossProfitFen: input.grossProfitFen,
  })
  // Whoever buys is not lost: a request that still waits is answered by the order.
  const request = findOpenLossRequestOfLead(context.db, lead.id)
  if (request !== null) decide(context, request.id, 'refused')
  close(context, lead, 'won', null, momentOf(context, lead, input.orderedOn))
  return { dealId }
}

/** Of an order taken on an earlier day only the day is known: it comes after whatever else the lead went through on it. */
function momentOf(context: Context, lead: Lead, orderedOn: BusinessDate): Instant | undefined {
  if (orderedOn === context.today) return undefined
  const midday = middayOf(orderedOn, context.timeZone)
  return Math.max(midday, newestMomentBy(context.db, lead.id, orderedOn) ?? midday)
}

export function deliverOrder(context: Context, input: ParsedInputOf<'leads.deliver'>): OutputOf<'leads.deliver'> {
  const deal = liveDeal(context, input.dealId)
  if (input.deliveredOn < deal.orderedOn) throw refusedDate('deliveredOn', 'before_creation')
  if (input.deliveredOn > context.today) throw refusedDate('deliveredOn', 'in_the_future')
  deliverDeal(context.db, deal.id, input.deliveredOn)
  return { done: true }
}

/** Writes back both what an order wrote: the deal is cancelled, and the lead is live again unless another order stands. */
export function cancelOrder(
  context: Context,
  input: ParsedInputOf<'leads.cancelOrder'>,
): OutputOf<'leads.cancelOrder'> {
  const deal = liveDeal(context, input.dealId)
  const lead = leadOf(context, deal.leadId)
  cancelDeal(context.db, deal.id, context.today)
  const standing = listDealsOfLead(context.db, lead.id).some((other) => other.cancelledOn === null)
  if (lead.status === 'won' && !standing) {
    setStatus(context, lead, 'open', input.reason)
    ensurePlan(context, lead.id, lead.ownerId, context.today)
  }
  return { done: true }
}

/** A salesperson asks for a loss, a manager's word is final (domain.md 4, traps): asked for and confirmed in one act. */
export function loseLead(context: Context, input: ParsedInputOf<'leads.lose'>): OutputOf<'leads.lose'> {
  const lead = leadOf(context, input.leadId)
  assertLive(lead)
  const open = findOpenLossRequestOfLead(context.db, lead.id)
  if (open !== null && context.me.role === 'salesperson') throw new Refusal('already_decided')
  if (open !== null) decide(context, open.id, 'confirmed')
  const isFinal = context.me.role !== 'salesperson'
  const { reason, competitor, note } = input
  const [id, requestedAt, requestedBy] = [context.newId(), context.now, context.me.id]
  insertLossRequest(context.db, { id, leadId: lead.id, requestedAt, requestedBy, reason, competitor, note })
  if (!isFinal) return { state: 'requested' }
  decide(context, id, 'confirmed')
  close(context, lead, 'lost', reason)
  return { state: 'lost' }
}

export function decideLoss(context: Context, input: ParsedInputOf<'leads.decideLoss'>): OutputOf<'leads.decideLoss'> {
  const request = findOpenLossRequest(context.db, input.requestId)
  if (request === null) throw new Refusal('already_decided')
  decide(context, request.id, input.decision)
  if (input.decision === 'confirmed') {
    const lead = leadOf(context, request.leadId)
    assertLive(lead)
    close(context, lead, 'lost', request.reason)
  }
  return { done: true }
}

function decide(context: Context, requestId: string, decision: 'confirmed' | 'refused'): void {
  decideLossRequest(context.db, requestId, { at: context.now, byId: context.me.id, decision })
}

function close(context: Context, lead: Lead, status: 'won' | 'lost', reason: string | null, at?: Instant): void {
  setStatus(context, lead, status, reason, at)
  dropPlansAfter(context.db, lead.id, context.today)
}

function assertLive(lead: Lead): void {
  if (lead.status !== 'open' && lead.status !== 'dormant') throw new Refusal('lead_closed')
}

function liveDeal(context: Context, id: string): Deal {
  const deal = findDeal(context.db, id)
  if (deal === null) throw new Refusal('not_found')
  if (deal.cancelledOn !== null) throw new Refusal('already_voided')
  return deal
}

function refusedDate(path: string, code: 'in_the_future' | 'before_creation'): Refusal {
  return new Refusal(code, { fields: [{ path, code }] })
}
