import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { VisitKind, VisitPurpose } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'

export type Visit = {
  readonly id: string
  readonly arrivedAt: Instant
  readonly arrivedOn: BusinessDate
  readonly loggedAt: Instant
  readonly channelId: string
  readonly kind: VisitKind
  readonly purpose: VisitPurpose
  readonly firstVisit: boolean
  readonly partySize: number | null
  readonly receivedBy: string | null
  readonly leadId: string | null
  readonly notCapturedReason: string | null
  readonly note: string | null
}

export function insertVisit(db: Db, visit: Visit): void {
  db.prepare(
    `INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, party_size,
       received_by, lead_id, not_captured_reason, note)
     VALUES (@id, @arrivedAt, @arrivedOn, @loggedAt, @channelId, @kind, @purpose, @firstVisit, @partySize, @receivedBy,
       @leadId, @notCapturedReason, @note)`,
  ).run({ ...visit, firstVisit: visit.firstVisit ? 1 : 0 })
}

/** Everything about the arrival but the time it was logged, which is evidence. */
export function updateVisit(db: Db, visit: Omit<Visit, 'loggedAt'>): void {
  db.prepare(
    `UPDATE visits SET arrived_at = @arrivedAt, arrived_on = @arrivedOn, channel_id = @channelId, kind = @kind,
       purpose = @purpose, first_visit = @firstVisit, party_size = @partySize, received_by = @receivedBy,
       lead_id = @leadId, not_captured_reason = @notCapturedReason, note = @note WHERE id = @id`,
  ).run({ ...visit, firstVisit: visit.firstVisit ? 1 : 0 })
}

export function voidVisit(db: Db, id: string, at: Instant, byId: string, reason: string): void {
  db.prepare('UPDATE visits SET voided_at = ?, voided_by = ?, void_reason = ? WHERE id = ?').run(at, byId, reason, id)
}

export type FoundVisit = Visit & { readonly isVoided: boolean }

export function findVisit(db: Db, id: string): FoundVisit | null {
  const row = db
    .prepare<[string], Omit<FoundVisit, 'firstVisit' | 'isVoided'> & { firstVisit: number; isVoided: number }>(
      `SELECT id, arrived_at AS arrivedAt, arrived_on AS arrivedOn, logged_at AS loggedAt, channel_id AS channelId, kind,
              purpose, first_visit AS firstVisit, party_size AS partySize, received_by AS receivedBy, lead_id AS leadId,
              not_captured_reason AS notCapturedReason, note, voided_at IS NOT NULL AS isVoided
       FROM visits WHERE id = ?`,
    )
    .get(id)
  return row === undefined ? null : { ...row, firstVisit: row.firstVisit === 1, isVoided: row.isVoided === 1 }
}

/** The visit that counts in N for a lead, if it has one. */
export function findFirstVisitId(db: Db, leadId: string): string | null {
  return (
    db
      .prepare<[string], string>(
        `SELECT id FROM visits WHERE lead_id = ? AND kind = 'showroom' AND purpose = 'purchase' AND first_visit = 1
           AND voided_at IS NULL`,
      )
      .pluck()
      .get(leadId) ?? null
  )
}

export type DayVisit = Visit & {
  readonly channelName: string
  readonly receivedByName: string | null
  readonly ownerId: string | null
  readonly customerName: string | null
  readonly phone: string | null
  readonly model: string | null
  readonly voidReason: string | null
}

/** The visits of a day, newest first, voided ones among them: a mistake that vanished would look like one that never was. */
export function listVisitsOfDay(db: Db, date: BusinessDate): DayVisit[] {
  return db
    .prepare<[string], Omit<DayVisit, 'firstVisit'> & { firstVisit: number }>(
      `SELECT v.id, v.arrived_at AS arrivedAt, v.arrived_on AS arrivedOn, v.logged_at AS loggedAt,
              v.channel_id AS channelId, v.kind, v.purpose, v.first_visit AS firstVisit, v.party_size AS partySize,
              v.received_by AS receivedBy, v.lead_id AS leadId, v.not_captured_reason AS notCapturedReason, v.note,
              ch.name AS channelName, s.name AS receivedByName, h.owner_id AS ownerId, c.name AS customerName, c.phone,
              l.model, v.void_reason AS voidReason
       FROM visits v
       JOIN channels ch ON ch.id = v.channel_id
       LEFT JOIN staff s ON s.id = v.received_by
       LEFT JOIN leads l ON l.id = v.lead_id
       LEFT JOIN lead_history h ON h.lead_id = v.lead_id AND h.until_on = '9999-12-31'
       LEFT JOIN customers c ON c.id = l.customer_id
       WHERE v.arrived_on = ? ORDER BY v.arrived_at DESC, v.logged_at DESC`,
    )
    .all(date)
    .map((row) => ({ ...row, firstVisit: row.firstVisit === 1 }))
}
