import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../connection.ts'
import { type FaultList, faultList, WHOLE_FILE } from './fault-list.ts'
import { type ImportResult, importTables } from './import-tables.ts'
import { EXCHANGE_FILES } from './tables.ts'

/** Imports a folder of the exchange format (interchange.md): all of it or, with at least one fault, nothing. */
export function importFolder(db: Db, folder: string): ImportResult {
  const faults = faultList(EXCHANGE_FILES)
  const names = namesIn(folder)
  if (names === null) {
    faults.add(folder, WHOLE_FILE, 'folder_missing')
    return { ok: false, faults: faults.inOrder() }
  }
  const textOf = (file: string) => (EXCHANGE_FILES.includes(file) ? readText(folder, file, faults) : '')
  return importTables(db, new Map(names.map((file) => [file, textOf(file)])), faults)
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'))
  } catch {
    return null
  }
}

/** Null after a fault. The byte order mark stays: the CSV reader takes it off. */
function readText(folder: string, file: string, faults: FaultList): string | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(folder, file))
  } catch {
    faults.add(file, WHOLE_FILE, 'file_unreadable')
    return null
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    faults.add(file, { ...WHOLE_FILE, line: lineNotUtf8(bytes) }, 'not_utf8')
    return null
  }
}

/** No byte of a longer UTF-8 sequence is a line feed, so the lines can be tried one by one. */
function lineNotUtf8(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? undefined : end))
    } catch {
      return line
    }
    if (end === -1) return 0
    start = end + 1
  }
}
