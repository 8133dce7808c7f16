import { z } from 'zod'
import { ERASURE_REASONS } from '../values/erased.ts'
import { LOSS_REASONS } from '../values/vocabulary.ts'
import {
  amount,
  count,
  date,
  done,
  fen,
  grade,
  id,
  leadStatus,
  moment,
  nothing,
  optionalId,
  optionalPhone,
  optionalText,
  page,
  requiredText,
  stage,
  tally,
} from './fields.ts'
import { foundLead, leadFilter, leadLook, leadRow, leadSort, savedView } from './lead-list.ts'
import { EVERYONE, MANAGERS, operation, SALES } from './operation.ts'

/** What the screening questions were answered with. */
export const screeningFacts = z.object({
  horizonMonths: z
    .int({ error: 'not_a_count' })
    .min(0, { error: 'not_a_count' })
    .max(120, { error: 'too_large' })
    .nullable(),
  selectionStarted: z.boolean().nullable(),
  waitingFor: optionalText(120),
  wantsNewCar: z.boolean().nullable(),
  contentWithCurrent: z.boolean().nullable(),
  stage: stage.nullable(),
  model: optionalText(60),
  budget: optionalText(60),
  decider: optionalText(60),
  competitor: optionalText(60),
})

/** The answers on file. */
const knownFacts = z.object({
  horizonMonths: tally.nullable(),
  expectedOn: date.nullable(),
  selectionStarted: z.boolean().nullable(),
  waitingFor: z.string().nullable(),
  wantsNewCar: z.boolean().nullable(),
  contentWithCurrent: z.boolean().nullable(),
  stage: stage.nullable(),
  model: z.string().nullable(),
  budget: z.string().nullable(),
  decider: z.string().nullable(),
  competitor: z.string().nullable(),
})

/** One line of a lead's story; `kind` decides which of the rest is filled. */
export const timelineEntry = z.object({
  id: z.string(),
  kind: z.enum(['visit', 'follow_up', 'grade', 'status', 'owner', 'loss_request']),
  at: moment,
  byName: z.string().nullable(),
  value: z.string().nullable(),
  method: z.string().nullable(),
  outcome: z.string().nullable(),
  note: z.string().nullable(),
  review: z.string().nullable(),
  dueOn: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const deal = z.object({
  id,
  orderedOn: date,
  deliveredOn: date.nullable(),
  cancelledOn: date.nullable(),
  model: z.string().nullable(),
  priceFen: amount.nullable(),
  grossProfitFen: amount.nullable(),
  staffName: z.string(),
})

export const leadProfile = z.object({
  leadId: id,
  version: z.int(),
  /** False when the caller may only look: a colleague's lead, with the contact masked. */
  isMine: z.boolean(),
  customer: z.object({
    id,
    name: z.string(),
    phone: z.string().nullable(),
    wechat: z.string().nullable(),
    gender: z.string().nullable(),
    city: z.string().nullable(),
    note: z.string().nullable(),
  }),
  /** When and why the customer was erased: what is left is nobody's, and nothing is added to it. */
  erased: z.object({ at: moment, reason: z.enum(ERASURE_REASONS) }).nullable(),
  otherLeads: z.array(z.object({ leadId: id, createdOn: date, bucket: z.string(), model: z.string().nullable() })),
  channelName: z.string(),
  createdAt: moment,
  createdOn: date,
  facts: knownFacts,
  grade: grade.nullable(),
  status: leadStatus,
  bucket: z.string(),
  /** The reason given when a person set the grade against the rules; null when the rules' grade stands. */
  overrideReason: z.string().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  planned: z.object({ id, dueOn: date, firstDueOn: date }).nullable(),
  deals: z.array(deal),
  lossRequest: z
    .object({
      id,
      reason: z.string(),
      competitor: z.string().nullable(),
      note: z.string().nullable(),
      byName: z.string(),
    })
    .nullable(),
  timeline: z.array(timelineEntry),
})
export type LeadProfile = z.infer<typeof leadProfile>

const lossFields = { reason: z.enum(LOSS_REASONS), competitor: optionalText(60), note: optionalText(500) }
const own = { roles: SALES, own: 'lead' } as const

export const leads = {
  list: operation({
    kind: 'query',
    about: 'A window of the leads that match a filter, in an order; others’ contacts masked.',
    access: { roles: SALES, own: 'no' },
    audit: 'lists_customers',
    input: z.object({
      filter: leadFilter,
      sort: leadSort.default({ by: 'due', descending: false }),
      ...page,
    }),
    /** `isCut`: a search has found more, and the newest so many are listed. */
    output: z.object({ total: z.int(), isCut: z.boolean(), rows: z.array(leadRow) }),
  }),
  find: operation({
    kind: 'query',
    about:
      'The few leads somebody means by what they typed, best first; or those of some leads. Others’ contacts masked.',
    access: { roles: SALES, own: 'no' },
    audit: 'finds_by_number',
    input: z.discriminatedUnion('by', [
      z.object({ by: z.literal('text'), text: z.string().max(60), limit: z.int().min(1).max(20) }),
      z.object({ by: z.literal('leads'), leadIds: z.array(id).max(20) }),
    ]),
    output: z.object({ rows: z.array(foundLead) }),
  }),
  views: operation({
    kind: 'query',
    about: 'The saved views of the caller and those shared with everybody.',
    access: { roles: SALES, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ views: z.array(savedView) }),
  }),
  saveView: operation({
    kind: 'command',
    about: 'Save a look at the list under a name, or change a saved one; managers may share it with everybody.',
    access: { roles: SALES, own: 'no' },
    audit: 'changed',
    input: z.object({ viewId: optionalId, name: requiredText(40), shared: z.boolean(), look: leadLook }),
    output: z.object({ viewId: id }),
  }),
  deleteView: operation({
    kind: 'command',
    about: 'Delete a saved view of one’s own; managers also those shared by others.',
    access: { roles: SALES, own: 'no' },
    audit: 'changed',
    input: z.object({ viewId: id }),
    output: done,
  }),
  get: operation({
    kind: 'query',
    about: 'Everything about one lead: profile, facts, grade, timeline.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'opens_customer',
    input: z.object({ leadId: id }),
    output: leadProfile,
  }),
  updateCustomer: operation({
    kind: 'command',
    about: 'Correct name and contact of the lead’s customer.',
    access: own,
    audit: 'changed',
    input: z.object({
      leadId: id,
      name: requiredText(60),
      phone: optionalPhone,
      wechat: optionalText(60),
      gender: z.enum(['m', 'f']).nullable(),
      city: optionalText(60),
      note: optionalText(500),
      /** Said explicitly: this number belongs to another customer too, and that is right. */
      sharesPhone: z.boolean(),
    }),
    output: done,
  }),
  screen: operation({
    kind: 'command',
    about: 'Save the answers to the screening questions; accepts the rules’ grade, or another one with a reason.',
    access: own,
    audit: 'changed',
    input: z.object({
      leadId: id,
      version: z.int(),
      facts: screeningFacts,
      override: z.object({ grade, reason: optionalText(200) }).nullable(),
    }),
    output: z.object({ grade, version: z.int() }),
  }),
  assign: operation({
    kind: 'command',
    about: 'Give leads to a person (or to nobody), with the reason when they had an owner.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({
      leadIds: z.array(id).min(1, { error: 'required' }).max(500),
      staffId: optionalId,
      reason: optionalText(200),
    }),
    output: z.object({ moved: z.int() }),
  }),
  assignMatching: operation({
    kind: 'command',
    about: 'Give all leads that match a filter to a person: as many as were agreed to, or none.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({
      filter: leadFilter,
      /** Those of them that are left out. */
      except: z.array(id).max(500).default([]),
      /** How many that made when it was agreed to. */
      expected: count,
      staffId: optionalId,
      reason: optionalText(200),
    }),
    output: z.object({ moved: z.int() }),
  }),
  move: operation({
    kind: 'command',
    about: 'To another stage of mind, by which the rules grade anew; or to another grade, with the reason.',
    access: own,
    audit: 'changed',
    input: z.object({
      leadId: id,
      version: z.int(),
      to: z.discriminatedUnion('by', [
        z.object({ by: z.literal('stage'), stage: stage.nullable() }),
        z.object({ by: z.literal('grade'), grade, reason: optionalText(200) }),
      ]),
    }),
    output: z.object({ grade, version: z.int() }),
  }),
  order: operation({
    kind: 'command',
    about: 'Take an order: the deal and the won event in one transaction.',
    access: own,
    audit: 'changed',
    input: z.object({
      leadId: id,
      orderedOn: date,
      model: optionalText(60),
      priceFen: fen.nullable(),
      grossProfitFen: fen.nullable(),
    }),
    output: z.object({ dealId: id }),
  }),
  deliver: operation({
    kind: 'command',
    about: 'Note the delivery of an order.',
    access: { roles: SALES, own: 'deal' },
    audit: 'changed',
    input: z.object({ dealId: id, deliveredOn: date }),
    output: done,
  }),
  cancelOrder: operation({
    kind: 'command',
    about: 'Cancel an order: the deal is cancelled and the lead open again, in one transaction.',
    access: { roles: SALES, own: 'deal' },
    audit: 'changed',
    input: z.object({ dealId: id, reason: requiredText(200) }),
    output: done,
  }),
  lose: operation({
    kind: 'command',
    about: 'Lost, with a coded reason: a salesperson asks, a manager’s word is final.',
    access: own,
    audit: 'changed',
    input: z.object({ leadId: id, ...lossFields }),
    output: z.object({ state: z.enum(['requested', 'lost']) }),
  }),
  decideLoss: operation({
    kind: 'command',
    about: 'Confirm or refuse a requested loss.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'approved',
    input: z.object({ requestId: id, decision: z.enum(['confirmed', 'refused']) }),
    output: done,
  }),
  reopen: operation({
    kind: 'command',
    about: 'A lost or dormant lead is live again, with the reason.',
    access: own,
    audit: 'changed',
    input: z.object({ leadId: id, reason: requiredText(200) }),
    output: done,
  }),
}
