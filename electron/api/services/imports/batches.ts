import { findBatch, listBatches } from '../../../../db/repositories/import-batches.ts'
import { countBuiltUpon, removeBatch } from '../../../../db/repositories/import-undo.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Batch } from '../../../../shared/contract/imports.ts'
import type { Context } from '../../context.ts'

export function readBatches({ db }: Context): { batches: Batch[] } {
  const batches = listBatches(db).map((batch) => ({
    ...batch,
    builtUpon: batch.undoneAt === null ? countBuiltUpon(db, batch.id) : 0,
  }))
  return { batches }
}

/** Takes a batch out again, whole. Refused with the number of its records that people have worked on since. */
export function undoImport({ db, me, now }: Context, { batchId }: { batchId: string }): { done: true } {
  const batch = findBatch(db, batchId)
  if (batch === null) throw new Refusal('not_found')
  if (batch.undoneAt !== null) throw new Refusal('already_undone')
  const records = countBuiltUpon(db, batchId)
  if (records > 0) throw new Refusal('import_built_upon', { params: { count: records } })
  removeBatch(db, batchId, { at: now, by: me.id })
  return { done: true }
}
