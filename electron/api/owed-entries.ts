import { type Db, troubleOf } from '../../db/connection.ts'
import { type AuditEntry, appendAudit } from '../../db/repositories/audit-trail.ts'
import type { Desk } from './desk.ts'

/**
 * Entries about what somebody has seen or was refused, which could not be written there and then: an import holds the turn to
 * write, or the disk is full. With a customer at the desk reading goes on; the entry is noted in the log (ids only) and written
 * as soon as the store can be written again. Whatever leaves the house or changes the store waits for its entry instead.
 */
const owedOf = new WeakMap<Db, AuditEntry[]>()
const MOST_OWED = 10_000

export function oweEntry(desk: Desk, db: Db, entry: AuditEntry): void {
  const owed = owedOf.get(db) ?? []
  owedOf.set(db, owed)
  if (owed.length < MOST_OWED) owed.push(entry)
  const { operation, staffId, subject, detail = null } = entry
  desk.log.warn({ op: operation, staffId, subject, detail }, 'an entry of the audit trail is owed')
  if (owed.length === 1 && desk.writeTurns.isTaken()) void desk.writeTurns.share(() => payOwedEntries(desk, db))
}

/** Writes an entry of what happens whether or not it can be written. */
export function enterOrOwe(desk: Desk, db: Db, entry: AuditEntry): void {
  if (desk.writeTurns.isTaken()) return oweEntry(desk, db, entry)
  try {
    appendAudit(db, entry)
  } catch (error) {
    if (troubleOf(error) === null) throw error
    oweEntry(desk, db, entry)
  }
}

/** Writes what is owed, if it can be written by now. */
export function payOwedEntries({ log }: Pick<Desk, 'log'>, db: Db): void {
  const owed = owedOf.get(db)
  if (owed === undefined || !db.open) return
  try {
    db.transaction(() => {
      for (const entry of owed) appendAudit(db, entry)
    }).immediate()
    owedOf.delete(db)
  } catch (error) {
    // Whoever comes next tries again; what is wrong with the store is said by what they do.
    log.warn({ err: error, owed: owed.length }, 'the audit trail cannot be written')
  }
}
