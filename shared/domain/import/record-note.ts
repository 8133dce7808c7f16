import type { Draft, FileLead, FilePerson } from './plan-draft.ts'
import type { ReadRow, RowReader } from './read-row.ts'
import type { Placed } from './row-note.ts'

const LONGEST = 1000

/** The fields that leads and orders share, and whether what they say has found a place. */
export function placedOfRecord(read: ReadRow, { cell, meaning }: RowReader): Placed[] {
  const { row } = read
  return [
    ['name', read.name !== null],
    ['phone', read.phone !== null || read.wechat !== null],
    ['wechat', read.wechat !== null],
    ['grade', read.grade !== null],
    ['receivedBy', meaning(row, 'receivedBy') !== ''],
    ['brand', read.model !== null],
    ['model', read.model !== null || cell(row, 'model') === ''],
  ]
}

/**
 * Where the words of a row are kept that makes a lead and no visit: with its customer, when the file brings that one in; else as
 * the reason of the lead's first event, and of one that says only that it is open where there is none.
 */
export function keepWords(draft: Draft, person: FilePerson, lead: FileLead, read: ReadRow, note: string | null): void {
  if (note === null) return
  const { customer } = person
  if ('nth' in customer) {
    const made = draft.customers[customer.nth]
    if (made === undefined) return
    const known = made.note === null ? note : `${made.note}；${note}`
    draft.customers[customer.nth] = { ...made, note: known.slice(0, LONGEST) }
    return
  }
  const { events } = draft
  let place = events.length - 1
  for (; events[place]?.lead === lead.ref; place -= 1) {
    const event = events[place]
    if (event === undefined || event.reason !== null || (event.kind === 'status' && event.value === 'lost')) continue
    events[place] = { ...event, reason: note }
    return
  }
  // Before whatever else happened to the lead, which it must not undo.
  events.splice(place + 1, 0, { lead: lead.ref, at: read.at, reason: note, kind: 'status', value: 'open' })
}
