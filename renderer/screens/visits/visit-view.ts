import type { InputOf } from '../../../shared/contract/contract.ts'
import type { KnownCustomer, VisitRow } from '../../../shared/contract/visits.ts'
import type { VisitKind, VisitPurpose } from '../../../shared/values/vocabulary.ts'

/** An arrival as it is typed: what is not asked for its kind is simply not read. */
export type ArrivalDraft = {
  readonly kind: VisitKind
  readonly purpose: VisitPurpose
  readonly first: 'first' | 'again'
  readonly channelId: string | null
  readonly partySize: number | null
  readonly receivedBy: string | null
  readonly arrivedAt: number | null
  readonly note: string
  readonly notCapturedReason: string | null
}

export type ContactDraft = {
  readonly phone: string
  readonly name: string
  readonly gender: 'm' | 'f' | null
  readonly wechat: string
  readonly model: string
  /** A choice among `identityChoices`; null while the number is not on file, or nobody has chosen. */
  readonly identity: string | null
}

export type VisitDraft = ArrivalDraft & ContactDraft

/** What the answer about a number on file may be. `key` is what a radio button holds. */
export type IdentityChoice =
  | { readonly key: string; readonly as: 'same_lead'; readonly customer: KnownCustomer; readonly lead: KnownLead }
  | { readonly key: string; readonly as: 'new_lead'; readonly customer: KnownCustomer }
  | { readonly key: 'another'; readonly as: 'another_person' }
export type KnownLead = KnownCustomer['leads'][number]

/** For every customer on file: each of their purchases that is not closed by an order, or a new one; or somebody else altogether. */
export function identityChoices(known: readonly KnownCustomer[]): IdentityChoice[] {
  if (known.length === 0) return []
  const ofCustomers = known.flatMap((customer): IdentityChoice[] => [
    ...customer.leads
      .filter((lead) => lead.bucket !== 'won')
      .map((lead) => ({ key: `same:${lead.leadId}`, as: 'same_lead' as const, customer, lead })),
    { key: `new:${customer.customerId}`, as: 'new_lead', customer },
  ])
  return [...ofCustomers, { key: 'another', as: 'another_person' }]
}

const trimmed = (text: string | undefined): string => text?.trim() ?? ''

export function hasContact(draft: ContactDraft): boolean {
  return trimmed(draft.phone) !== '' || trimmed(draft.wechat) !== ''
}

/** Only somebody who came to buy leaves a contact that becomes a lead. */
export function asksContact(draft: Pick<ArrivalDraft, 'purpose'>): boolean {
  return draft.purpose === 'purchase'
}

/** First visits are counted in the showroom and among buyers only. */
export function asksFirst(draft: Pick<ArrivalDraft, 'purpose' | 'kind'>): boolean {
  return draft.purpose === 'purchase' && draft.kind === 'showroom'
}

export type DraftFault = { readonly field: keyof VisitDraft; readonly issue: DraftIssue }
export type DraftIssue = 'channelMissing' | 'nameMissing' | 'identityMissing' | 'contactMissing'

/** What is missing before it is worth asking the gate. */
export function faultsOf(draft: VisitDraft, choices: readonly IdentityChoice[]): DraftFault[] {
  const faults: DraftFault[] = draft.channelId === null ? [{ field: 'channelId', issue: 'channelMissing' }] : []
  return asksContact(draft) ? [...contactFaults(draft, choices), ...faults] : faults
}

/** The same for the contact alone; without one the reason for that is owed. */
export function contactFaults(
  draft: ContactDraft & Pick<ArrivalDraft, 'notCapturedReason'>,
  choices: readonly IdentityChoice[],
): DraftFault[] {
  if (!hasContact(draft)) return draft.notCapturedReason === null ? [{ field: 'phone', issue: 'contactMissing' }] : []
  const choice = choices.find(({ key }) => key === draft.identity)
  const faults: DraftFault[] = []
  if (choices.length > 0 && choice === undefined) faults.push({ field: 'identity', issue: 'identityMissing' })
  const isOnFile = choice?.as === 'same_lead' || choice?.as === 'new_lead'
  if (!isOnFile && trimmed(draft.name) === '') faults.push({ field: 'name', issue: 'nameMissing' })
  return faults
}

/** A person on file keeps their own name, whatever was typed before the number was recognised. */
export function contactOf(
  draft: ContactDraft,
  choices: readonly IdentityChoice[],
): InputOf<'visits.capture'>['contact'] {
  const choice = choices.find(({ key }) => key === draft.identity)
  const { phone, wechat, gender, model } = draft
  const fields = { phone, wechat, gender, model }
  switch (choice?.as) {
    case undefined:
      return { ...fields, name: draft.name, identity: { as: 'new' } }
    case 'another_person':
      return { ...fields, name: draft.name, identity: { as: 'another_person' } }
    case 'same_lead':
      return { ...fields, name: choice.customer.name, identity: { as: 'same_lead', leadId: choice.lead.leadId } }
    case 'new_lead':
      return {
        ...fields,
        name: choice.customer.name,
        identity: { as: 'new_lead', customerId: choice.customer.customerId },
      }
  }
}

/** What the gate is asked to log. Name and model of somebody who left no contact are kept in the note. */
export function logInputOf(draft: VisitDraft, choices: readonly IdentityChoice[]): InputOf<'visits.log'> {
  const isCaptured = asksContact(draft) && hasContact(draft)
  const kept = asksContact(draft) && !isCaptured ? [draft.name, draft.model] : []
  const note = [...kept, draft.note].map(trimmed).filter((part) => part !== '')
  return {
    ...arrivalOf(draft),
    arrivedAt: draft.arrivedAt,
    notCapturedReason: isCaptured || !asksContact(draft) ? null : draft.notCapturedReason,
    note: note.join(' · '),
    contact: isCaptured ? contactOf(draft, choices) : null,
  }
}

/** The arrival without time and contact, as logging and correcting send it. */
export function arrivalOf(draft: ArrivalDraft) {
  return {
    channelId: draft.channelId ?? '',
    kind: draft.kind,
    purpose: draft.purpose,
    firstVisit: asksFirst(draft) && draft.first === 'first',
    partySize: draft.partySize,
    receivedBy: draft.receivedBy,
    notCapturedReason: draft.notCapturedReason,
    note: draft.note,
  }
}

/** A logged visit laid out for correcting. */
export function draftOfVisit(visit: VisitRow): ArrivalDraft & { readonly arrivedAt: number } {
  const { kind, purpose, channelId, partySize, receivedBy, arrivedAt, notCapturedReason } = visit
  const first = visit.firstVisit ? 'first' : 'again'
  return {
    kind,
    purpose,
    channelId,
    partySize,
    receivedBy,
    arrivedAt,
    notCapturedReason,
    first,
    note: visit.note ?? '',
  }
}

/** The way back to a panel about a visit, whatever day it was. */
export function pathOfVisit(
  panel: 'capture' | 'correct',
  visit: Pick<VisitRow, 'id' | 'arrivedAt'>,
  { dayOf }: { readonly dayOf: (instant: number) => string },
): string {
  return `/visits?${new URLSearchParams({ date: dayOf(visit.arrivedAt), open: `${panel}:${visit.id}` }).toString()}`
}

export type DaySummary = {
  readonly arrivals: number
  readonly first: number
  readonly captured: number
  /** K of the day = captured / first (domain.md 4); null without a first visit. */
  readonly rate: number | null
  readonly phoneIns: number
  readonly late: number
}

/** The day in figures. Voided visits count nowhere, phone-ins and people on other business not in K. */
export function summaryOf(visits: readonly VisitRow[]): DaySummary {
  const live = visits.filter((visit) => visit.voidReason === null)
  const first = live.filter((visit) => visit.firstVisit && visit.kind === 'showroom' && visit.purpose === 'purchase')
  const captured = first.filter((visit) => visit.leadId !== null).length
  return {
    arrivals: live.filter((visit) => visit.kind === 'showroom').length,
    first: first.length,
    captured,
    rate: first.length === 0 ? null : captured / first.length,
    phoneIns: live.filter((visit) => visit.kind === 'phone').length,
    late: live.filter((visit) => visit.isLate).length,
  }
}
