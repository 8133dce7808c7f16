import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { EXCHANGE_TABLES } from '../../db/exchange/tables.ts'

/** Kept out of the exchange, with the reason (interchange.md). */
const TABLES_KEPT_OUT: Readonly<Record<string, string>> = {
  accounts: 'hashes of PINs and passwords have no business outside the file',
  audit_trail: 'says what happened in this file; in another it would be a claim',
  lead_history: 'derived from leads and lead_events',
  lead_list: 'derived from leads, customers, visits and follow_ups',
  lead_words: 'derived: what a lead is found by',
  lead_search: 'the index over lead_words',
  lead_search_config: 'of the index',
  lead_search_data: 'of the index',
  lead_search_idx: 'of the index',
  stale_leads: 'what the index has to catch up with',
  past_headlines: 'derived: what was read of past months',
  import_templates:
    'how this desk reads the foreign files it gets; its meanings name people and channels of this store',
  drafts: 'what somebody has begun to write: theirs alone, and no record until they save it',
  thresholds: 'interchange.md has no file for them; no figure of a report depends on them',
  rule_sets: 'interchange.md has no file for them; the grades they led to are in lead_events',
  scripts: 'interchange.md has no file for them; a move to another PC carries the whole file',
  erasures: 'whom this store has forgotten: ids that mean nothing elsewhere',
  lead_views: 'how people look at leads; in another showroom they would find nothing',
}

const COLUMNS_KEPT_OUT: Readonly<Record<string, string>> = {
  'leads.version': 'counts the edits of this file, to see two screens collide',
  'lead_events.seq': 'the order of the rows in the file says it',
  'follow_ups.counts_on': 'generated',
  'follow_ups.recorded_at': 'generated',
  'follow_ups.script_id': 'interchange.md has no column for it, and the script itself is not exchanged',
}

const db = openStore(':memory:')
const tables = db
  .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
  .pluck()
  .all() as string[]
const exchanged = new Map(EXCHANGE_TABLES.map((table) => [table.name, table]))

type ColumnInfo = { readonly name: string; readonly notnull: 0 | 1; readonly pk: number; readonly dflt_value: unknown }

describe('the exchange knows the whole schema', () => {
  it('every table is exchanged or kept out for a reason', () => {
    expect([...exchanged.keys(), ...Object.keys(TABLES_KEPT_OUT)].toSorted()).toEqual(tables.toSorted())
  })

  it.each([...exchanged.values()])('every column of $name is exchanged, derived or kept out for a reason', (table) => {
    const columns = db.pragma(`table_xinfo("${table.name}")`) as ColumnInfo[]
    const derived = Object.keys(table.derive?.({}, 'UTC') ?? {})
    const keptOut = Object.keys(COLUMNS_KEPT_OUT).filter((name) => name.startsWith(`${table.name}.`))
    const known = [
      ...table.columns.map((column) => column.db),
      ...derived,
      ...keptOut.map((name) => name.slice(table.name.length + 1)),
    ]
    expect(known.toSorted()).toEqual(columns.map(({ name }) => name).toSorted())
  })

  it.each([...exchanged.values()])('what $name needs in the database is required in the file', (table) => {
    const columns = db.pragma(`table_xinfo("${table.name}")`) as ColumnInfo[]
    const needed = columns.filter(({ notnull, pk, dflt_value }) => (notnull === 1 || pk > 0) && dflt_value === null)
    for (const { name } of needed) {
      const column = table.columns.find((one) => one.db === name)
      if (column !== undefined) expect(`${name}: ${column.required}`).toBe(`${name}: true`)
    }
  })

  it('a table comes after those it refers to', () => {
    const order = EXCHANGE_TABLES.map(({ name }) => name)
    for (const table of EXCHANGE_TABLES) {
      for (const { kind } of table.columns) {
        if (kind.type === 'reference') expect(order.indexOf(kind.table)).toBeLessThan(order.indexOf(table.name))
      }
    }
  })
})
