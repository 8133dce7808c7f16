import { z } from 'zod'
import { VISIT_KINDS, VISIT_PURPOSES } from '../values/vocabulary.ts'
import {
  count,
  date,
  done,
  id,
  instant,
  moment,
  optionalId,
  optionalPhone,
  optionalText,
  requiredText,
} from './fields.ts'
import { EVERYONE, operation } from './operation.ts'

/** A customer already on file under a number: masked unless it is the caller's own or the caller manages. */
export const knownCustomer = z.object({
  customerId: id,
  name: z.string(),
  phone: z.string().nullable(),
  leads: z.array(
    z.object({
      leadId: id,
      bucket: z.string(),
      model: z.string().nullable(),
      createdOn: date,
      ownerId: id.nullable(),
      ownerName: z.string().nullable(),
      hasFirstVisit: z.boolean(),
    }),
  ),
})
export type KnownCustomer = z.infer<typeof knownCustomer>

/**
 * Who the visitor is. `identity` answers the question that a number already on file raises; without such a number it is `new`.
 * `same_lead`: came back for the same purchase. `new_lead`: known customer, new purchase intent. `another_person`: same phone,
 * somebody else, said explicitly (domain.md 2, Customer).
 */
export const contact = z.object({
  name: requiredText(60),
  phone: optionalPhone,
  wechat: optionalText(60),
  gender: z.enum(['m', 'f']).nullable(),
  model: optionalText(60),
  identity: z.discriminatedUnion('as', [
    z.object({ as: z.literal('new') }),
    z.object({ as: z.literal('same_lead'), leadId: id }),
    z.object({ as: z.literal('new_lead'), customerId: id }),
    z.object({ as: z.literal('another_person') }),
  ]),
})
export type Contact = z.infer<typeof contact>

const visitFields = {
  arrivedAt: instant.nullable(),
  channelId: id,
  kind: z.enum(VISIT_KINDS),
  purpose: z.enum(VISIT_PURPOSES),
  firstVisit: z.boolean(),
  partySize: count.nullable(),
  receivedBy: optionalId,
  notCapturedReason: optionalText(60),
  note: optionalText(500),
}

export const visitRow = z.object({
  id,
  arrivedAt: moment,
  loggedAt: moment,
  channelId: id,
  channelName: z.string(),
  kind: z.enum(VISIT_KINDS),
  purpose: z.enum(VISIT_PURPOSES),
  firstVisit: z.boolean(),
  partySize: z.int().nullable(),
  receivedBy: id.nullable(),
  receivedByName: z.string().nullable(),
  leadId: id.nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  model: z.string().nullable(),
  notCapturedReason: z.string().nullable(),
  note: z.string().nullable(),
  isLate: z.boolean(),
  voidReason: z.string().nullable(),
})
export type VisitRow = z.infer<typeof visitRow>

export const visits = {
  checkPhone: operation({
    kind: 'query',
    about: 'While a number (or a WeChat id) is typed: is it one, and who is already on file under it.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'finds_by_number',
    input: z.object({ phone: z.string().max(40), wechat: optionalText(60).optional() }),
    output: z.object({ form: z.enum(['short', 'unusual', 'mobile']), known: z.array(knownCustomer) }),
  }),
  log: operation({
    kind: 'command',
    about: 'Log an arrival or a phone-in, with or without a contact. With one it creates or finds customer and lead.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'changed',
    input: z.object({ ...visitFields, contact: contact.nullable() }),
    output: z.object({ visitId: id, leadId: id.nullable(), loggedAt: moment }),
  }),
  capture: operation({
    kind: 'command',
    about: 'Complete an anonymous visit with the contact that was left after all.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'changed',
    input: z.object({ visitId: id, contact }),
    output: z.object({ leadId: id }),
  }),
  correct: operation({
    kind: 'command',
    about: 'Correct what was logged about an arrival; the time of logging stays.',
    access: { roles: EVERYONE, own: 'visit' },
    audit: 'changed',
    input: z.object({ visitId: id, ...visitFields, arrivedAt: instant }),
    output: done,
  }),
  void: operation({
    kind: 'command',
    about: 'Take a visit out of every figure (logged twice, not a visitor), with the reason kept.',
    access: { roles: EVERYONE, own: 'visit' },
    audit: 'changed',
    input: z.object({ visitId: id, reason: requiredText(200) }),
    output: done,
  }),
  day: operation({
    kind: 'query',
    about: 'The visits of one day, newest first.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'lists_customers',
    input: z.object({ date }),
    output: z.object({ visits: z.array(visitRow) }),
  }),
}
