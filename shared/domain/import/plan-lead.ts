import type { BusinessDate, Instant } from '../../values/business-date.ts'
import { dayMoment } from './arrival.ts'
import type { FlagCode, LeftOutCode } from './fields.ts'
import { isRunning } from './pick-lead.ts'
import { addDeal, addDrive, addRow, closeLead, heedTalk, planContact, type Whose } from './plan-acts.ts'
import { customerOf } from './plan-customer.ts'
import { channelOf, type Draft, type FileLead, flag, isLeftOut, personOf } from './plan-draft.ts'
import { begin } from './plan-person.ts'
import type { ReadRow, RowReader } from './read-row.ts'
import { keepWords, placedOfRecord } from './record-note.ts'
import { rowNote } from './row-note.ts'

/** Adds one purchase intent with what has become of it, or says why it stays out. */
export function planLead(draft: Draft, read: ReadRow, reader: RowReader): LeftOutCode | null {
  const closing = closingOf(draft, read, reader.cell(read.row, 'closedOn'))
  if (closing.at > draft.known.now) return 'in_the_future'
  const person = customerOf(draft, read)
  if (isLeftOut(person)) return person
  const channel = channelOf(draft, read.channel)
  const staff = personOf(draft, read.receivedBy) ?? personOf(draft, draft.mapping.defaultPerson)
  const whose: Whose = { line: read.row.line, name: read.name, staff }
  for (const { code, value } of [...read.flags, ...closing.flags]) flag(draft, whose.line, code, value)
  if (person.onFile?.leads.some(isRunning) === true) flag(draft, whose.line, 'open_lead_on_file', person.name)
  const lead = begin(draft, person, read, channel, staff)
  const isDriveKept = addDrive(draft, read, lead, whose)
  const hasDeal = closeAs(draft, read, lead, closing, whose)
  heedTalk(draft, read, lead, whose)
  const isPlanKept = planContact(draft, read, lead, whose)
  const note = rowNote(read, reader, draft.headers, [
    ...placedOfRecord(read, reader),
    ['horizon', read.horizonMonths !== null],
    ['testDrive', isDriveKept],
    ['closedOn', closing.isKept],
    ['lossReason', lead.status === 'lost' && read.lossReason !== null && read.lossReason !== 'other'],
    ['price', hasDeal ? read.priceFen !== null : read.priceFen === 0],
    ['grossProfit', hasDeal ? read.grossProfitFen !== null : read.grossProfitFen === 0],
    ['nextOn', isPlanKept],
  ])
  keepWords(draft, person, lead, read, note)
  const outcome = lead.status === 'won' || lead.status === 'lost' ? lead.status : 'lead'
  addRow(draft, read, { channel, person: staff, grade: read.grade, isFirst: false, outcome })
  return null
}

type Closing = {
  readonly on: BusinessDate
  readonly at: Instant
  /** The day the file gives is the one that is taken. */
  readonly isKept: boolean
  readonly flags: readonly { readonly code: FlagCode; readonly value: string }[]
}

/** When the lead was decided. Without a day to go by it is the day the lead was begun, which is flagged. */
function closingOf({ known }: Draft, read: ReadRow, cell: string): Closing {
  const { on, at, closedOn, status } = read
  const sameDay = { on, at, isKept: cell === '', flags: [] }
  if (status === 'open' || (status === 'dormant' && closedOn === null)) return sameDay
  if (closedOn === null) return { ...sameDay, flags: [{ code: 'close_unreadable', value: cell }] }
  if (closedOn < on) return { ...sameDay, flags: [{ code: 'closed_before_begun', value: `${closedOn} / ${on}` }] }
  if (closedOn === on) return { ...sameDay, isKept: true }
  return { on: closedOn, at: dayMoment(closedOn, known), isKept: true, flags: [] }
}

/** Answers whether the lead got an order. */
function closeAs(draft: Draft, read: ReadRow, lead: FileLead, { on, at }: Closing, whose: Whose): boolean {
  if (read.status === 'open') return false
  closeLead(draft, lead, read.status, at, read.status === 'lost' ? read.lossReason : null)
  return read.status === 'won' && addDeal(draft, read, lead, { ...whose, orderedOn: on })
}
