import type { Instant } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import { ratio } from '../measures/ratio.ts'
import type { ImportKind, Outcome } from './fields.ts'
import type { KnownStore } from './known-store.ts'
import type { Plan, PlannedRecords, PlannedRow, Ref } from './plan-records.ts'

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
  readonly model: string | null
  readonly priceFen: number | null
  readonly isFirst: boolean
  readonly outcome: Outcome
}

const SAMPLE = 50

/** The plan in figures. What is counted is what would be written, never an estimate of it. */
export function summarise(plan: Plan, known: KnownStore) {
  const { kind, records, rows, leftOut, flags, phonesOnTwoNames } = plan
  const { visits, leads, customers, drives, channels, people, contacts } = records
  const outcomes = countBy(rows.map(({ outcome }) => outcome))
  return {
    kind,
    visits: visits.length,
    firstVisits: count(visits, ({ firstVisit }) => firstVisit),
    phoneIns: count(visits, ({ kind: came }) => came === 'phone'),
    captured: count(visits, ({ lead }) => lead !== null),
    anonymous: outcomes.anonymous ?? 0,
    newCustomers: customers.length,
    newLeads: leads.length,
    returning: outcomes.returning ?? 0,
    graded: gradedLeads(records),
    testDrives: drives.length,
    withoutPerson: count(rows, ({ person }) => person === null),
    newChannels: channels.map(({ name }) => name),
    newPeople: people.map(({ name }) => name),
    people: new Set(rows.flatMap(({ person }) => (person === null ? [] : [refKey(person)]))).size,
    ...fates(records),
    planned: contacts.length,
    phonesOnTwoNames,
    ...spanOf(rows),
    leftOut: countBy(leftOut.map(({ code }) => code)),
    flags: countBy(flags.map(({ code }) => code)),
    sample: sampleOf(rows, records, known),
  } satisfies { readonly kind: ImportKind } & Record<string, unknown>
}

function count<T>(list: readonly T[], is: (one: T) => boolean): number {
  let found = 0
  for (const one of list) if (is(one)) found += 1
  return found
}

export function countBy<K extends string>(codes: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function refKey(ref: Ref): string | number {
  return 'id' in ref ? ref.id : ref.nth
}

function gradedLeads({ events }: PlannedRecords): number {
  return new Set(events.flatMap((event) => (event.kind === 'grade' ? [refKey(event.lead)] : []))).size
}

/** What becomes of the new leads, and the orders. */
function fates({ leads, events, deals }: PlannedRecords) {
  const last = new Map<number, string>()
  for (const event of events) if (event.kind === 'status' && 'nth' in event.lead) last.set(event.lead.nth, event.value)
  const ended = countBy([...last.values()])
  const [won, lost, dormant] = [ended['won'] ?? 0, ended['lost'] ?? 0, ended['dormant'] ?? 0]
  const prices = deals.flatMap(({ priceFen }) => (priceFen === null ? [] : [priceFen]))
  return {
    open: leads.length - won - lost - dormant,
    dormant,
    won,
    lost,
    winRate: ratio(won, won + lost),
    deals: deals.length,
    revenueFen: prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0),
  }
}

/** Rows stand in the order of their moments. */
function spanOf(rows: readonly PlannedRow[]) {
  return { from: rows[0]?.on ?? null, to: rows.at(-1)?.on ?? null }
}

function sampleOf(rows: readonly PlannedRow[], { channels, people }: PlannedRecords, known: KnownStore): SampleRow[] {
  const channelNames = new Map(known.channels.map(({ id, name }) => [id, name]))
  const personNames = new Map(known.people.map(({ id, name }) => [id, name]))
  const channelName = (ref: Ref) => ('id' in ref ? channelNames.get(ref.id) : channels[ref.nth]?.name) ?? ''
  const personName = (ref: Ref) => ('id' in ref ? personNames.get(ref.id) : people[ref.nth]?.name) ?? null
  return rows.slice(0, SAMPLE).map(({ on: _, ...row }) => ({
    ...row,
    channel: channelName(row.channel),
    person: row.person === null ? null : personName(row.person),
  }))
}
