import type { LeftOutCode } from './fields.ts'
import { addDrive, addRow, heedTalk, planContact, type Whose } from './plan-acts.ts'
import { channelOf, type Draft, type FileLead, flag, isLeftOut, personOf } from './plan-draft.ts'
import { meet, purchaseOf, regrade } from './plan-person.ts'
import type { Ref } from './plan-records.ts'
import type { ReadRow, RowReader } from './read-row.ts'
import { rowNote } from './row-note.ts'

/**
 * Adds one arrival and all that follows from it, or says why it stays out. Rows must come in the order of arrival: the first of a
 * contact makes its lead.
 */
export function planVisit(draft: Draft, read: ReadRow, reader: RowReader): LeftOutCode | null {
  const person = read.contact === null ? null : meet(draft, read.contact, read)
  if (isLeftOut(person)) return person
  const channel = channelOf(draft, read.channel)
  const receivedBy = personOf(draft, read.receivedBy)
  const owner = receivedBy ?? personOf(draft, draft.mapping.defaultPerson)
  const before = person?.lead ?? null
  const lead = person === null ? null : purchaseOf(draft, person, read, channel, owner)
  if (lead !== null && lead === before) learn(draft, lead, read)
  const whose = { line: read.row.line, name: read.name, staff: owner }
  const isFirst = read.kind === 'showroom' && read.saysFirst && lead?.hasVisited !== true
  const note = addActs(draft, read, reader, lead, { ...whose, receivedBy })
  const { at, on, kind, partySize } = read
  // Two first visits of one purchase would break N x K x F x C = won.
  const visit = { line: whose.line, at, on, channel, kind, firstVisit: isFirst, partySize, receivedBy, note }
  draft.visits.push({ ...visit, lead: lead?.ref ?? null })
  if (lead !== null && read.kind === 'showroom') lead.hasVisited = true
  const outcome = lead === null ? 'anonymous' : lead !== before && lead.isNew ? 'captured' : 'returning'
  addRow(draft, read, {
    channel,
    person: receivedBy,
    isFirst,
    outcome,
    grade: lead?.isNew === true ? read.grade : null,
  })
  return null
}

/** What the visit brought along besides itself; answers its note. */
function addActs(
  draft: Draft,
  read: ReadRow,
  reader: RowReader,
  lead: FileLead | null,
  whose: Whose & { readonly receivedBy: Ref | null },
): string | null {
  const isDriveKept = lead !== null && addDrive(draft, read, lead, { ...whose, staff: whose.receivedBy })
  heedTalk(draft, read, lead, whose)
  const isPlanKept = lead !== null && planContact(draft, read, lead, whose)
  for (const { code, value } of read.flags) flag(draft, whose.line, code, value)
  const isNamed = lead !== null
  const isNew = lead?.isNew === true
  return rowNote(read, reader, draft.headers, [
    ['name', isNamed],
    ['phone', isNamed],
    ['gender', isNamed],
    ['city', isNamed],
    ['brand', isNamed],
    ['model', isNamed],
    ['grade', isNamed && read.grade !== null],
    ['horizon', isNamed && read.horizonMonths !== null],
    ['budget', isNew],
    ['competitor', isNew],
    ['testDrive', isDriveKept],
    ['receivedBy', reader.meaning(read.row, 'receivedBy') !== ''],
    ['partySize', read.partySize !== null],
    ['time', read.hasTime],
    ['nextOn', isPlanKept],
  ])
}

/** What a row says about a lead that this file makes, the later row winning. */
function learn(draft: Draft, lead: FileLead, read: ReadRow): void {
  if (!lead.isNew || !('nth' in lead.ref)) return
  const before = draft.leads[lead.ref.nth]
  if (before !== undefined && (read.model !== null || read.horizonMonths !== null)) {
    const horizonMonths = read.horizonMonths ?? before.horizonMonths
    draft.leads[lead.ref.nth] = { ...before, model: read.model ?? before.model, horizonMonths }
  }
  // Who comes again after a loss has not been lost.
  if (lead.status === 'lost') {
    draft.events.push({ lead: lead.ref, at: read.at, reason: null, kind: 'status', value: 'open' })
    lead.status = 'open'
  }
  regrade(draft, lead, read)
}
