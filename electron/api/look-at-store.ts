import { existsSync } from 'node:fs'
import { backupFolderOf } from '../../db/backup.ts'
import { listBackups } from '../../db/backup-file.ts'
import { StoreFileError } from '../../db/connection.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import type { KeyCabinet } from './key-cabinet.ts'
import { type OpenStore, openShowroom } from './open-store.ts'
import { lockOf, lockOfBackups, type StoreLock } from './store-lock.ts'

/** Why there is no store although there was one: its file is damaged, or gone while its backups are there. */
export type StoreDamage = { readonly problem: 'damaged' | 'missing'; readonly file: string }

/** What was found where a store should be. */
export type Look = {
  readonly store: OpenStore | null
  readonly damage: StoreDamage | null
  readonly lock: StoreLock | null
}

/** The store in its file, or why there is none. What is not a store at all counts as damaged where there are backups or keys of one. */
export function look(
  storeFile: string,
  check: 'whole' | 'later',
  { keys, wallClock }: { readonly keys: KeyCabinet; readonly wallClock: () => Instant },
): Look {
  keys.lookAgain()
  const lock = lockOf(storeFile, keys)
  if (lock !== null) return { store: null, damage: null, lock }
  const hasBackups = listBackups(backupFolderOf(storeFile)).some(({ manifest }) => manifest !== null)
  if (!existsSync(storeFile) && hasBackups) return inTrouble(storeFile, 'missing', keys)
  try {
    return { store: openShowroom(storeFile, check, wallClock()), damage: null, lock: null }
  } catch (error) {
    const problem = error instanceof StoreFileError ? error.problem : null
    const wasOurs = hasBackups || keys.files().length > 0
    if (problem !== 'damaged' && !((problem === 'foreign' || problem === 'locked') && wasOurs)) throw error
    return inTrouble(storeFile, 'damaged', keys)
  }
}

/** With its key lost nobody can say yet which backup holds: the key comes first. */
function inTrouble(file: string, problem: StoreDamage['problem'], keys: KeyCabinet): Look {
  const lock = lockOfBackups(file, keys)
  return { store: null, damage: lock === null ? { problem, file } : null, lock }
}
