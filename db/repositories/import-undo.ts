import Database from 'better-sqlite3'
import type { Tick } from '../../shared/domain/import/fields.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { batchChannelPrefix, batchPersonPrefix, idsOfBatch } from './import-write.ts'
import { rewriteLeadHistory } from './lead-history.ts'
import { settleLeads } from './lead-index.ts'

const FELL_ASLEEP = `(e.kind = 'status' AND e.value = 'dormant' AND e.by_id IS NULL)`

/**
 * The records of a batch that people have worked on since. A lead that fell asleep by itself is nobody's work. What leaves no row
 * of its own (a corrected visit, a changed profile, a delivered car) is known from the audit trail; whoever merely looked is in it too. A lead of the store whose
 * status the batch changed counts where somebody changed it again.
 */
const BUILT_UPON = `
  SELECT count(*) FROM (
    SELECT e.lead_id AS id FROM leads l JOIN lead_events e ON e.lead_id = l.id
      WHERE l.batch_id = :batch AND e.batch_id IS NOT :batch AND NOT ${FELL_ASLEEP}
    UNION SELECT e.lead_id FROM lead_events o JOIN lead_events e ON e.lead_id = o.lead_id AND e.seq > o.seq
      WHERE o.batch_id = :batch AND o.kind = 'status' AND e.kind = 'status' AND e.batch_id IS NOT :batch AND NOT ${FELL_ASLEEP}
    ${['visits', 'follow_ups', 'deals']
      .map(
        (table) => `
    UNION SELECT x.lead_id FROM leads l JOIN ${table} x ON x.lead_id = l.id
      WHERE l.batch_id = :batch AND x.batch_id IS NOT :batch`,
      )
      .join('')}
    UNION SELECT r.lead_id FROM leads l JOIN loss_requests r ON r.lead_id = l.id WHERE l.batch_id = :batch
    UNION SELECT l.id FROM customers c JOIN leads l ON l.customer_id = c.id
      WHERE c.batch_id = :batch AND l.batch_id IS NOT :batch
    UNION SELECT a.subject FROM audit_trail a
      WHERE a.subject >= :firstId AND a.subject < :afterIds AND a.kind IN ('changed', 'approved'))`

export function countBuiltUpon(db: Db, batch: string): number {
  return (
    db
      .prepare<[object], number>(BUILT_UPON)
      .pluck()
      .get({ batch, ...idsOfBatch(batch) }) ?? 0
  )
}

/** Children before what they belong to, with what fell asleep by itself. */
const REMOVED = [
  { table: 'deals', rows: 'batch_id = :batch' },
  { table: 'follow_ups', rows: 'batch_id = :batch' },
  { table: 'visits', rows: 'batch_id = :batch' },
  { table: 'lead_events', rows: 'batch_id = :batch' },
  { table: 'lead_events', rows: 'lead_id IN (SELECT id FROM leads WHERE batch_id = :batch)' },
  // Their history goes with them (ON DELETE CASCADE).
  { table: 'leads', rows: 'batch_id = :batch' },
  { table: 'customers', rows: 'batch_id = :batch' },
] as const

/** So many at a time, that whoever waits sees it go on and can stop it. */
const CHUNK_ROWS = 2000

const UNUSED_CHANNEL = `id NOT IN (SELECT channel_id FROM visits) AND id NOT IN (SELECT channel_id FROM leads)
  AND id NOT IN (SELECT channel_id FROM channel_costs)`

/** Takes every row of a batch out again. The caller holds the transaction and has made sure that nothing was built on it. */
export function removeBatch(
  db: Db,
  batch: string,
  undone: { readonly at: Instant; readonly by: string },
  tick?: Tick,
): void {
  const touched = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT lead_id FROM lead_events WHERE batch_id = ?
       AND lead_id NOT IN (SELECT id FROM leads WHERE batch_id = ?)`,
    )
    .pluck()
    .all(batch, batch)
  removeRows(db, batch, tick)
  rewriteLeadHistory(db, touched)
  settleLeads(db)
  db.prepare('UPDATE import_batches SET undone_at = ?, undone_by = ? WHERE id = ?').run(undone.at, undone.by, batch)
  // Of batches undone before too: what a later one used could not go with them.
  const isUndone = db.prepare<[], string>('SELECT id FROM import_batches WHERE undone_at IS NOT NULL').pluck()
  for (const id of isUndone.all()) removeVocabulary(db, id)
}

function removeVocabulary(db: Db, batch: string): void {
  const prefix = batchChannelPrefix(batch)
  db.prepare(`DELETE FROM channels WHERE substr(id, 1, length(@prefix)) = @prefix AND ${UNUSED_CHANNEL}`).run({
    prefix,
  })
  removePeople(db, batch)
}

function removeRows(db: Db, batch: string, tick: Tick | undefined): void {
  const sizes = REMOVED.map(({ table, rows }) =>
    db.prepare<[{ batch: string }], number>(`SELECT count(*) FROM ${table} WHERE ${rows}`).pluck().get({ batch }),
  )
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  let done = 0
  for (const { table, rows } of REMOVED) {
    const remove = db.prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${rows} LIMIT ${CHUNK_ROWS})`,
    )
    for (let removed = CHUNK_ROWS; removed === CHUNK_ROWS; ) {
      removed = remove.run({ batch }).changes
      done += removed
      tick?.(Math.min(done, total), total)
    }
  }
}

/** Whoever the batch brought in goes too, unless somebody has come to refer to them since. */
function removePeople(db: Db, batch: string): void {
  const prefix = batchPersonPrefix(batch)
  const people = db
    .prepare<[{ prefix: string }], string>(
      `SELECT id FROM staff WHERE substr(id, 1, length(@prefix)) = @prefix
         AND id NOT IN (SELECT value FROM lead_events WHERE kind = 'owner' AND value IS NOT NULL)
         AND id NOT IN (SELECT staff_id FROM targets)
         AND NOT EXISTS (SELECT 1 FROM audit_trail a WHERE a.staff_id = staff.id)
         AND NOT EXISTS (SELECT 1 FROM audit_trail a WHERE a.subject = staff.id)`,
    )
    .pluck()
    .all({ prefix })
  const remove = db.prepare('DELETE FROM staff WHERE id = ?')
  for (const id of people) {
    try {
      remove.run(id)
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
    }
  }
}
