import { backupStore } from '../../../../db/backup.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findLiveBatch } from '../../../../db/repositories/import-batches.ts'
import { writeBatch } from '../../../../db/repositories/import-write.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportPlan } from '../../../../shared/contract/imports.ts'
import type { Context } from '../../context.ts'
import { type ShelvedFile, takeFromShelf } from './file-shelf.ts'
import { type MappedFile, makePlan } from './make-plan.ts'
import { unreadable } from './unreadable.ts'

export type ImportRun = MappedFile & { readonly digest: string }

/**
 * Writes the plan that was previewed, as one batch in one transaction, after a verified backup. The plan is made once more
 * inside that transaction: if it is no longer the one that was agreed to, because the store has changed, nothing is written.
 */
export async function runImport(context: Context, run: ImportRun): Promise<{ batchId: string; plan: ImportPlan }> {
  const file = takeFromShelf(context.desk, run.token, context.now)
  refuseRepeated(context, file)
  agreedPlan(context, file, run)
  await backUp(context)
  // While the backup ran another showroom may have been opened.
  if (context.desk.store()?.db !== context.db) throw new Refusal('import_expired')
  return context.db.transaction(() => write(context, file, run)).immediate()
}

function write(context: Context, file: ShelvedFile, run: ImportRun): { batchId: string; plan: ImportPlan } {
  const { db, me, now: at, newId } = context
  refuseRepeated(context, file)
  const { plan, summary } = agreedPlan(context, file, run)
  const batchId = newId()
  const batch = { id: batchId, fileName: file.name, sha256: file.sha256, at, by: me.id }
  writeBatch(db, batch, plan.records, newId)
  appendAudit(db, { at, staffId: me.id, operation: 'imports.run', subject: batchId })
  return { batchId, plan: summary }
}

function agreedPlan(context: Context, file: ShelvedFile, { mapping, digest }: ImportRun) {
  const made = makePlan(context, file, mapping)
  if (made.plan.records.visits.length === 0) throw unreadable('nothing')
  if (made.summary.digest !== digest) throw new Refusal('changed_meanwhile')
  return made
}

function refuseRepeated({ db }: Context, file: ShelvedFile): void {
  const before = findLiveBatch(db, file.sha256)
  if (before !== null) throw new Refusal('import_repeated', { params: { batchId: before.batchId } })
}

async function backUp({ desk, store, now }: Context): Promise<void> {
  try {
    await backupStore(store.db, store.backupFolder, new Date(now))
  } catch (error) {
    desk.log.error({ err: error }, 'backup before an import failed')
    throw new Refusal('backup_failed')
  }
}
