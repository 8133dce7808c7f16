import { businessDateOf, type Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { rewriteLeadHistory } from './lead-history.ts'

export type CorrectedArrival = {
  readonly visitId: string
  readonly leadId: string
  readonly before: Instant
  readonly after: Instant
}

const FIRST_AFTER_BIRTH = `
  SELECT min(at) FROM (
    SELECT min(at) AS at FROM lead_events WHERE lead_id = @leadId AND at > @before
    UNION ALL SELECT min(done_at) FROM follow_ups WHERE lead_id = @leadId AND done_at >= @before
    UNION ALL SELECT min(requested_at) FROM loss_requests WHERE lead_id = @leadId
    UNION ALL SELECT min(arrived_at) FROM visits
      WHERE lead_id = @leadId AND id <> @visitId AND arrived_at >= @before AND voided_at IS NULL)`

const MOVE = [
  'UPDATE leads SET created_at = @at, created_on = @on WHERE id = @leadId',
  'UPDATE lead_events SET at = @at WHERE lead_id = @leadId AND at = @before',
  `UPDATE customers SET created_at = @at
   WHERE created_at = @before AND id = (SELECT customer_id FROM leads WHERE id = @leadId)`,
] as const

/**
 * A lead that an arrival brought into being follows when the time of that arrival is corrected, with what was recorded at its
 * birth; but never past the first thing that is known to have happened to it. Any other lead stays as it is.
 */
export function moveLeadBirth(db: Db, arrival: CorrectedArrival, timeZone: string): void {
  const { leadId, before, after } = arrival
  const isBornHere = db.prepare('SELECT 1 FROM leads WHERE id = ? AND created_at = ?').get(leadId, before) !== undefined
  if (!isBornHere || after === before) return
  const first = db.prepare<CorrectedArrival, Instant | null>(FIRST_AFTER_BIRTH).pluck().get(arrival) ?? after
  const at = Math.min(after, first)
  for (const sql of MOVE) db.prepare(sql).run({ leadId, before, at, on: businessDateOf(at, timeZone) })
  rewriteLeadHistory(db, [leadId])
}
