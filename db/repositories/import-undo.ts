import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { batchChannelPrefix } from './import-write.ts'
import { rewriteLeadHistory } from './lead-history.ts'

/**
 * The records of a batch that people have worked on since. A lead that fell asleep by itself is nobody's work. What leaves no row
 * of its own (a corrected visit, a changed profile) is known from the audit trail.
 */
const BUILT_UPON = `
  WITH ours AS (
    SELECT id FROM leads WHERE batch_id = :batch
    UNION ALL SELECT id FROM visits WHERE batch_id = :batch
    UNION ALL SELECT id FROM follow_ups WHERE batch_id = :batch
    UNION ALL SELECT id FROM customers WHERE batch_id = :batch)
  SELECT count(*) FROM (
    SELECT lead_id AS id FROM lead_events WHERE lead_id IN ours AND batch_id IS NOT :batch
      AND NOT (kind = 'status' AND value = 'dormant' AND by_id IS NULL)
    UNION SELECT lead_id FROM visits WHERE lead_id IN ours AND batch_id IS NOT :batch
    UNION SELECT lead_id FROM follow_ups WHERE lead_id IN ours AND batch_id IS NOT :batch
    UNION SELECT lead_id FROM deals WHERE lead_id IN ours AND batch_id IS NOT :batch
    UNION SELECT lead_id FROM loss_requests WHERE lead_id IN ours
    UNION SELECT id FROM leads WHERE customer_id IN ours AND batch_id IS NOT :batch
    UNION SELECT subject FROM audit_trail WHERE subject IN ours AND seq > coalesce(
      (SELECT max(seq) FROM audit_trail WHERE operation = 'imports.run' AND subject = :batch), 0))`

export function countBuiltUpon(db: Db, batch: string): number {
  return db.prepare<[{ batch: string }], number>(BUILT_UPON).pluck().get({ batch }) ?? 0
}

const REMOVE = [
  'DELETE FROM follow_ups WHERE batch_id = @batch',
  'DELETE FROM visits WHERE batch_id = @batch',
  'DELETE FROM lead_events WHERE batch_id = @batch OR lead_id IN (SELECT id FROM leads WHERE batch_id = @batch)',
  'DELETE FROM lead_history WHERE lead_id IN (SELECT id FROM leads WHERE batch_id = @batch)',
  'DELETE FROM leads WHERE batch_id = @batch',
  'DELETE FROM customers WHERE batch_id = @batch',
] as const

const UNUSED = `id NOT IN (SELECT channel_id FROM visits) AND id NOT IN (SELECT channel_id FROM leads)
  AND id NOT IN (SELECT channel_id FROM channel_costs)`

/** Takes every row of a batch out again. The caller holds the transaction and has made sure that nothing was built on it. */
export function removeBatch(db: Db, batch: string, undone: { readonly at: Instant; readonly by: string }): void {
  const touched = db
    .prepare<[string], string>('SELECT DISTINCT lead_id FROM lead_events WHERE batch_id = ?')
    .pluck()
    .all(batch)
  for (const sql of REMOVE) db.prepare(sql).run({ batch })
  const prefix = batchChannelPrefix(batch)
  db.prepare(`DELETE FROM channels WHERE substr(id, 1, length(@prefix)) = @prefix AND ${UNUSED}`).run({ prefix })
  rewriteLeadHistory(db, touched)
  db.prepare('UPDATE import_batches SET undone_at = ?, undone_by = ? WHERE id = ?').run(undone.at, undone.by, batch)
}
