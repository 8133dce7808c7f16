import { type BusinessDate, businessDateOf, type Instant } from '../../values/business-date.ts'
import type { LeadStatus } from '../../values/grade.ts'
import { type Draft, type FileLead, flag } from './plan-draft.ts'
import type { PlannedRow, Ref } from './plan-records.ts'
import type { ReadRow } from './read-row.ts'
import { suggestLossReason } from './suggest-status.ts'

/** Where in the file, of whom, and whose act. */
export type Whose = { readonly line: number; readonly name: string | null; readonly staff: Ref | null }

/** A follow-up needs somebody who made it; a drive of nobody's stays in the note. */
export function addDrive(draft: Draft, read: ReadRow, lead: FileLead, { line, name, staff }: Whose): boolean {
  if (!read.tookDrive) return false
  if (staff === null) {
    flag(draft, line, 'drive_without_person', name ?? '')
    return false
  }
  draft.drives.push({ lead: lead.ref, staff, at: read.at, on: read.on })
  return true
}

/** The next contact of a lead that this file makes; a later row's takes the place of an earlier one's. */
export function planContact(draft: Draft, read: ReadRow, lead: FileLead, { staff }: Whose): boolean {
  const isRunning = lead.status === 'open' || lead.status === 'dormant'
  if (read.nextOn === null || staff === null || !lead.isNew || !isRunning) return false
  const contact = { lead: lead.ref, staff, dueOn: read.nextOn }
  if (lead.contactNth === null) lead.contactNth = draft.contacts.push(contact) - 1
  else draft.contacts[lead.contactNth] = contact
  return true
}

export function closeLead(draft: Draft, lead: FileLead, status: LeadStatus, at: Instant, reason: string | null): void {
  draft.events.push({ lead: lead.ref, at, reason, kind: 'status', value: status })
  lead.status = status
}

/** The order of a lead that was won; one of nobody's cannot be kept and is flagged. */
export function addDeal(
  draft: Draft,
  read: ReadRow,
  lead: FileLead,
  { line, name, staff, orderedOn }: Whose & { readonly orderedOn: BusinessDate },
): boolean {
  if (staff === null) {
    flag(draft, line, 'deal_without_person', name ?? '')
    return false
  }
  const { model, priceFen, grossProfitFen } = read
  const handedOver = deliveredOn(draft, read, orderedOn)
  const number = draft.mapping.kind === 'sales' ? read.number : null
  const deal = { lead: lead.ref, staff, orderedOn, deliveredOn: handedOver, model, priceFen, grossProfitFen, number }
  draft.deals.push(deal)
  return true
}

/** The day the car was handed over; one that is still to come has not been. */
export function deliveredOn(
  { known }: Draft,
  { deliveredOn: on }: ReadRow,
  orderedOn: BusinessDate,
): BusinessDate | null {
  return on !== null && on >= orderedOn && on <= businessDateOf(known.now, known.timeZone) ? on : null
}

export function addRow(
  draft: Draft,
  read: ReadRow,
  become: Pick<PlannedRow, 'channel' | 'person' | 'isFirst' | 'outcome' | 'grade'>,
): void {
  const { at, on, hasTime, name, phone, wechat, partySize, model, priceFen, row } = read
  draft.rows.push({
    line: row.line,
    at,
    on,
    hasTime,
    name,
    phone: phone ?? wechat,
    partySize,
    model,
    priceFen,
    ...become,
  })
}

/**
 * A remark that speaks of an order or a loss is one only when somebody has said so, of a customer whom this file brings in, and
 * where no column says what has become of them.
 */
export function heedTalk(draft: Draft, read: ReadRow, lead: FileLead | null, whose: Whose): void {
  const { notesSayingDeal, notesSayingLoss } = draft.mapping
  const said = read.talk === 'deal' ? 'won' : 'lost'
  if (read.talk === null || (read.status === said && lead?.status === said)) return
  flag(draft, whose.line, said === 'won' ? 'note_says_deal' : 'note_says_loss', read.name ?? '')
  if (lead?.isNew !== true || read.status !== 'open' || lead.status === 'won' || lead.status === said) return
  if (said === 'won' && notesSayingDeal === 'as_deal') {
    closeLead(draft, lead, said, read.at, null)
    addDeal(draft, read, lead, { ...whose, orderedOn: read.on })
  }
  if (said === 'lost' && notesSayingLoss === 'as_loss') {
    closeLead(draft, lead, said, read.at, suggestLossReason(read.words).meaning || 'other')
  }
}
