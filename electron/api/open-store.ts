import { existsSync } from 'node:fs'
import { backupFolderOf } from '../../db/backup.ts'
import { asStoreFileError, closeStore, type Db, openStore, removeStoreFile } from '../../db/connection.ts'
import { findStaff } from '../../db/repositories/staff.ts'
import { findStore } from '../../db/repositories/store.ts'
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

/** The showroom in a file; null before its first run, also when one was broken off before the showroom had a name. */
export function openShowroom(file: string): OpenStore | null {
  if (!existsSync(file)) return null
  const db = openStore(file)
  if (findStore(db) !== null) return asOpenStore(db, file, false)
  closeStore(db)
  return null
}

/** A new showroom as `fill` writes it; null when the file has one already: nothing is added to somebody else's. */
export function makeShowroom(file: string, fill: (db: Db) => void): OpenStore | null {
  const db = openStore(file, { create: true })
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

/** The demo showroom, made anew; nobody has its file open. */
export async function makeDemo(file: string, now: Instant): Promise<OpenStore> {
  removeStoreFile(file)
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
