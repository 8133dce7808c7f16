import type { Fault } from '../../shared/messages/fault.ts'
import type { Db } from '../connection.ts'
import { eraseAgain } from '../person/tombstones.ts'
import { rewriteLeadHistory } from '../repositories/lead-history.ts'
import { settleLeads } from '../repositories/lead-index.ts'
import { readTimeZone, rebuildStoreDates } from '../repositories/store-dates.ts'
import { checkTables, type MergedRow, type MergedTable } from './check-rows.ts'
import { fileOf } from './exchange-table.ts'
import { type FaultList, faultList, WHOLE_FILE } from './fault-list.ts'
import { mergeTable } from './merge-rows.ts'
import { readTable, type TableFile } from './read-table.ts'
import { EXCHANGE_FILES, EXCHANGE_TABLES } from './tables.ts'
import { writeTable } from './write-rows.ts'

/** `imported` counts the rows of each file, also those that were there already. A fault means that nothing was imported. */
export type ImportResult =
  | { readonly ok: true; readonly imported: Readonly<Record<string, number>>; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * Imports texts of the exchange format (file name -> CSV text; interchange.md): all of it or, with at least one fault, nothing.
 * A null text is a file that is there but could not be read; `faults` then says why.
 */
export function importTables(
  db: Db,
  texts: ReadonlyMap<string, string | null>,
  faults: FaultList = faultList(EXCHANGE_FILES),
): ImportResult {
  const warnings = faultList(EXCHANGE_FILES)
  for (const file of texts.keys()) if (!EXCHANGE_FILES.includes(file)) warnings.add(file, WHOLE_FILE, 'file_unknown')
  const files = EXCHANGE_TABLES.map((table) => readTable(table, texts.get(fileOf(table)), faults, warnings))
  db.transaction(() => writeAll(db, files, faults)).immediate()
  if (!faults.isEmpty()) return { ok: false, faults: faults.inOrder() }
  const imported = Object.fromEntries(files.map(({ table, rows }) => [table.name, rows.length]))
  return { ok: true, imported, warnings: warnings.inOrder() }
}

function writeAll(db: Db, files: readonly TableFile[], faults: FaultList): void {
  const before = db.prepare('SELECT id, time_zone AS timeZone FROM store').get() as StoreRow | undefined
  const tables = files.map((file) => mergeTable(db, file))
  const timeZone = checkStore(tables, before, faults) ?? readTimeZone(db)
  checkTables(db, tables, timeZone, faults)
  if (!faults.isEmpty()) return
  const changed = new Map(tables.map((table) => [table.table.name, writeTable(db, table, timeZone)]))
  if (before !== undefined && before.timeZone !== timeZone) {
    rebuildStoreDates(db, timeZone)
    rewriteLeadHistory(db, 'all')
  } else {
    rewriteLeadHistory(db, touchedLeads(changed))
  }
  settleLeads(db)
  // A folder may be older than an erasure, and bring the person back.
  eraseAgain(db, db.name, 'everybody')
}

type StoreRow = { readonly id: string; readonly timeZone: string }

/** The time zone the store will have, null when the file does not say. A file with faults of its own says nothing about how many stores it has. */
function checkStore(tables: readonly MergedTable[], before: StoreRow | undefined, faults: FaultList): string | null {
  const file = tables.find(({ table }) => table.name === 'store')
  const [first, ...others] = file?.merged ?? []
  if (first === undefined) {
    if (file?.keys !== null) faults.add('store.csv', WHOLE_FILE, 'store_missing')
    return null
  }
  const placeOf = ({ line, row }: MergedRow) => ({ line, column: 'id', value: String(row.id ?? '') })
  for (const row of others) if (row.key !== first.key) faults.add('store.csv', placeOf(row), 'store_repeated')
  if (before !== undefined && first.isSound && first.row.id !== before.id) {
    faults.add('store.csv', placeOf(first), 'store_is_another', { id: before.id })
  }
  return typeof first.row.time_zone === 'string' ? first.row.time_zone : null
}

/** An event that moves to another lead touches both. */
function touchedLeads(changed: ReadonlyMap<string, readonly MergedRow[]>): readonly string[] {
  const leads = (changed.get('leads') ?? []).map(({ row }) => row.id)
  const events = (changed.get('lead_events') ?? []).flatMap(({ row, existing }) => [row.lead_id, existing?.lead_id])
  return [...new Set([...leads, ...events])].filter((id) => typeof id === 'string')
}
