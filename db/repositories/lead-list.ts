import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade, LeadStatus } from '../../shared/values/grade.ts'
import { phoneKey } from '../../shared/values/phone.ts'
import type { Db } from '../connection.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'

export type LeadListFilter = {
  readonly ownerId: string | null
  readonly unassigned: boolean
  readonly bucket: string
  readonly text: string
  readonly limit: number
  readonly offset: number
}

export type LeadListRow = {
  readonly leadId: string
  readonly customerName: string
  readonly phone: string | null
  readonly model: string | null
  readonly bucket: string
  readonly grade: Grade | null
  readonly status: LeadStatus
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly channelName: string
  readonly createdOn: BusinessDate
  readonly dueOn: BusinessDate | null
  readonly lastDoneOn: BusinessDate | null
}

// Bound values steer the conditions, so that the statement is one static text whatever is asked.
const FILTERED = `
  FROM lead_history h
  JOIN leads l ON l.id = h.lead_id
  JOIN customers c ON c.id = l.customer_id
  JOIN channels ch ON ch.id = l.channel_id
  LEFT JOIN staff s ON s.id = h.owner_id
  WHERE h.until_on = '9999-12-31'
    AND (@ownerId IS NULL OR h.owner_id = @ownerId)
    AND (@unassigned = 0 OR h.owner_id IS NULL)
    AND (@bucket = 'all' OR h.to_bucket = @bucket
         OR (@bucket = 'open' AND h.to_bucket IN ('ungraded', 'A', 'B', 'C', 'D')))
    AND (@text = '' OR instr(lower(c.name), @text) > 0 OR instr(coalesce(c.phone_key, ''), @digits) > 0
         OR instr(lower(coalesce(c.wechat, '')), @text) > 0 OR instr(lower(coalesce(l.model, '')), @text) > 0)`

/** One page of leads and how many there are: the most overdue on top; a lead that is not open owes no contact. */
export function listLeads(db: Db, filter: LeadListFilter): { total: number; rows: LeadListRow[] } {
  const text = filter.text.trim().toLowerCase()
  const parameters = {
    ownerId: filter.ownerId,
    unassigned: filter.unassigned ? 1 : 0,
    bucket: filter.bucket,
    text,
    // Digits only count as a phone part when nothing else was typed; otherwise this never matches.
    digits: /^[\d\s+-]{3,}$/.test(text) ? (phoneKey(text) ?? text.replace(/\D/g, '')) : '\u0000',
  }
  const total = db.prepare<[typeof parameters], number>(`SELECT count(*) ${FILTERED}`).pluck().get(parameters) ?? 0
  const rows = db
    .prepare<[object], LeadListRow>(
      `SELECT h.lead_id AS leadId, c.name AS customerName, c.phone, l.model, h.to_bucket AS bucket, h.grade, h.status,
              h.owner_id AS ownerId, s.name AS ownerName, ch.name AS channelName, l.created_on AS createdOn,
              CASE h.status WHEN 'open' THEN
                (SELECT min(f.due_on) FROM follow_ups f WHERE f.lead_id = l.id AND ${IS_OPEN_PLAN}) END AS dueOn,
              (SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id) AS lastDoneOn
       ${FILTERED}
       ORDER BY dueOn IS NULL, dueOn, l.created_at DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, limit: filter.limit, offset: filter.offset })
  return { total, rows }
}
