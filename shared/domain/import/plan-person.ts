import { maskPhone } from '../../values/phone.ts'
import type { KnownCustomer } from './known-store.ts'
import { pickCustomer, pickLead } from './pick-lead.ts'
import { add, type Draft, type FilePerson } from './plan-draft.ts'
import type { PlannedCustomer, Ref } from './plan-records.ts'
import type { ReadRow } from './read-row.ts'

/** The person of a contact that the file names for the first time: on file already, or new. */
export function meet(draft: Draft, contact: string, read: ReadRow, channel: Ref): FilePerson {
  const onFile = pickCustomer(draft.known.customers.get(contact) ?? [], read.name)
  const lead = onFile === undefined ? undefined : pickLead(onFile.leads, read.at)
  if (onFile === undefined || lead === undefined) return begin(draft, read, onFile, channel)
  const ref: Ref = { id: lead.id }
  if (lead.status === 'dormant' && lead.statusAt < read.at) {
    // Any visit wakes a dormant lead (domain.md 4, traps).
    draft.events.push({ lead: ref, at: read.at, kind: 'status', value: 'open' })
  }
  return { lead: ref, name: onFile.name, isNew: false, grade: null, hasVisited: lead.hasVisited }
}

function begin(draft: Draft, read: ReadRow, onFile: KnownCustomer | undefined, channel: Ref): FilePerson {
  const name = onFile?.name ?? nameOf(read)
  const customer: Ref = onFile === undefined ? add(draft.customers, customerOf(read, name)) : { id: onFile.id }
  const { at, on, model, horizonMonths, receivedBy } = read
  const lead = add(draft.leads, { customer, channel, createdAt: at, createdOn: on, model, horizonMonths })
  if (receivedBy !== null && draft.sellers.has(receivedBy)) {
    draft.events.push({ lead, at, kind: 'owner', value: receivedBy })
  }
  return { lead, name, isNew: true, grade: null, hasVisited: false }
}

/** A contact without a name is called by what is known of it. */
function nameOf({ name, phone, wechat }: ReadRow): string {
  if (name !== null) return name
  return phone === null ? (wechat ?? '') : maskPhone(phone)
}

function customerOf(read: ReadRow, name: string): PlannedCustomer {
  const { gender, phone, phoneKey, wechat, contactNote: note, at: createdAt } = read
  return { name, gender, phone, phoneKey, wechat, note, createdAt }
}

/** What a row says about a lead that this file makes, the later row winning; a lead on file keeps what people have decided. */
export function learn(draft: Draft, person: FilePerson, read: ReadRow): void {
  if (!person.isNew || !('nth' in person.lead)) return
  const lead = draft.leads[person.lead.nth]
  if (lead !== undefined) {
    const horizonMonths = read.horizonMonths ?? lead.horizonMonths
    draft.leads[person.lead.nth] = { ...lead, model: read.model ?? lead.model, horizonMonths }
  }
  if (read.grade === null || read.grade === person.grade) return
  draft.events.push({ lead: person.lead, at: read.at, kind: 'grade', value: read.grade })
  person.grade = read.grade
}
