import { stringify } from 'csv-stringify/sync'
import { addDays, datesFromTo, monthsTouching } from './calendar.ts'
import { nastyFollowUps } from './nasty-follow-ups.ts'
import { nastyCustomers, nastyDeals, nastyEvents, nastyLeads } from './nasty-leads.ts'
import { nastyVisits } from './nasty-visits.ts'
import { type Plot, plotOf, someDay } from './plot.ts'
import { type CsvRow, field, type Tables } from './tables.ts'
import type { OracleQuery } from './world.ts'

/** Ids are any text: also those that a plain object already has. */
const STAFF_IDS = ['s1', 's2', '王 伟', '10', '9', 'constructor', '__proto__']
const CHANNEL_IDS = ['walk', 'ref', '网,络', 'toString', '7']

/** Files that no other file refers to. */
const LEAVES = [
  'channel_costs.csv',
  'lead_events.csv',
  'visits.csv',
  'follow_ups.csv',
  'deals.csv',
  'targets.csv',
  'door_counts.csv',
  'market.csv',
]

export type NastyStore = { readonly seed: number; readonly tables: Tables; readonly queries: readonly OracleQuery[] }

/** A small store in which every rule of interchange.md is at its edge somewhere, and what to ask of it. */
export function nastyStore(seed: number, queryCount: number): NastyStore {
  const plot = plotOf(seed)
  const { random } = plot
  const lateMinutes = random.pick(['', '0', '30'])
  const staff = nastyStaff(plot)
  const staffIds = staff.map((row) => field(row, 'id'))
  const channels = nastyChannels(plot)
  const customers = nastyCustomers(plot, random.int(2, 12))
  const leads = nastyLeads(plot, random.chance(0.05) ? 0 : random.int(5, 40), customers, channels)
  const channelIds = channels.map((row) => field(row, 'id'))
  const months = monthsTouching(addDays(plot.firstDay, -20), addDays(plot.lastDay, 40))
  const tables: Tables = {
    'store.csv': [storeRow(plot, lateMinutes)],
    ...(random.chance(0.2) ? { 'grade_slots.csv': gradeSlots(plot) } : {}),
    'staff.csv': staff,
    'channels.csv': channels,
    'channel_costs.csv': channelIds.flatMap((id) => costRows(plot, id, months)),
    'customers.csv': customers,
    'leads.csv': leads.map(({ row }) => row),
    'lead_events.csv': nastyEvents(plot, leads, staffIds),
    'visits.csv': nastyVisits(plot, leads, staffIds, channelIds, lateMinutes === '' ? 60 : Number(lateMinutes)),
    'follow_ups.csv': nastyFollowUps(plot, leads, staffIds),
    'deals.csv': nastyDeals(plot, leads, staffIds),
    'targets.csv': ['', ...staffIds].flatMap((id) => targetRows(plot, id, months)),
    'door_counts.csv': doorCounts(plot),
    'market.csv': random.chance(0.5) ? [{ month: months[0] ?? '', potential: '3500' }] : [],
  }
  // "A missing file is an empty table"
  const missing = random.chance(0.2) ? random.shuffled(LEAVES).slice(0, random.int(1, 4)) : []
  const present = Object.entries(tables).filter(([file]) => !missing.includes(file))
  return {
    seed,
    tables: Object.fromEntries(present),
    queries: Array.from({ length: queryCount }, () => someQuery(plot, staffIds)),
  }
}

export function textsOf(tables: Tables): ReadonlyMap<string, string> {
  const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0)
  return new Map(filled.map(([file, rows]) => [file, stringify([...rows], { header: true })]))
}

function storeRow({ random, timeZone }: Plot, lateMinutes: string): CsvRow {
  const open = random.pick(['', '1234567', '23456', '67', '1', '7162'])
  const response = random.pick(['', '0', '45'])
  return {
    id: 'st',
    name: '展厅',
    time_zone: timeZone,
    open_weekdays: open,
    late_entry_minutes: lateMinutes,
    response_minutes: response,
  }
}

/** The cadence of A stays that of the default: what an ungraded lead's would be otherwise, the text does not say. */
function gradeSlots({ random }: Plot): readonly CsvRow[] {
  return ['A', 'B', 'C', 'D'].map((slot, index) => ({
    slot,
    label: 'HABC'.charAt(index),
    horizon_days: '',
    cadence_days: slot === 'A' ? '2' : String(random.int(1, 20)),
    first_contact_hours: '24',
    dormant_days: '30',
  }))
}

/** Salespeople who left, a receptionist, a manager and an owner of the store: all of them may own leads, receive and follow up. */
function nastyStaff({ random }: Plot): readonly CsvRow[] {
  const people = random.shuffled(STAFF_IDS).slice(0, random.int(1, STAFF_IDS.length))
  const row = (id: string, role: string, active: boolean) => ({
    id,
    name: id,
    role,
    active: String(active),
    daily_capacity: '',
  })
  const sellers = people.map((id) =>
    row(id, random.pick(['salesperson', 'salesperson', 'manager']), random.chance(0.75)),
  )
  return [...sellers, row('r1', 'reception', true), row('o1', 'owner', random.chance(0.8))]
}

function nastyChannels({ random }: Plot): readonly CsvRow[] {
  const ids = random.shuffled(CHANNEL_IDS).slice(0, random.int(1, CHANNEL_IDS.length))
  return ids.map((id) => ({ id, group: random.pick(['walk_in', 'referral', 'outbound']), name: id }))
}

/** Months without a row make the figure null, so most stores have them all. */
function monthsWithRow({ random }: Plot, months: readonly string[]): readonly string[] {
  return random.chance(0.7) ? months : months.filter(() => random.chance(0.6))
}

function costRows(plot: Plot, channelId: string, months: readonly string[]): readonly CsvRow[] {
  const cost = () => plot.random.pick(['0', '1000', '333.33', '20609.9'])
  return monthsWithRow(plot, months).map((month) => ({ channel_id: channelId, month, cost: cost() }))
}

function targetRows(plot: Plot, staffId: string, months: readonly string[]): readonly CsvRow[] {
  const deals = () => plot.random.pick(['0', '1', '7', '30'])
  return monthsWithRow(plot, months).map((month) => ({ month, staff_id: staffId, deals: deals() }))
}

function doorCounts({ random, firstDay, lastDay }: Plot): readonly CsvRow[] {
  const share = random.pick([0, 0.3, 1])
  const days = datesFromTo(firstDay, lastDay).filter(() => random.chance(share))
  return days.map((date) => ({ date, count: random.pick(['0', '1', '5', '12']) }))
}

/** asOf on every side of the period but before it; one day, the whole window, or anything between. */
export function someQuery(plot: Plot, staffIds: readonly string[]): OracleQuery {
  const { random, firstDay, lastDay } = plot
  const [first, second] = [someDay(plot), someDay(plot)].toSorted()
  const span = random.pick(['any', 'any', 'one day', 'whole', 'wide'])
  const from = span === 'whole' ? firstDay : span === 'wide' ? addDays(firstDay, -15) : (first ?? firstDay)
  const to = span === 'one day' ? from : span === 'wide' || span === 'whole' ? addDays(lastDay, 3) : (second ?? lastDay)
  const later = [someDay(plot), addDays(to, 1), addDays(to, 40), from].filter((day) => day >= from)
  const asOf = random.chance(0.4) ? to : random.pick(later)
  return { from, to, asOf, staffId: random.chance(0.5) ? null : random.pick(staffIds) }
}
