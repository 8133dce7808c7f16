import { statSync } from 'node:fs'
import { freemem } from 'node:os'
import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

/** Whether somebody was erased whose traces may still stand in the file's free space. */
export function needsPurge(db: Db): boolean {
  return db.prepare('SELECT 1 FROM erasures WHERE purged_at IS NULL').get() !== undefined
}

const SPARE = 1.2

/**
 * Writes the file anew without anything that is in no row any more, and empties its journal. SQLite's secure_delete alone leaves parts
 * of rows behind where it moves rows between pages.
 *
 * The copy on the way is made in memory: on the disk the driver would lay it down unencrypted. `on disk` is for plain stores, with a
 * handle of its own. False where there is not so much memory, or while another program reads the file, and then it is to be done
 * again; throws what SQLite says.
 */
export function purge(db: Db, now: Instant, how: 'in memory' | 'on disk' = 'in memory'): boolean {
  if (how === 'on disk') db.pragma('temp_store = FILE')
  else if (!fitsInMemory(db)) return false
  db.exec('VACUUM')
  if (!emptyJournal(db)) return false
  db.prepare('UPDATE erasures SET purged_at = ? WHERE purged_at IS NULL').run(now)
  return emptyJournal(db)
}

export function fitsInMemory(db: Db): boolean {
  return db.memory || statSync(db.name).size * SPARE < freemem()
}

function emptyJournal(db: Db): boolean {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: 0 | 1 }[]
  return result?.busy === 0
}
