import { backupStore } from '../../../../db/backup.ts'
import type { Db } from '../../../../db/connection.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findLiveBatch } from '../../../../db/repositories/import-batches.ts'
import { writeBatch } from '../../../../db/repositories/import-write.ts'
import { settleLeads } from '../../../../db/repositories/lead-index.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportPlan } from '../../../../shared/contract/imports.ts'
import type { ShelvedFile } from './file-shelf.ts'
import { type MadePlan, type MappedFile, makePlan } from './make-plan.ts'
import { unreadable } from './unreadable.ts'
import type { WorkerContext } from './worker-context.ts'

export type ImportRun = MappedFile & { readonly digest: string }
export type ImportDone = { readonly batchId: string; readonly plan: ImportPlan }

/**
 * Writes the plan that was previewed, as one batch in one transaction, after a verified backup. If it is no longer the plan that
 * was agreed to, because the store has changed, nothing is written.
 */
export async function runImport(context: WorkerContext, run: ImportRun): Promise<ImportDone> {
  const { db } = context
  const file = context.shelf.take(run.token, context.now)
  refuseRepeated(context, file)
  const version = dataVersion(db)
  const made = agreedPlan(context, file, run)
  // The backup too: whoever wrote beside it would have it start over.
  await context.writeTurn()
  await backUp(context)
  return db
    .transaction(() => {
      refuseRepeated(context, file)
      // Only another program can have written meanwhile: then everything is looked at again, now that nobody can.
      return write(context, file, run, dataVersion(db) === version ? made : agreedPlan(context, file, run))
    })
    .immediate()
}

/** Another number as soon as anybody else has written into the file. */
function dataVersion(db: Db): number {
  return Number(db.pragma('data_version', { simple: true }))
}

function write(context: WorkerContext, file: ShelvedFile, run: ImportRun, { plan, summary }: MadePlan): ImportDone {
  const { db, me, now: at, newId } = context
  const batchId = newId()
  const batch = { id: batchId, kind: run.mapping.kind, fileName: file.name, sha256: file.sha256, at, by: me.id }
  writeBatch(db, batch, plan.records, context.phase('writing'))
  settleLeads(db)
  appendAudit(db, { at, staffId: me.id, operation: 'imports.run', subject: batchId })
  context.beforeCommit()
  return { batchId, plan: summary }
}

function agreedPlan(context: WorkerContext, file: ShelvedFile, { mapping, digest }: ImportRun): MadePlan {
  const made = makePlan(context, file, mapping)
  if (Object.values(made.plan.records).every((list) => list.length === 0)) throw unreadable('nothing')
  if (made.summary.digest !== digest) throw new Refusal('changed_meanwhile')
  return made
}

function refuseRepeated({ db }: WorkerContext, file: ShelvedFile): void {
  const before = findLiveBatch(db, file.sha256)
  if (before !== null) throw new Refusal('import_repeated', { params: { batchId: before.batchId } })
}

async function backUp({ db, backupFolder, now, phase, log }: WorkerContext): Promise<void> {
  const tick = phase('backing_up')
  tick(0, 1)
  try {
    await backupStore(db, backupFolder, new Date(now))
  } catch (error) {
    log(error, 'backup before an import failed')
    throw new Refusal('backup_failed')
  }
  tick(1, 1)
}
