import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../connection.ts'
import { readTimeZone } from '../repositories/store-dates.ts'
import { formatCell } from './column-kinds.ts'
import { writeCsv } from './csv-file.ts'
import { type ExchangeTable, fileOf, type Row } from './exchange-table.ts'
import { EXCHANGE_TABLES } from './tables.ts'

/** Inside the folder, so that moving out of it never crosses a file system. */
const UNFINISHED = '.ninepoint-export'

/** The exchange format of the whole store: file name -> CSV text, read in one transaction. */
export function exportTables(db: Db): ReadonlyMap<string, string> {
  return db.transaction(() => {
    const timeZone = readTimeZone(db)
    return new Map(EXCHANGE_TABLES.map((table) => [fileOf(table), exportTable(db, table, timeZone)]))
  })()
}

/**
 * Writes every file of the exchange format into the folder, which is made when it is not there; other files in it stay. Nothing
 * is replaced before all of it lies on the disk. Throws what the file system says.
 */
export function exportFolder(db: Db, folder: string): void {
  const unfinished = join(folder, UNFINISHED)
  const tables = exportTables(db)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  try {
    for (const [file, text] of tables) writeDurably(join(unfinished, file), text)
    for (const file of tables.keys()) renameSync(join(unfinished, file), join(folder, file))
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function exportTable(db: Db, table: ExchangeTable, timeZone: string): string {
  const columns = table.columns.map(({ db: name }) => `"${name}"`).join(', ')
  const rows = db.prepare(`SELECT ${columns} FROM "${table.name}" ORDER BY ${table.orderBy}`).all() as Row[]
  const cells = rows.map((row) =>
    table.columns.map(({ kind, db: name }) => formatCell(kind, row[name] ?? null, timeZone)),
  )
  return writeCsv([table.columns.map(({ name }) => name), ...cells])
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx')
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
