import type { Db } from '../connection.ts'
import type { MergedRow, MergedTable } from './check-rows.ts'
import type { Cell } from './column-kinds.ts'
import type { ExchangeTable, Row } from './exchange-table.ts'
import { keyColumns } from './merge-rows.ts'

/** Writes the rows that are new or differ, and answers those. The caller holds the transaction; the rows have been checked. */
export function writeTable(db: Db, { table, merged }: MergedTable, timeZone: string): readonly MergedRow[] {
  const changed = merged.filter(({ row, existing }) => existing === null || differs(table, row, existing))
  const [first] = changed
  if (first === undefined) return []
  if (table.atMostOne !== undefined) clear(db, table, changed)
  const columns = Object.keys(storedRow(table, first.row, timeZone))
  const upsert = db.prepare(upsertSql(table, columns))
  for (const { row } of changed) upsert.run(Object.values(storedRow(table, row, timeZone)))
  return changed
}

function differs(table: ExchangeTable, row: Row, existing: Row): boolean {
  return table.columns.some(({ db }) => row[db] !== existing[db])
}

/**
 * Two rows may exchange what only one of them can have; updated one after the other, the first would meet the other's old
 * state. Nothing refers to these tables, so their old rows can step aside.
 */
function clear(db: Db, table: ExchangeTable, changed: readonly MergedRow[]): void {
  const remove = db.prepare(`DELETE FROM "${table.name}" WHERE id = ?`)
  for (const { row, existing } of changed) if (existing !== null) remove.run(row.id)
}

/** Always the same columns in the same order. */
function storedRow(table: ExchangeTable, row: Row, timeZone: string): Record<string, Cell> {
  return { ...row, ...table.derive?.(row, timeZone) }
}

/** Names come from the table descriptions only. An update keeps what is not exchanged, such as the place of an event. */
function upsertSql(table: ExchangeTable, columns: readonly string[]): string {
  const quoted = columns.map((column) => `"${column}"`)
  const key = keyColumns(table).map(({ db }) => `"${db}"`)
  const updates = quoted.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`)
  // A screen that still shows the old lead must not overwrite the new one.
  if (table.name === 'leads') updates.push('version = version + 1')
  return `INSERT INTO "${table.name}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates.join(', ')}`
}
