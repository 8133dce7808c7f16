import type { TimelineEntry } from '../../shared/contract/leads.ts'
import type { Db } from '../connection.ts'

// One lead's story is read by its own indexes, so it costs what the lead holds, not what the store holds.
const TIMELINE = `
  SELECT v.id, 'visit' AS kind, v.arrived_at AS at, s.name AS byName, v.kind AS value, NULL AS method,
         CASE v.first_visit WHEN 1 THEN 'first' ELSE 'again' END AS outcome, v.note, NULL AS review, NULL AS dueOn
  FROM visits v LEFT JOIN staff s ON s.id = v.received_by WHERE v.lead_id = @leadId AND v.voided_at IS NULL
  UNION ALL
  SELECT f.id, 'follow_up', f.done_at, s.name, NULL, f.method, f.outcome, f.note, f.review, f.counts_on
  FROM follow_ups f JOIN staff s ON s.id = f.staff_id WHERE f.lead_id = @leadId AND f.done_at IS NOT NULL
  UNION ALL
  SELECT h.lead_id || ':' || h.n, CASE h.kind WHEN 'enter' THEN 'grade' ELSE h.kind END, h.at, s.name,
         CASE h.kind WHEN 'owner' THEN o.name WHEN 'status' THEN h.status ELSE h.grade END,
         NULL, NULL, h.reason, NULL, NULL
  FROM lead_history h LEFT JOIN staff s ON s.id = h.by_id LEFT JOIN staff o ON o.id = h.owner_id
  WHERE h.lead_id = @leadId AND (h.kind <> 'enter' OR h.grade IS NOT NULL)
  UNION ALL
  SELECT r.id, 'loss_request', r.requested_at, s.name, r.reason, NULL, r.decision, r.note, NULL, NULL
  FROM loss_requests r JOIN staff s ON s.id = r.requested_by WHERE r.lead_id = @leadId
  ORDER BY 3 DESC`

/** Everything that happened to a lead, newest first. */
export function readTimeline(db: Db, leadId: string): TimelineEntry[] {
  return db.prepare<[{ leadId: string }], TimelineEntry>(TIMELINE).all({ leadId })
}
