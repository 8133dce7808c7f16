import type { Db } from '../connection.ts'
import { PERSON_TABLES } from './person-tables.ts'
import { batchesNaming, draftsAbout } from './person-traces.ts'
import { namesOf } from './person-words.ts'

export type PersonRow = Readonly<Record<string, string | number | null>>
/** Table -> rows by column, as the store has them. */
export type PersonRecords = Readonly<Record<string, readonly PersonRow[]>>

/** Not handed to the person, with the reason; everything else of PERSON_TABLES is. */
export const NOT_HANDED_OUT: Readonly<Record<string, string>> = {
  lead_list: 'derived: what the list is sorted by stands in leads, lead_history and follow_ups',
  lead_words: 'derived: what a lead is found by',
  'customers.phone_key': 'derived from phone',
  'follow_ups.note_key': 'derived from note',
  'follow_ups.counts_on': 'derived from first_due_on and due_on',
  'follow_ups.recorded_at': 'derived from logged_at and done_at',
  'deals.gross_profit_fen': 'what the showroom has earned is its own affair',
}

const ORDER: Readonly<Record<string, string>> = {
  leads: 'created_at',
  lead_events: 'seq',
  lead_history: 'lead_id, n',
  visits: 'arrived_at',
  follow_ups: 'counts_on, done_at',
  deals: 'ordered_on',
  loss_requests: 'requested_at',
}

/** Everything on file about one customer, what somebody has begun to write about them and the files they came from included. */
export function readPersonRecords(db: Db, customerId: string): PersonRecords {
  const handedOut = Object.entries(PERSON_TABLES).filter(([table]) => NOT_HANDED_OUT[table] === undefined)
  const names = namesOf(db, customerId)
  const records: [string, readonly PersonRow[]][] = handedOut.map(([table, { rows, columns }]) => {
    const wanted = Object.keys(columns).filter((column) => NOT_HANDED_OUT[`${table}.${column}`] === undefined)
    const sql = `SELECT ${wanted.join(', ')} FROM ${table} WHERE ${rows} ORDER BY ${ORDER[table] ?? 'rowid'}`
    return [table, db.prepare(sql).all({ customerId }) as PersonRow[]]
  })
  const drafts = draftsAbout(db, customerId, names).map(({ row }) => row as PersonRow)
  return { ...Object.fromEntries(records), drafts, import_batches: batchesOf(db, customerId, batchesNaming(db, names)) }
}

/** The files a customer or something of theirs came in with, and any that bears their name. */
function batchesOf(db: Db, customerId: string, named: readonly { readonly row: object }[]): readonly PersonRow[] {
  const tables = ['visits', 'follow_ups', 'deals', 'lead_events']
  const ofLeads = tables.map(
    (table) => `SELECT t.batch_id FROM ${table} t JOIN leads l ON l.id = t.lead_id WHERE l.customer_id = @customerId`,
  )
  const rows = db
    .prepare(
      `SELECT * FROM import_batches WHERE id IN (SELECT batch_id FROM customers WHERE id = @customerId
         UNION SELECT batch_id FROM leads WHERE customer_id = @customerId UNION ${ofLeads.join(' UNION ')})`,
    )
    .all({ customerId }) as PersonRow[]
  const known = new Set(rows.map((row) => row['id']))
  return [...rows, ...named.map(({ row }) => row as PersonRow).filter((row) => !known.has(row['id'] ?? null))]
}

/** What the ids in a person's records stand for: who works here, where customers come from, what was said. */
export function namesBehind(db: Db, records: PersonRecords): ReadonlyMap<string, string> {
  const ids = new Set<string>()
  for (const row of Object.values(records).flat()) {
    for (const value of Object.values(row)) if (typeof value === 'string') ids.add(value)
  }
  const sql = ['SELECT id, name FROM staff', 'SELECT id, name FROM channels', 'SELECT id, title FROM scripts'].join(
    ' UNION ALL ',
  )
  const rows = db.prepare<[], [string, string]>(sql).raw().all()
  return new Map(rows.filter(([id]) => ids.has(id)))
}
