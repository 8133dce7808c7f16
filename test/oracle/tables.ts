import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** A row of a CSV file as it is written: column -> text, an empty or absent field is ''. */
export type CsvRow = Readonly<Record<string, string>>
/** File name -> rows. A file that is not there is an empty table. */
export type Tables = Readonly<Record<string, readonly CsvRow[]>>

export function parseTables(texts: ReadonlyMap<string, string>): Tables {
  return Object.fromEntries([...texts].map(([file, text]) => [file, parse(text, { columns: true }) as CsvRow[]]))
}

export function readTables(folder: string): Tables {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return parseTables(new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])))
}

export function rowsOf(tables: Tables, file: string): readonly CsvRow[] {
  return tables[file] ?? []
}

/** Text of a field; '' when it is null. */
export function field(row: CsvRow, column: string): string {
  return row[column] ?? ''
}

/** Epoch milliseconds of a timestamp, null when the field is empty. */
export function instantOf(row: CsvRow, column: string): number | null {
  const text = field(row, column)
  if (text === '') return null
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error(`${column} ${text} is no timestamp`)
  return at
}

export function neededInstant(row: CsvRow, column: string): number {
  const at = instantOf(row, column)
  if (at === null) throw new Error(`${column} is needed`)
  return at
}

export function numberOr(row: CsvRow, column: string, fallback: number): number {
  const text = field(row, column)
  return text === '' ? fallback : Number(text)
}
