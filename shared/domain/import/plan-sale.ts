import type { Instant } from '../../values/business-date.ts'
import type { LeftOutCode } from './fields.ts'
import { leadsToWin } from './pick-lead.ts'
import { addDeal, addRow, closeLead, deliveredOn } from './plan-acts.ts'
import { customerOf } from './plan-customer.ts'
import { channelOf, type Draft, type FileLead, type FilePerson, flag, isLeftOut, personOf } from './plan-draft.ts'
import { begin } from './plan-person.ts'
import type { Ref } from './plan-records.ts'
import type { ReadRow, RowReader } from './read-row.ts'
import { keepWords, placedOfRecord } from './record-note.ts'
import { rowNote } from './row-note.ts'

/** Adds one order with the lead it closes, or says why it stays out. */
export function planSale(draft: Draft, read: ReadRow, reader: RowReader): LeftOutCode | null {
  const seller = read.receivedBy ?? draft.mapping.defaultPerson
  if (seller === null || seller === '') return 'no_seller'
  const person = customerOf(draft, read)
  if (isLeftOut(person)) return person
  const staff = personOf(draft, seller)
  const channel = channelOf(draft, read.channel)
  const { line } = read.row
  for (const { code, value } of read.flags) flag(draft, line, code, value)
  const running = runningLead(draft, person, read)
  const lead = running?.lead ?? begin(draft, person, read, channel, staff)
  // A lead that fell asleep after the order was taken is won all the same.
  closeLead(draft, lead, 'won', Math.max(read.at, running?.statusAt ?? read.at), null)
  addDeal(draft, read, lead, { line, name: read.name, staff, orderedOn: read.on })
  const note = rowNote(read, reader, draft.headers, [
    ...placedOfRecord(read, reader),
    ['deliveredOn', deliveredOn(draft, read, read.on) !== null],
    ['price', read.priceFen !== null],
    ['grossProfit', read.grossProfitFen !== null],
  ])
  keepWords(draft, person, lead, read, note)
  addRow(draft, read, { channel, person: staff, grade: read.grade, isFirst: false, outcome: 'sold' })
  return null
}

/** The customer's lead on file that was not closed when the order was taken: each is won once, a further order has its own. */
function runningLead(
  { known }: Draft,
  { onFile, wonIds }: FilePerson,
  { on }: ReadRow,
): { readonly lead: FileLead; readonly statusAt: Instant } | null {
  const lead = leadsToWin(onFile?.leads ?? [], on, known.timeZone).find(({ id }) => !wonIds.has(id))
  if (lead === undefined) return null
  wonIds.add(lead.id)
  const ref: Ref = { id: lead.id }
  const { status, statusAt, hasVisited } = lead
  return { lead: { ref, isNew: false, grade: null, status, hasVisited, contactNth: null }, statusAt }
}
