import type { Db } from '../connection.ts'
import type { MergedRow, MergedTable } from './check-rows.ts'
import type { Cell } from './column-kinds.ts'
import type { Column, ExchangeTable, Row } from './exchange-table.ts'
import type { FileRow, TableFile } from './read-table.ts'

/** Lays what a file says over what the database has: an existing row's columns that the file lacks stay as they are. */
export function mergeTable(db: Db, file: TableFile): MergedTable {
  const { table } = file
  const isEmpty = db.prepare(`SELECT 1 FROM "${table.name}" LIMIT 1`).get() === undefined
  const find = isEmpty ? null : db.prepare(selectByKey(table))
  const keys = keyColumns(table)
  const merged = file.rows.map((fileRow): MergedRow => {
    const key = keys.map((column) => fileRow.values[column.db] ?? column.empty)
    const existing = (find?.get(...key) as Row | undefined) ?? null
    return { ...fileRow, existing, row: mergeRow(table, fileRow, existing) }
  })
  return { ...file, merged }
}

export function keyColumns(table: ExchangeTable): readonly Column[] {
  return table.columns.filter((column) => table.key.includes(column.name))
}

function mergeRow(table: ExchangeTable, { values }: FileRow, existing: Row | null): Row {
  const row: Record<string, Cell> = {}
  for (const { db, empty } of table.columns) {
    const given = values[db]
    row[db] = given === undefined ? (existing?.[db] ?? empty) : given
  }
  return row
}

function selectByKey(table: ExchangeTable): string {
  const columns = table.columns.map(({ db }) => `"${db}"`).join(', ')
  const key = keyColumns(table).map(({ db }) => `"${db}" = ?`)
  return `SELECT ${columns} FROM "${table.name}" WHERE ${key.join(' AND ')}`
}
