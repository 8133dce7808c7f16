import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../../shared/values/business-date.ts'
import { ERASED_TEXT, ERASURE_REASONS } from '../../shared/values/erased.ts'
import type { Db } from '../connection.ts'
import { syncToDisk } from '../sync-to-disk.ts'
import { type Erasure, erasePeople } from './erase-person.ts'
import { needsPurge, purge } from './purge.ts'

/** Of which showroom, too: a folder may come to hold another one's store, with the same ids. */
const tombstone = z.object({
  storeId: z.string(),
  customerId: z.string(),
  erasedAt: z.int(),
  erasedBy: z.string().nullable(),
  reason: z.enum(ERASURE_REASONS),
})
type Tombstone = z.infer<typeof tombstone>
const listForm = z.object({ form: z.literal(1), erasures: z.array(tombstone) })

/** Beside the store and not only in it: an older state of the store does not know whom it has forgotten since. */
export function tombstonesFileOf(storeFile: string): string {
  return `${storeFile}-erased.json`
}

/** None where there is no list; what is no list any more is taken for none, and written anew from the store's own. */
function readTombstones(storeFile: string): readonly Tombstone[] {
  const file = tombstonesFileOf(storeFile)
  if (!existsSync(file)) return []
  try {
    return listForm.parse(JSON.parse(readFileSync(file, 'utf8'))).erasures
  } catch {
    return []
  }
}

function writeTombstones(storeFile: string, erasures: readonly Tombstone[]): void {
  const file = tombstonesFileOf(storeFile)
  const unfinished = `${file}.tmp`
  writeFileSync(unfinished, `${JSON.stringify({ form: 1, erasures }, null, 1)}\n`, { mode: 0o600 })
  syncToDisk(unfinished)
  renameSync(unfinished, file)
  syncToDisk(dirname(file))
}

/** Which showroom this is, whatever became of it since; null before its first run is finished. */
export function storeIdOf(db: Db): string | null {
  return (db.prepare('SELECT id FROM store').pluck().get() as string | undefined) ?? null
}

export function listErasures(db: Db): readonly Erasure[] {
  return db
    .prepare<[], Erasure>(
      'SELECT customer_id AS customerId, erased_at AS erasedAt, erased_by AS erasedBy, reason FROM erasures ORDER BY erased_at',
    )
    .all()
}

/** Whom the list beside `storeFile` names of this store. */
function besideOf(db: Db, storeFile: string): readonly Erasure[] {
  const storeId = storeIdOf(db)
  return readTombstones(storeFile)
    .filter((one) => one.storeId === storeId)
    .map(({ customerId, erasedAt, erasedBy, reason }) => ({ customerId, erasedAt, erasedBy, reason }))
}

/** Lays the store's own erasures beside it. What the list says of other stores stays. */
export function keepTombstones(db: Db, storeFile: string): void {
  const storeId = storeIdOf(db)
  if (storeId === null) return
  const before = readTombstones(storeFile)
  const listed = new Set(before.filter((one) => one.storeId === storeId).map(({ customerId }) => customerId))
  const missing = listErasures(db).filter(({ customerId }) => !listed.has(customerId))
  if (missing.length === 0) return
  writeTombstones(storeFile, [...before, ...missing.map((erasure) => ({ storeId, ...erasure }))])
}

/**
 * Erases anew whom the list beside a store, or the store itself, says to be erased, where something of them is back: an older state of
 * the store in its place, a folder read in again. Answers how many. `everybody`: also those of whom nothing seems to be back.
 */
export function eraseAgain(db: Db, storeFile: string, everybody?: 'everybody'): number {
  const known = new Map([...listErasures(db), ...besideOf(db, storeFile)].map((one) => [one.customerId, one]))
  const noted = new Set(listErasures(db).map(({ customerId }) => customerId))
  const nameOf = db.prepare<[string], string>('SELECT name FROM customers WHERE id = ?').pluck()
  const back = [...known.values()].filter(({ customerId }) => {
    if (!noted.has(customerId) || everybody !== undefined) return true
    const name = nameOf.get(customerId)
    return name !== undefined && name !== ERASED_TEXT
  })
  if (back.length > 0) db.transaction(() => erasePeople(db, back)).immediate()
  return back.length
}

/**
 * Whenever a store is opened: nobody is in it who was erased, and the list beside it names whom it has erased itself. What cannot be
 * written just now is written the next time.
 */
export function forgetAgain(db: Db, storeFile: string): void {
  eraseAgain(db, storeFile)
  try {
    keepTombstones(db, storeFile)
  } catch {
    // A full or read-only disk: the store itself knows whom it has erased.
  }
}

/** The same of a store that is about to take another's place, or was filled from a folder: its file is written anew at once. */
export function forgetForGood(db: Db, storeFile: string, now: Instant): void {
  forgetAgain(db, storeFile)
  try {
    if (needsPurge(db)) purge(db, now)
  } catch {
    // No room for it, or another program at work: it is done when somebody comes to the desk.
  }
}
