import { existsSync, statSync } from 'node:fs'
import type { Db } from './connection.ts'

/** `quick`: every page is there, of one piece and in order. `thorough`: indexes, constraints and references as well, in ten times as long. */
export type CheckDepth = 'quick' | 'thorough'

/** `references`: whole, but a row points at one that is not there. `stopped`: not looked through to the end. */
export type CheckResult = 'sound' | 'damaged' | 'references' | 'stopped'

/** What a file may hold to be looked through while somebody waits for it: a tenth of a second. */
const LITTLE_BYTES = 64 << 20

/**
 * What can be seen of a store without reading all of it: that its schema can be read, and the first row of every table. SQLite says
 * by itself, at the first read, when a file is shorter than its header says. Throws what SQLite says of a damaged file.
 */
export function glanceAt(db: Db): void {
  for (const table of tablesOf(db)) db.prepare(`SELECT 1 FROM ${quoted(table)} LIMIT 1`).get()
}

/**
 * Looks through the whole store, table after table, so that it can be stopped in between. Throws what SQLite says where a page
 * cannot be read at all.
 */
export function lookThrough(db: Db, depth: CheckDepth, isStopped: () => boolean = () => false): CheckResult {
  const pragma = depth === 'quick' ? 'quick_check' : 'integrity_check'
  // With the schema's own table the free pages are looked at as well.
  for (const table of tablesOf(db)) {
    if (isStopped()) return 'stopped'
    if (
      db
        .prepare(`PRAGMA ${pragma}(${quoted(table)})`)
        .pluck()
        .get() !== 'ok'
    )
      return 'damaged'
  }
  if (depth === 'quick') return 'sound'
  if (isStopped()) return 'stopped'
  // Pages that belong to two tables, or to none, are seen only by looking at all of them at once.
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged'
  return (db.pragma('foreign_key_check') as unknown[]).length === 0 ? 'sound' : 'references'
}

/**
 * Whether a store should be looked through before anybody works in it: the program that had it open did not end orderly, and
 * looking takes no longer than anybody notices. A log beside the file that holds something is what an orderly end takes away.
 */
export function needsLookBefore(file: string): boolean {
  return hasLog(file) && sizeOf(file) + sizeOf(`${file}-wal`) <= LITTLE_BYTES
}

/** Whether something lies beside the file that was not taken over into it yet. */
export function hasLog(file: string): boolean {
  return sizeOf(`${file}-wal`) > 0
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}

function tablesOf(db: Db): readonly string[] {
  const rows = db.pragma('main.table_list') as readonly { readonly name: string; readonly type: string }[]
  // SQLite's own as well: they have pages like any other.
  return rows.filter(({ type }) => type !== 'view').map(({ name }) => name)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
