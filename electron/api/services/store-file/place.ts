import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { listBackups } from '../../../../db/backup-file.ts'
import { summaryOf } from '../../../../db/store-summary.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context } from '../../context.ts'
import { readMovedAt, removeMovedNote, writeMovedNote } from './moved-note.ts'

/** Every orderly end of the program makes a backup: three days without one is a long time. */
const OLD_BACKUP_MS = 3 * 86_400_000
const LITTLE_ROOM_BYTES = 1_000_000_000
/** The store, a backup of it, and a copy on its way. */
const ROOM_FOR_STORES = 3

type Place = AnswerOf<'store.place'>

export function readPlace(context: Context): Place {
  const { db, desk, now, store } = context
  const bytes = bytesOf(store.file)
  const freeBytes = readFreeBytes(dirname(store.file))
  const newest = listBackups(store.backupFolder).find(({ manifest }) => manifest !== null)?.manifest
  const lastBackupAt = newest === null || newest === undefined ? null : Date.parse(newest.createdAt)
  const hasLittleRoom = freeBytes !== null && freeBytes < Math.max(LITTLE_ROOM_BYTES, ROOM_FOR_STORES * bytes)
  const warnings: Place['warnings'] = store.isDemo ? [] : backupWarnings(lastBackupAt, now)
  return {
    file: store.file,
    isDemo: store.isDemo,
    bytes,
    counts: summaryOf(db).counts,
    freeBytes,
    lastBackupAt,
    warnings: hasLittleRoom ? [...warnings, 'disk_nearly_full'] : warnings,
    movedAt: readMovedAt(desk.folder),
  }
}

function backupWarnings(lastBackupAt: number | null, now: number): Place['warnings'] {
  if (lastBackupAt === null) return ['never_backed_up']
  return now - lastBackupAt > OLD_BACKUP_MS ? ['backup_old'] : []
}

export function markMoved(
  { desk, store, now }: Context,
  { isMoved }: { readonly isMoved: boolean },
): AnswerOf<'store.markMoved'> {
  if (store.isDemo) throw new Refusal('not_in_demo')
  if (isMoved) writeMovedNote(desk.folder, now)
  else removeMovedNote(desk.folder)
  return { done: true }
}

/** What was written last lies beside the file until it is taken over. */
function bytesOf(file: string): number {
  const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0)
  return sizeOf(file) + sizeOf(`${file}-wal`)
}

/** Null where the system does not say. */
function readFreeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
