import { existsSync, rmSync } from 'node:fs'
import { backUpBeforeUpdate, backupFolderOf } from '../../db/backup.ts'
import { BackupError } from '../../db/backup-file.ts'
import {
  asStoreFileError,
  closeStore,
  type Db,
  openStore,
  removeStoreFile,
  StoreFileError,
} from '../../db/connection.ts'
import { forgetAgain, tombstonesFileOf } from '../../db/person/tombstones.ts'
import { findStaff } from '../../db/repositories/staff.ts'
import { findStore } from '../../db/repositories/store.ts'
import { needsLookBefore } from '../../db/store-check.ts'
import type { Person } from '../../shared/contract/session.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { fillDemo } from '../demo/fill-demo.ts'

/** The store that is open now. */
export type OpenStore = {
  readonly db: Db
  readonly file: string
  readonly isDemo: boolean
  /** Beside the file; the demo's keep apart, so that they never push a real one out of the rotation. */
  readonly backupFolder: string
  readonly timeZone: () => string
  readonly activePerson: (staffId: string) => Person | null
}

/**
 * The showroom in a file; null before its first run, also when one was broken off before the showroom had a name. Looked through
 * whole before it is answered only where that is asked for, or quick and due; else whoever opens it has it done while people work.
 */
export function openShowroom(file: string, check: 'whole' | 'later', now: Instant = Date.now()): OpenStore | null {
  if (!existsSync(file)) return null
  const db = openStore(file, {
    check: needsLookBefore(file) ? 'whole' : check,
    beforeUpdate: (old) => backUpOld(old, now),
  })
  if (isSetUp(db, file)) return asOpenStore(db, file, false)
  closeStore(db)
  return null
}

/** Without a backup no update: then there is no room on the disk, or the folder cannot be written. */
function backUpOld(db: Db, now: Instant): void {
  try {
    backUpBeforeUpdate(db, new Date(now))
  } catch (error) {
    if (error instanceof BackupError) throw new StoreFileError('damaged', db.name, error)
    const problem = asStoreFileError(error, db.name)
    throw problem instanceof StoreFileError ? problem : new StoreFileError('unwritable', db.name, error)
  }
}

/** A glance may have passed over what is read now. */
function isSetUp(db: Db, file: string): boolean {
  try {
    if (findStore(db) === null) return false
    forgetAgain(db, file)
    return true
  } catch (error) {
    db.close()
    throw asStoreFileError(error, file)
  }
}

/** A new showroom as `fill` writes it; null when the file has one already: nothing is added to somebody else's. */
export function makeShowroom(file: string, fill: (db: Db) => void, key?: Buffer): OpenStore | null {
  const db = openNew(file, key)
  if (db === null) return null
  const fillEmpty = db.transaction(() => {
    if (findStore(db) !== null) return false
    fill(db)
    return true
  })
  let isMade = false
  try {
    isMade = fillEmpty.immediate()
  } finally {
    if (!isMade) closeStore(db)
  }
  return isMade ? asOpenStore(db, file, false) : null
}

/** Null when another program is just making it, under a key of its own. */
function openNew(file: string, key: Buffer | undefined): Db | null {
  try {
    return openStore(file, { create: true, key })
  } catch (error) {
    if (
      key !== undefined &&
      error instanceof StoreFileError &&
      (error.problem === 'busy' || error.problem === 'locked')
    )
      return null
    throw error
  }
}

/** The demo showroom, made anew; nobody has its file open. */
export async function makeDemo(file: string, now: Instant): Promise<OpenStore> {
  removeStoreFile(file)
  // Its people have the same ids as those of the one before.
  rmSync(tombstonesFileOf(file), { force: true })
  const db = openStore(file, { create: true })
  try {
    await fillDemo(db, now)
  } catch (error) {
    db.close()
    removeStoreFile(file)
    throw asStoreFileError(error, file)
  }
  return asOpenStore(db, file, true)
}

function asOpenStore(db: Db, file: string, isDemo: boolean): OpenStore {
  return {
    db,
    file,
    isDemo,
    backupFolder: backupFolderOf(file),
    timeZone: () => findStore(db)?.timeZone ?? 'Asia/Shanghai',
    activePerson: (staffId) => {
      const found = findStaff(db, staffId)
      return found === null || !found.active ? null : { id: found.id, name: found.name, role: found.role }
    },
  }
}
