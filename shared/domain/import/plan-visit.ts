import { channelOf, type Draft, type FilePerson } from './plan-draft.ts'
import { learn, meet } from './plan-person.ts'
import type { PlannedRow } from './plan-records.ts'
import { isOtherName } from './read-name.ts'
import type { ReadRow } from './read-row.ts'
import { rowNote } from './row-note.ts'

/** Adds one arrival and all that follows from it. Rows must come in the order of arrival: the first of a contact makes its lead. */
export function planVisit(draft: Draft, read: ReadRow): void {
  const channel = channelOf(draft, read.channel)
  const earlier = read.contact === null ? undefined : draft.persons.get(read.contact)
  const person = read.contact === null ? null : (earlier ?? meet(draft, read.contact, read, channel))
  if (read.contact !== null && person !== null) draft.persons.set(read.contact, person)
  if (person !== null) learn(draft, person, read)
  addFlags(draft, read, person)
  const isDriveKept = addDrive(draft, read, person)
  draft.visits.push({
    line: read.row.line,
    at: read.at,
    on: read.on,
    channel,
    kind: read.kind,
    // Two first visits of one purchase would break N x K x F x C = won.
    firstVisit: read.kind === 'showroom' && read.saysFirst && person?.hasVisited !== true,
    partySize: read.partySize,
    receivedBy: read.receivedBy,
    lead: person?.lead ?? null,
    note: rowNote(read, draft.mapping, draft.headers, isDriveKept),
  })
  draft.rows.push(rowOf(read, person, earlier !== undefined))
  if (person !== null && read.kind === 'showroom') person.hasVisited = true
}

function addFlags({ flags }: Draft, read: ReadRow, person: FilePerson | null): void {
  const { line } = read.row
  for (const { code, value } of read.flags) flags.push({ line, code, value })
  if (person === null || read.name === null || !isOtherName(person.name, read.name)) return
  flags.push({ line, code: 'other_name', value: `${person.name} / ${read.name}` })
}

/** A follow-up needs somebody who made it; a drive of nobody's stays in the visit's note. */
function addDrive({ drives, flags }: Draft, read: ReadRow, person: FilePerson | null): boolean {
  if (!read.tookDrive || person === null) return false
  if (read.receivedBy === null) {
    flags.push({ line: read.row.line, code: 'drive_without_person', value: read.name ?? '' })
    return false
  }
  drives.push({ lead: person.lead, staffId: read.receivedBy, at: read.at, on: read.on })
  return true
}

function rowOf(read: ReadRow, person: FilePerson | null, isAgain: boolean): PlannedRow {
  const { name, hasTime, phone, wechat, row } = read
  const kept = { line: row.line, hasTime, name, phone: phone ?? wechat }
  if (person === null) return { ...kept, grade: null, outcome: 'anonymous' }
  const isReturning = isAgain || !person.isNew
  return { ...kept, grade: person.isNew ? read.grade : null, outcome: isReturning ? 'returning' : 'captured' }
}
