import type { BusinessDate, Instant } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import type { Outcome } from './fields.ts'
import type { KnownStore } from './known-store.ts'
import type { Plan, PlannedRow, PlannedVisit, Ref } from './plan-records.ts'

export type SampleRow = {
  readonly line: number
  readonly at: Instant
  readonly hasTime: boolean
  readonly name: string | null
  readonly phone: string | null
  readonly partySize: number | null
  readonly channel: string
  readonly person: string | null
  readonly grade: Grade | null
  readonly isFirst: boolean
  readonly outcome: Outcome
}

const SAMPLE = 50

/** The plan in figures. What is counted is what would be written, never an estimate of it. */
export function summarise({ records, rows, leftOut, flags }: Plan, known: KnownStore) {
  const { visits, leads, customers, events, drives, channels } = records
  const days = visits.map(({ on }) => on).toSorted()
  const outcome = (wanted: Outcome) => rows.filter((row) => row.outcome === wanted).length
  return {
    visits: visits.length,
    firstVisits: visits.filter(({ firstVisit }) => firstVisit).length,
    phoneIns: visits.filter(({ kind }) => kind === 'phone').length,
    captured: visits.filter(({ lead }) => lead !== null).length,
    anonymous: outcome('anonymous'),
    newCustomers: customers.length,
    newLeads: leads.length,
    returning: outcome('returning'),
    graded: new Set(events.flatMap((event) => (event.kind === 'grade' ? [JSON.stringify(event.lead)] : []))).size,
    testDrives: drives.length,
    withoutPerson: visits.filter(({ receivedBy }) => receivedBy === null).length,
    newChannels: channels.map(({ name }) => name),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    leftOut: countBy(leftOut.map(({ code }) => code)),
    flags: countBy(flags.map(({ code }) => code)),
    sample: sampleOf(visits, rows, channels, known),
  }
}

export function countBy<K extends string>(codes: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function sampleOf(
  visits: readonly PlannedVisit[],
  rows: readonly PlannedRow[],
  channels: readonly { readonly name: string }[],
  known: KnownStore,
): SampleRow[] {
  const channelNames = new Map(known.channels.map(({ id, name }) => [id, name]))
  const people = new Map(known.people.map(({ id, name }) => [id, name]))
  const channelName = (ref: Ref) => ('id' in ref ? channelNames.get(ref.id) : channels[ref.nth]?.name) ?? ''
  return visits.slice(0, SAMPLE).flatMap((visit, index) => {
    const row = rows[index]
    if (row === undefined) return []
    const person = visit.receivedBy === null ? null : (people.get(visit.receivedBy) ?? null)
    const { at, partySize, firstVisit: isFirst } = visit
    return [{ ...row, at, partySize, isFirst, channel: channelName(visit.channel), person }]
  })
}

/** First and last day of the dates, to look only there for visits that are on file. */
export function daySpan(
  days: readonly BusinessDate[],
): { readonly from: BusinessDate; readonly to: BusinessDate } | null {
  const sorted = days.toSorted()
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}
