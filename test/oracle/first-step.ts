import { randomOf } from './random.ts'
import { type CsvRow, field, rowsOf, type Tables } from './tables.ts'

const EARLIER = '2025-11-30T22:00:00Z'

/**
 * A store as it may have been before the whole of it was imported over it: another time zone or the same, rows that are not there yet, rows with
 * other values, events in another order and of other leads. `kept` = the whole with its events as they then lie:
 * "a new row goes after all present, an existing id keeps its place".
 */
export function firstStepOf(seed: number, tables: Tables): { readonly first: Tables; readonly kept: Tables } {
  const random = randomOf(seed + 1_000_000)
  const leads = rowsOf(tables, 'leads.csv').map((row) => field(row, 'id'))
  const some = (file: string, change: (row: CsvRow) => CsvRow) =>
    rowsOf(tables, file)
      .filter(() => random.chance(0.6))
      .map((row) => (random.chance(0.5) ? change(row) : row))
  const allEvents = rowsOf(tables, 'lead_events.csv')
  const events = random.shuffled(
    some('lead_events.csv', (row) => ({
      ...row,
      at: EARLIER,
      lead_id: random.chance(0.5) ? random.pick(leads) : field(row, 'lead_id'),
    })),
  )
  const first: Tables = {
    ...tables,
    'store.csv': rowsOf(tables, 'store.csv').map((row) => ({
      ...row,
      time_zone: random.pick([field(row, 'time_zone'), 'Pacific/Auckland']),
      open_weekdays: '3',
    })),
    'leads.csv': rowsOf(tables, 'leads.csv').map((row) => (random.chance(0.5) ? { ...row, created_at: EARLIER } : row)),
    'lead_events.csv': events,
    'visits.csv': some('visits.csv', (row) => ({ ...row, arrived_at: EARLIER, lead_id: '' })),
    'follow_ups.csv': some('follow_ups.csv', (row) => ({ ...row, done_at: '', note: 'abc' })),
    'deals.csv': some('deals.csv', (row) => ({ ...row, cancelled_on: '', gross_profit: '1' })),
    'targets.csv': some('targets.csv', (row) => ({ ...row, deals: '99' })),
    'channel_costs.csv': some('channel_costs.csv', (row) => ({ ...row, cost: '5' })),
    'door_counts.csv': some('door_counts.csv', (row) => ({ ...row, count: '99' })),
  }
  const byId = new Map(allEvents.map((row) => [field(row, 'id'), row]))
  const present = events.map((row) => byId.get(field(row, 'id')) ?? row)
  const added = allEvents.filter((row) => !present.includes(row))
  return { first, kept: { ...tables, 'lead_events.csv': [...present, ...added] } }
}
