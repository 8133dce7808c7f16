import { basename } from 'node:path'
import { backupStore } from '../../../db/backup.ts'
import { listBackups } from '../../../db/backup-file.ts'
import { appendAudit } from '../../../db/repositories/audit-trail.ts'
import type { AnswerOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Context } from '../context.ts'

export async function backUpStore(context: Context): Promise<AnswerOf<'store.backUp'>> {
  const { db, desk, me, now } = context
  try {
    const { file } = await backupStore(db, context.store.backupFolder, new Date(now))
    desk.backups.note(true)
    appendAudit(db, { at: now, staffId: me.id, operation: 'store.backUp', subject: basename(file) })
    return { file: basename(file) }
  } catch (error) {
    desk.log.error({ err: error }, 'backup failed')
    desk.backups.note(false)
    throw new Refusal('backup_failed')
  }
}

/** Only those that say what they hold: a file without its manifest cannot be told from a torn one. */
export function readBackups(context: Context): AnswerOf<'store.backups'> {
  const folder = context.store.backupFolder
  const backups = listBackups(folder).flatMap(({ file, bytes, manifest }) => {
    if (manifest === null) return []
    const { staff: people = 0, leads = 0, visits = 0, deals = 0 } = manifest.counts
    const takenAt = Date.parse(manifest.createdAt)
    const madeFor = manifest.reason ?? null
    return [{ file: basename(file), takenAt, bytes, people, leads, visits, deals, madeFor }]
  })
  return { folder, backups }
}
