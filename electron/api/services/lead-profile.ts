import { findErasure } from '../../../db/person/erased-subjects.ts'
import { findCustomer, listLeadsOfCustomer } from '../../../db/repositories/customers.ts'
import { listDealsOfLead } from '../../../db/repositories/deals.ts'
import { findPlan } from '../../../db/repositories/follow-ups.ts'
import { findGradeReason } from '../../../db/repositories/leads.ts'
import { findOpenLossRequestOfLead } from '../../../db/repositories/loss-requests.ts'
import { readTimeline } from '../../../db/repositories/timeline.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import type { Context } from '../context.ts'
import { phoneFor, seesContact } from './contact-privacy.ts'
import { leadOf } from './lead-record.ts'

export function readLead(context: Context, input: { leadId: string }): LeadProfile {
  const { db, me } = context
  const lead = leadOf(context, input.leadId)
  const customer = findCustomer(db, lead.customerId)
  if (customer === null) throw new Refusal('not_found')
  const request = findOpenLossRequestOfLead(db, lead.id)
  const mine = seesContact(me, lead.ownerId)
  return {
    leadId: lead.id,
    version: lead.version,
    isMine: mine,
    customer: {
      ...customer,
      phone: phoneFor(me, lead.ownerId, customer.phone),
      wechat: mine ? customer.wechat : null,
      note: mine ? customer.note : null,
    },
    erased: findErasure(db, lead.customerId),
    otherLeads: listLeadsOfCustomer(db, lead.customerId)
      .filter((other) => other.leadId !== lead.id)
      .map(({ leadId, createdOn, bucket, model }) => ({ leadId, createdOn, bucket, model })),
    channelName: lead.channelName,
    createdAt: lead.createdAt,
    createdOn: lead.createdOn,
    facts: lead.facts,
    grade: lead.grade,
    status: lead.status,
    bucket: lead.bucket,
    overrideReason: findGradeReason(db, lead.id),
    ownerId: lead.ownerId,
    ownerName: lead.ownerName,
    planned: findPlan(db, lead.id),
    // What a deal earned is between its people and the managers.
    deals: listDealsOfLead(db, lead.id).map((deal) =>
      mine ? deal : { ...deal, priceFen: null, grossProfitFen: null },
    ),
    lossRequest:
      request === null
        ? null
        : {
            id: request.id,
            reason: request.reason,
            competitor: request.competitor,
            note: mine ? request.note : null,
            byName: request.requestedByName,
          },
    timeline: readTimeline(db, lead.id).map((entry) => (mine ? entry : { ...entry, note: null })),
  }
}
