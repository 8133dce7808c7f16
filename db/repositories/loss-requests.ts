import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type LossRequest = {
  readonly id: string
  readonly leadId: string
  readonly requestedAt: Instant
  readonly requestedBy: string
  readonly reason: string
  readonly competitor: string | null
  readonly note: string | null
}

export type OpenLossRequest = LossRequest & { readonly requestedByName: string; readonly customerName: string }

const SELECT_OPEN = `
  SELECT r.id, r.lead_id AS leadId, r.requested_at AS requestedAt, r.requested_by AS requestedBy, r.reason, r.competitor,
         r.note, s.name AS requestedByName, c.name AS customerName
  FROM loss_requests r
  JOIN staff s ON s.id = r.requested_by
  JOIN leads l ON l.id = r.lead_id
  JOIN customers c ON c.id = l.customer_id
  WHERE r.decided_at IS NULL`

export function insertLossRequest(db: Db, request: LossRequest): void {
  db.prepare(
    `INSERT INTO loss_requests (id, lead_id, requested_at, requested_by, reason, competitor, note)
     VALUES (@id, @leadId, @requestedAt, @requestedBy, @reason, @competitor, @note)`,
  ).run(request)
}

/** Those a manager has not decided, oldest first. */
export function listOpenLossRequests(db: Db): OpenLossRequest[] {
  return db.prepare<[], OpenLossRequest>(`${SELECT_OPEN} ORDER BY r.requested_at`).all()
}

export function findOpenLossRequest(db: Db, id: string): OpenLossRequest | null {
  return db.prepare<[string], OpenLossRequest>(`${SELECT_OPEN} AND r.id = ?`).get(id) ?? null
}

export function findOpenLossRequestOfLead(db: Db, leadId: string): OpenLossRequest | null {
  return db.prepare<[string], OpenLossRequest>(`${SELECT_OPEN} AND r.lead_id = ?`).get(leadId) ?? null
}

export function decideLossRequest(
  db: Db,
  id: string,
  decision: { at: Instant; byId: string; decision: 'confirmed' | 'refused' },
): void {
  db.prepare('UPDATE loss_requests SET decided_at = @at, decided_by = @byId, decision = @decision WHERE id = @id').run({
    ...decision,
    id,
  })
}
