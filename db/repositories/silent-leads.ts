import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type SilentLead = { readonly id: string }

// Only open leads are looked at, each by its own indexes. The clock starts with the newest of: entering the present status,
// being assigned, a visit, a done contact; a contact planned for today or later keeps a lead awake.
const SILENT = `
  SELECT l.id
  FROM lead_history h
  JOIN leads l ON l.id = h.lead_id
  JOIN grade_slots g ON g.slot = CASE h.to_bucket WHEN 'ungraded' THEN 'C' ELSE h.to_bucket END
  WHERE h.until_on = '9999-12-31' AND h.to_bucket IN ('ungraded', 'A', 'B', 'C', 'D')
    AND julianday(:today) - julianday(max(
      (SELECT max(m.on_date) FROM lead_history m WHERE m.lead_id = l.id),
      coalesce((SELECT max(v.arrived_on) FROM visits v WHERE v.lead_id = l.id AND v.voided_at IS NULL), ''),
      coalesce((SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id), ''))) > g.dormant_days
    AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.lead_id = l.id AND f.done_at IS NULL AND f.due_on >= :today)`

/** Open leads nobody has heard of for longer than their grade allows (grade_slots.dormant_days). */
export function listSilentLeads(db: Db, today: BusinessDate): SilentLead[] {
  return db.prepare<[object], SilentLead>(SILENT).all({ today })
}
