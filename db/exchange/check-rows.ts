import { GRADES, LEAD_STATUSES } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'
import { badValue, formatCell, type Kind } from './column-kinds.ts'
import { fileOf, type Row } from './exchange-table.ts'
import type { FaultList } from './fault-list.ts'
import type { FileRow, TableFile } from './read-table.ts'

/** A row as it will stand in the database: what the file says, and for what it does not say what was there. */
export type MergedRow = FileRow & { readonly row: Row; readonly existing: Row | null }
export type MergedTable = TableFile & { readonly merged: readonly MergedRow[] }

const EVENT_VALUES: Readonly<Record<string, Kind>> = {
  grade: { type: 'one-of', words: GRADES },
  status: { type: 'one-of', words: LEAD_STATUSES },
  owner: { type: 'reference', table: 'staff' },
}

/** Puts into the list what no single cell shows: references, pairs, the values of events, what may be there once only. */
export function checkTables(db: Db, tables: readonly MergedTable[], timeZone: string, faults: FaultList): void {
  const isKnown = knownKeys(db, tables)
  for (const table of tables) {
    for (const row of table.merged) {
      if (faults.isFull()) return
      checkReferences(table, row, isKnown, faults)
      if (!row.isSound) continue
      checkPair(table, row, timeZone, faults)
      if (table.table.name === 'lead_events') checkEvent(row, isKnown, faults)
    }
    checkAtMostOne(db, table, faults)
  }
}

type IsKnown = (table: string, id: string) => boolean

function knownKeys(db: Db, tables: readonly TableFile[]): IsKnown {
  const keysOf = new Map(tables.map(({ table, keys }) => [table.name, keys]))
  const looked = new Map<string, (id: string) => boolean>()
  const lookUp = (table: string) => {
    const statement = db.prepare(`SELECT 1 FROM "${table}" WHERE id = ?`)
    const found = (id: string) => statement.get(id) !== undefined
    looked.set(table, found)
    return found
  }
  return (table, id) => {
    const keys = keysOf.get(table)
    return keys === null || keys?.has(id) === true || (looked.get(table) ?? lookUp(table))(id)
  }
}

function checkReferences({ table, columns }: TableFile, row: MergedRow, isKnown: IsKnown, faults: FaultList): void {
  for (const column of columns) {
    const id = row.values[column.db]
    if (column.kind.type !== 'reference' || typeof id !== 'string' || id === column.empty) continue
    const place = { line: row.line, column: column.name, value: id }
    if (!isKnown(column.kind.table, id))
      faults.add(fileOf(table), place, 'reference_broken', { table: column.kind.table })
  }
}

function checkPair(file: MergedTable, merged: MergedRow, timeZone: string, faults: FaultList): void {
  const { table } = file
  if (table.pair === undefined) return
  const [first, second] = table.pair
  const { line, row } = merged
  if ((row[first] === null) === (row[second] === null)) return
  const [column, other] = row[first] === null ? [second, first] : [first, second]
  const place = { line, column, value: textOf(file, merged, column, timeZone) }
  faults.add(fileOf(table), place, 'pair_broken', { column, other })
}

function checkEvent({ line, row }: MergedRow, isKnown: IsKnown, faults: FaultList): void {
  const kind = EVENT_VALUES[String(row.kind)]
  const value = row.value
  const place = { line, column: 'value', value: String(value ?? '') }
  if (kind === undefined || (kind.type === 'reference' && value === null)) return
  if (value === null) faults.add('lead_events.csv', place, 'value_missing')
  else if (kind.type === 'one-of' && !kind.words.includes(String(value))) {
    const bad = badValue(kind)
    faults.add('lead_events.csv', place, bad.code, bad.params)
  } else if (kind.type === 'reference' && !isKnown(kind.table, String(value))) {
    faults.add('lead_events.csv', place, 'reference_broken', { table: kind.table })
  }
}

/** Rows of the database count as well, unless the file brings them anew. */
function checkAtMostOne(db: Db, { table, merged, keys }: MergedTable, faults: FaultList): void {
  const rule = table.atMostOne
  if (rule === undefined || merged.length === 0) return
  const taken = new Map<unknown, string>()
  for (const row of db.prepare(`SELECT * FROM "${table.name}"`).iterate() as Iterable<Row>) {
    if (rule.applies(row) && keys?.has(String(row.id)) === false) taken.set(row[rule.column], String(row.id))
  }
  for (const { line, row, isSound } of merged) {
    if (!isSound || !rule.applies(row)) continue
    const value = row[rule.column]
    const other = taken.get(value)
    const place = { line, column: rule.column, value: String(value) }
    if (other === undefined) taken.set(value, String(row.id))
    else faults.add(fileOf(table), place, rule.code, { other })
  }
}

/** As the file writes it; where the file does not have the column, as an export would. */
function textOf({ table, header }: MergedTable, { cells, row }: MergedRow, name: string, timeZone: string): string {
  const column = table.columns.find((one) => one.name === name)
  const written = cells[header.indexOf(name)]
  return written ?? (column === undefined ? '' : formatCell(column.kind, row[column.db] ?? null, timeZone))
}
