import { businessDateOf, type Instant } from '../../shared/values/business-date.ts'
import { ERASED_TEXT, type ErasureReason } from '../../shared/values/erased.ts'
import { LOSS_REASONS } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'
import { dropPlansAfter } from '../repositories/follow-ups.ts'
import { rewriteLeadHistory } from '../repositories/lead-history.ts'
import { settleLeads } from '../repositories/lead-index.ts'
import { readTimeZone } from '../repositories/store-dates.ts'
import { eraseNotes } from './erased-notes.ts'
import { PERSON_TABLES } from './person-tables.ts'
import { eraseTraces } from './person-traces.ts'
import { namesOf } from './person-words.ts'

/** That a customer was erased: all that is kept of it. */
export type Erasure = {
  readonly customerId: string
  readonly erasedAt: Instant
  /** Null where it came from another program's list. */
  readonly erasedBy: string | null
  readonly reason: ErasureReason
}

/**
 * Forgets customers: name, numbers, notes and every other text, what is found by them, what somebody had begun to write. The records
 * stay, as nobody's, so that every figure of the days before stays what it was. A lead that is still open ends as lost on that day:
 * nobody may call any more, and only who is lost stays in every denominator (domain.md 4); contacts not yet due are gone.
 *
 * Done once more for the same customer it forgets what came back; one who is not on file is noted. The caller holds the transaction,
 * and writes the file anew afterwards (purge.ts): what a page has held stays in it otherwise.
 */
export function erasePeople(db: Db, erasures: readonly Erasure[]): void {
  const leads = erasures.filter((one) => note(db, one)).flatMap((one) => forget(db, one))
  forgetSamples(db)
  rewriteLeadHistory(db, leads)
  settleLeads(db)
}

/** False when there is no such customer. */
function note(db: Db, erasure: Erasure): boolean {
  const isOnFile = db.prepare('SELECT 1 FROM customers WHERE id = ?').get(erasure.customerId) !== undefined
  db.prepare(
    `INSERT INTO erasures (customer_id, erased_at, erased_by, reason, purged_at)
     VALUES (@customerId, @erasedAt, @erasedBy, @reason, @purgedAt)
     ON CONFLICT (customer_id) DO UPDATE SET purged_at = excluded.purged_at`,
  ).run({ ...erasure, purgedAt: isOnFile ? null : erasure.erasedAt })
  return isOnFile
}

/** Answers the customer's leads, whose history is then to be rewritten. */
function forget(db: Db, erasure: Erasure): readonly string[] {
  const { customerId } = erasure
  const names = namesOf(db, customerId)
  closeLeads(db, erasure)
  eraseTraces(db, customerId, names)
  eraseNotes(db, customerId, names)
  for (const [table, { rows, columns }] of Object.entries(PERSON_TABLES)) {
    const sets = Object.entries(columns).flatMap(([column, fate]) =>
      fate === 'text' || fate === 'mark' ? [blank(column, fate)] : [],
    )
    if (table === 'leads') sets.push('version = version + 1')
    if (sets.length > 0) db.prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${rows}`).run({ customerId })
  }
  eraseUnshared(db, customerId)
  return leadsOf(db, customerId)
}

function blank(column: string, fate: 'text' | 'mark'): string {
  return fate === 'text' ? `${column} = NULL` : `${column} = iif(${column} IS NULL, NULL, '${ERASED_TEXT}')`
}

function leadsOf(db: Db, customerId: string): string[] {
  return db
    .prepare<[string], string>('SELECT id FROM leads WHERE customer_id = ? ORDER BY rowid')
    .pluck()
    .all(customerId)
}

const OPEN_LEADS = `
  SELECT l.id, max(l.created_at, @erasedAt, coalesce((SELECT max(e.at) FROM lead_events e WHERE e.lead_id = l.id), 0)) AS at,
    (SELECT r.reason FROM loss_requests r WHERE r.lead_id = l.id AND r.decided_at IS NULL) AS asked
  FROM leads l JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
  WHERE l.customer_id = @customerId AND h.status IN ('open', 'dormant')`

/** Ends what is open, as of the moment of the erasure also where it is done once more; a loss that was asked for is confirmed. */
function closeLeads(db: Db, { customerId, erasedAt, erasedBy }: Erasure): void {
  const byId = db.prepare('SELECT id FROM staff WHERE id = ?').pluck().get(erasedBy) ?? null
  const open = db
    .prepare<[object], { id: string; at: Instant; asked: string | null }>(OPEN_LEADS)
    .all({ customerId, erasedAt })
  const end = db.prepare(
    `INSERT INTO lead_events (id, lead_id, at, kind, value, by_id, reason) VALUES (@id, @leadId, @at, 'status', 'lost', @byId, @reason)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at`,
  )
  const decide = db.prepare(
    `UPDATE loss_requests SET decided_at = @erasedAt, decided_by = @byId, decision = 'confirmed'
     WHERE lead_id = @leadId AND decided_at IS NULL`,
  )
  for (const { id: leadId, at, asked } of open) {
    decide.run({ erasedAt, byId, leadId })
    end.run({ id: `erased:${leadId}`, leadId, at, byId, reason: asked ?? 'other' })
  }
  const today = businessDateOf(erasedAt, readTimeZone(db))
  for (const leadId of leadsOf(db, customerId)) dropPlansAfter(db, leadId, today)
}

const OTHERS = 'l.customer_id NOT IN (SELECT customer_id FROM erasures)'
const MINE = 'lead_id IN (SELECT id FROM leads WHERE customer_id = @customerId)'
const KNOWN_REASONS = `(SELECT value FROM json_each(@known))`

/** A reason of an import, or a model, that others have too is a word of the trade; what only this person has may be anything. */
function eraseUnshared(db: Db, customerId: string): void {
  const known = JSON.stringify(LOSS_REASONS)
  const ofOthers = (table: string, column: string) =>
    `(SELECT t.${column} FROM ${table} t JOIN leads l ON l.id = t.lead_id WHERE ${OTHERS} AND t.${column} IS NOT NULL)`
  // Only a loss has a reason that is counted.
  db.prepare(`UPDATE lead_events SET reason = NULL WHERE ${MINE} AND NOT (kind = 'status' AND value = 'lost')`).run({
    customerId,
  })
  for (const table of ['lead_events', 'loss_requests']) {
    db.prepare(
      `UPDATE ${table} SET reason = 'other' WHERE ${MINE} AND reason IS NOT NULL AND reason NOT IN ${KNOWN_REASONS}
         AND reason NOT IN ${ofOthers('lead_events', 'reason')}`,
    ).run({ customerId, known })
  }
  db.prepare(
    `UPDATE deals SET model = NULL WHERE ${MINE} AND model IS NOT NULL AND model NOT IN ${ofOthers('deals', 'model')}`,
  ).run({
    customerId,
  })
}

/** What SQLite has picked from its indexes to plan by: names and numbers as they were. How many there are of what it still knows. */
function forgetSamples(db: Db): void {
  const has = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'`).get() !== undefined
  if (has) db.prepare('DELETE FROM sqlite_stat4').run()
}
