import type { Db } from '../connection.ts'

/** A table of the store whose changes are noted, so that they can be taken back. */
export type TrackedTable = {
  readonly name: string
  /** Those that can be written, in the order of the table. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** People, channels and orders are listed in the order of their rows: one that comes back comes back to its place. */
  readonly hasRowId: boolean
  /** The column that names the lead a row belongs to; of a lead its own id. */
  readonly leadColumn: string | null
}

/**
 * Every other table is tracked, a new one without being asked; but only what a command writes in it is noted. So drafts are: people
 * keep them by tasks, and what a command takes away of them (whoever leaves) comes back with it.
 */
export const NOT_TRACKED: Readonly<Record<string, string>> = {
  audit_trail: 'keeps that something was done and that it was taken back',
  lead_history: 'derived: written anew for the leads in question',
  lead_list: 'derived: settled like after any change',
  lead_words: 'derived',
  stale_leads: 'what the derived tables have to catch up with',
  erasures: 'who was erased stays erased',
  past_headlines: 'derived: read anew when it is gone',
}

/**
 * Rules that the services keep hold over all rows of these (names, letters, sums, the last owner, a PIN for whoever has one): whatever
 * has changed in them since, even another row, stands in the way. What is read to see that, by the table that was written.
 */
export const HELD_TOGETHER: Readonly<Record<string, string>> = {
  store: 'SELECT * FROM store',
  grade_slots: 'SELECT * FROM grade_slots',
  channels: 'SELECT * FROM channels',
  rule_sets: 'SELECT * FROM rule_sets',
  scripts: 'SELECT * FROM scripts',
  targets: 'SELECT * FROM targets',
  staff: 'SELECT s.*, a.secret_hash FROM staff s LEFT JOIN accounts a ON a.staff_id = s.id ORDER BY s.id',
}

export function trackedTables(db: Db): readonly TrackedTable[] {
  const tables = db.pragma('main.table_list') as readonly TableRow[]
  return tables
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_') && NOT_TRACKED[name] === undefined)
    .map(({ name, wr }) => toTracked(db, name, wr === 0))
}

type TableRow = { readonly name: string; readonly type: string; readonly wr: 0 | 1 }
type ColumnRow = { readonly name: string; readonly hidden: number; readonly pk: number }
type ReferenceRow = { readonly table: string; readonly from: string }

function toTracked(db: Db, name: string, hasRowId: boolean): TrackedTable {
  const all = db.pragma(`main.table_xinfo(${quoted(name)})`) as readonly ColumnRow[]
  const references = db.pragma(`main.foreign_key_list(${quoted(name)})`) as readonly ReferenceRow[]
  const ofLead = references.find(({ table }) => table === 'leads')?.from ?? null
  return {
    name,
    // Generated columns are hidden ones.
    columns: all.filter(({ hidden }) => hidden === 0).map((column) => column.name),
    key: all.filter(({ pk }) => pk > 0).map((column) => column.name),
    hasRowId,
    leadColumn: name === 'leads' ? 'id' : ofLead,
  }
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** How many columns the widest has. */
export function widthOf(tables: readonly TrackedTable[]): number {
  return Math.max(...tables.map(({ columns }) => columns.length))
}
