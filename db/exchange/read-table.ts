import { badValue, type Cell, parseCell } from './column-kinds.ts'
import { type CsvRow, readCsv } from './csv-file.ts'
import { type Column, type ExchangeTable, fileOf, type Row } from './exchange-table.ts'
import type { FaultList } from './fault-list.ts'

/** A row as the file has it: only the columns that are there. `isSound` = every cell could be read. */
export type FileRow = CsvRow & { readonly key: string; readonly values: Row; readonly isSound: boolean }

/**
 * One file after reading. `keys` has the line of each key, also of rows with faults, so that one fault does not bring forth
 * others in the files that refer to it; null = the file or its key could not be read.
 */
export type TableFile = {
  readonly table: ExchangeTable
  readonly rows: readonly FileRow[]
  readonly keys: ReadonlyMap<string, number> | null
  readonly header: readonly string[]
  readonly columns: readonly Column[]
}

type FileColumn = { readonly column: Column; readonly at: number }

/** Between the parts of a key; a text with this character has been refused. */
const KEY_SEPARATOR = '\0'

/** Reads one file (undefined: not there, an empty table; null: unreadable) and puts what is wrong with it into the lists. */
export function readTable(
  table: ExchangeTable,
  text: string | null | undefined,
  faults: FaultList,
  warnings: FaultList,
): TableFile {
  const file = fileOf(table)
  if (text === undefined) return { table, rows: [], keys: new Map(), header: [], columns: [] }
  if (text === null) return { table, rows: [], keys: null, header: [], columns: [] }
  const csv = readCsv(text)
  if ('code' in csv) {
    faults.add(file, { line: csv.line, column: '', value: '' }, csv.code)
    return { table, rows: [], keys: null, header: [], columns: [] }
  }
  const columns = readHeader(table, csv.header, faults, warnings)
  const keyColumns = table.key.map((name) => csv.header.cells.indexOf(name))
  const keys = new Map<string, number>()
  const rows: FileRow[] = []
  for (const row of csv.rows) {
    const key = keyColumns.map((at) => row.cells[at] ?? '').join(KEY_SEPARATOR)
    const isNew = noteKey(table, keys, key, row, faults)
    const isWhole = row.cells.length === csv.header.cells.length
    const { values, isSound } = isWhole ? readCells(file, row, columns, faults) : { values: {}, isSound: false }
    rows.push({ ...row, key, values, isSound: isSound && isNew })
    if (isWhole) continue
    const params = { actual: row.cells.length, expected: csv.header.cells.length }
    faults.add(file, { line: row.line, column: '', value: row.cells.join(',') }, 'ragged_row', params)
  }
  const { cells: header } = csv.header
  const hasKey = neededOfKey(table).every(({ name }) => header.includes(name))
  return { table, rows, keys: hasKey ? keys : null, header, columns: columns.map(({ column }) => column) }
}

function readHeader(
  table: ExchangeTable,
  header: CsvRow,
  faults: FaultList,
  warnings: FaultList,
): readonly FileColumn[] {
  const file = fileOf(table)
  const found: FileColumn[] = []
  for (const [at, name] of header.cells.entries()) {
    const place = { line: header.line, column: name, value: name }
    const column = table.columns.find((one) => one.name === name)
    if (column === undefined) warnings.add(file, place, 'column_unknown')
    else if (header.cells.indexOf(name) !== at) faults.add(file, place, 'column_repeated')
    else found.push({ column, at })
  }
  for (const { name, required } of table.columns) {
    if (required && !header.cells.includes(name)) {
      faults.add(file, { line: header.line, column: name, value: '' }, 'column_missing')
    }
  }
  return found
}

/** True when no row before this one has the key. */
function noteKey(
  table: ExchangeTable,
  keys: Map<string, number>,
  key: string,
  row: CsvRow,
  faults: FaultList,
): boolean {
  const firstLine = keys.get(key)
  if (firstLine === undefined) {
    keys.set(key, row.line)
    return true
  }
  const parts = key.split(KEY_SEPARATOR)
  // A key without its values is a fault of its own, told once for the cell or for the column.
  if (neededOfKey(table).every(({ name }) => parts[table.key.indexOf(name)] !== '')) {
    const place = { line: row.line, column: table.key.join(', '), value: parts.join(', ') }
    faults.add(fileOf(table), place, 'key_repeated', { firstLine, key: place.value })
  }
  return false
}

/** The columns of the key that must have a value: a target's person may be empty, the target is then the store's. */
function neededOfKey(table: ExchangeTable): readonly Column[] {
  return table.columns.filter(({ name, required }) => required && table.key.includes(name))
}

function readCells(
  file: string,
  row: CsvRow,
  columns: readonly FileColumn[],
  faults: FaultList,
): { readonly values: Row; readonly isSound: boolean } {
  const values: Record<string, Cell> = {}
  let isSound = true
  for (const { column, at } of columns) {
    const text = row.cells[at] ?? ''
    const value = text === '' ? null : parseCell(column.kind, text)
    values[column.db] = value ?? column.empty
    if (value !== null || (text === '' && !column.required)) continue
    isSound = false
    const place = { line: row.line, column: column.name, value: text }
    const bad = text === '' ? { code: 'value_missing' as const, params: {} } : badValue(column.kind)
    faults.add(file, place, bad.code, bad.params)
  }
  return { values, isSound }
}
