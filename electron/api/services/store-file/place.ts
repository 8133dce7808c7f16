import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { listBackups } from '../../../../db/backup-file.ts'
import { countPeople } from '../../../../db/person/erased-subjects.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { summaryOf } from '../../../../db/store-summary.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { BackupHours } from '../../../../shared/contract/store-file.ts'
import { IMPORTANT_DATA_PEOPLE, MANY_PEOPLE } from '../../../../shared/values/erased.ts'
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
  const peopleOnFile = countPeople(db)
  const warnings: Place['warnings'] = [
    ...(store.isDemo ? [] : backupWarnings(lastBackupAt, now)),
    ...peopleWarnings(peopleOnFile),
  ]
  return {
    file: store.file,
    isDemo: store.isDemo,
    bytes,
    counts: summaryOf(db).counts,
    peopleOnFile,
    freeBytes,
    lastBackupAt,
    backupEveryHours: desk.backups.everyHours(),
    backupFailedAt: store.isDemo ? null : desk.backups.failedAt(),
    warnings: hasLittleRoom ? [...warnings, 'disk_nearly_full'] : warnings,
    movedAt: readMovedAt(desk.folder),
  }
}

function backupWarnings(lastBackupAt: number | null, now: number): Place['warnings'] {
  if (lastBackupAt === null) return ['never_backed_up']
  return now - lastBackupAt > OLD_BACKUP_MS ? ['backup_old'] : []
}

/** Data of more than 100,000 people are important data (Automotive Data Security Provisions 2021, art. 3). */
function peopleWarnings(people: number): Place['warnings'] {
  if (people < MANY_PEOPLE) return []
  return [people < IMPORTANT_DATA_PEOPLE ? 'many_people' : 'important_data']
}

export function scheduleBackups(
  { desk, db, me, now }: Context,
  { everyHours }: { readonly everyHours: BackupHours },
): AnswerOf<'store.scheduleBackups'> {
  appendAudit(db, {
    at: now,
    staffId: me.id,
    operation: 'store.scheduleBackups',
    subject: null,
    detail: `${everyHours}h`,
  })
  desk.backups.change(everyHours)
  return { done: true }
}

export function markMoved(
  { desk, store, db, me, now }: Context,
  { isMoved }: { readonly isMoved: boolean },
): AnswerOf<'store.markMoved'> {
  if (store.isDemo) throw new Refusal('not_in_demo')
  const detail = isMoved ? 'moved' : 'here'
  appendAudit(db, { at: now, staffId: me.id, operation: 'store.markMoved', subject: null, detail })
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
