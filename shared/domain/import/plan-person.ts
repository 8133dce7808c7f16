import { maskPhone } from '../../values/phone.ts'
import type { LeftOutCode } from './fields.ts'
import { pickLead } from './pick-lead.ts'
import { add, type Draft, type FileLead, type FilePerson, flag, mayOwn } from './plan-draft.ts'
import type { PlannedCustomer, PlannedLead, Ref } from './plan-records.ts'
import { isOtherName } from './read-name.ts'
import type { ReadRow } from './read-row.ts'

/**
 * Whose contact a row names: somebody met earlier in the file, on file, or new. A number that stands on another name is the same
 * person, another one, or leaves the row out, as the mapping says. Rows without a contact are asked about elsewhere.
 */
export function meet(draft: Draft, contact: string, read: ReadRow): FilePerson | LeftOutCode {
  const { mapping, known, persons } = draft
  const onFile = known.customers.get(contact) ?? []
  if (onFile.length > 0 && mapping.knownPhone === 'skip') return 'phone_on_file'
  const met = persons.get(contact) ?? []
  const isSame = ({ name }: { readonly name: string }) => read.name === null || !isOtherName(name, read.name)
  const before = met.find(isSame)
  if (before !== undefined) return before
  const stored = onFile.find(isSame)
  if (stored !== undefined) return remember(draft, contact, fromStore(stored))
  const other = met[0] ?? onFile[0]
  if (other === undefined) return remember(draft, contact, newPerson(draft, read))
  draft.phonesOnTwoNames.add(contact)
  if (mapping.otherName === 'skip') return 'phone_on_other_name'
  flag(draft, read.row.line, 'other_name', `${other.name} / ${read.name ?? ''}`)
  if (mapping.otherName === 'another_person') return remember(draft, contact, newPerson(draft, read))
  const [first] = onFile
  return met[0] ?? remember(draft, contact, first === undefined ? newPerson(draft, read) : fromStore(first))
}

function remember({ persons }: Draft, contact: string, person: FilePerson): FilePerson {
  const met = persons.get(contact)
  if (met === undefined) persons.set(contact, [person])
  else met.push(person)
  return person
}

function fromStore(onFile: NonNullable<FilePerson['onFile']>): FilePerson {
  return { customer: { id: onFile.id }, name: onFile.name, onFile, lead: null, wonIds: new Set() }
}

export function newPerson(draft: Draft, read: ReadRow): FilePerson {
  const name = nameOf(read)
  return { customer: add(draft.customers, customerOf(read, name)), name, onFile: null, lead: null, wonIds: new Set() }
}

/** Whoever has no name is called by what is known of them. */
function nameOf({ name, phone, wechat, number }: ReadRow): string {
  if (name !== null) return name
  return phone === null ? (wechat ?? number ?? '') : maskPhone(phone)
}

function customerOf(read: ReadRow, name: string): PlannedCustomer {
  const { gender, phone, phoneKey, wechat, city, contactNote: note, at: createdAt } = read
  return { name, gender, phone, phoneKey, wechat, city, note, createdAt }
}

/** The purchase a visit belongs to, on file or begun here. A dormant one wakes (domain.md 4, traps). */
export function purchaseOf(draft: Draft, person: FilePerson, read: ReadRow, channel: Ref, owner: Ref | null): FileLead {
  if (person.lead?.isNew) return person.lead
  const lead = pickLead(person.onFile?.leads ?? [], read.on, draft.known.timeZone)
  if (lead === undefined) return (person.lead = begin(draft, person, read, channel, owner))
  // The one of its visit before, unless that has been closed since.
  if (person.lead !== null && 'id' in person.lead.ref && person.lead.ref.id === lead.id) return person.lead
  const ref: Ref = { id: lead.id }
  const wakes = lead.status === 'dormant' && lead.statusAt < read.at
  if (wakes) draft.events.push({ lead: ref, at: read.at, reason: null, kind: 'status', value: 'open' })
  const status = wakes ? 'open' : lead.status
  person.lead = { ref, isNew: false, grade: null, status, hasVisited: lead.hasVisited, contactNth: null }
  return person.lead
}

/** A new purchase, its owner and its first grade. */
export function begin(draft: Draft, person: FilePerson, read: ReadRow, channel: Ref, owner: Ref | null): FileLead {
  const { at, on, model, horizonMonths, budget, competitor, number } = read
  const { customer } = person
  const lead: PlannedLead = {
    customer,
    channel,
    createdAt: at,
    createdOn: on,
    model,
    horizonMonths,
    budget,
    competitor,
    number,
  }
  const ref = add(draft.leads, lead)
  if (owner !== null && mayOwn(draft, owner))
    draft.events.push({ lead: ref, at, reason: null, kind: 'owner', value: owner })
  const made: FileLead = { ref, isNew: true, grade: null, status: 'open', hasVisited: false, contactNth: null }
  regrade(draft, made, read)
  return made
}

export function regrade(draft: Draft, lead: FileLead, { grade, at }: ReadRow): void {
  if (grade === null || grade === lead.grade) return
  draft.events.push({ lead: lead.ref, at, reason: null, kind: 'grade', value: grade })
  lead.grade = grade
}
