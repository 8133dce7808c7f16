import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findBatch, listBatches } from '../../../../db/repositories/import-batches.ts'
import { countBuiltUpon, removeBatch } from '../../../../db/repositories/import-undo.ts'
import { settleLeads } from '../../../../db/repositories/lead-index.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Batch } from '../../../../shared/contract/imports.ts'
import type { Tick } from '../../../../shared/domain/import/fields.ts'
import type { Context } from '../../context.ts'
import type { WorkerContext } from './worker-context.ts'

export function readBatches({ db }: Context): { batches: Batch[] } {
  const batches = listBatches(db).map((batch) => ({
    ...batch,
    builtUpon: batch.undoneAt === null ? countBuiltUpon(db, batch.id) : 0,
  }))
  return { batches }
}

/** Takes a batch out again, whole. Refused with the number of its records that people have worked on since. */
export async function undoImport(context: WorkerContext, { batchId }: { batchId: string }): Promise<{ done: true }> {
  const tick = context.phase('undoing')
  tick(0, 1)
  await context.writeTurn()
  context.db.transaction(() => takeOut(context, batchId, tick)).immediate()
  return { done: true }
}

function takeOut({ db, me, now, beforeCommit }: WorkerContext, batchId: string, tick: Tick): void {
  const batch = findBatch(db, batchId)
  if (batch === null) throw new Refusal('not_found')
  if (batch.undoneAt !== null) throw new Refusal('already_undone')
  const records = countBuiltUpon(db, batchId)
  if (records > 0) throw new Refusal('import_built_upon', { params: { count: records } })
  removeBatch(db, batchId, { at: now, by: me.id }, tick)
  settleLeads(db)
  appendAudit(db, { at: now, staffId: me.id, operation: 'imports.undo', subject: batchId })
  beforeCommit()
}
