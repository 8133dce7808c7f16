import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'

export type OpenLead = {
  readonly leadId: string
  readonly customerName: string
  readonly phone: string | null
  readonly wechat: string | null
  readonly model: string | null
  readonly grade: Grade | null
  readonly dueOn: BusinessDate | null
  readonly firstDueOn: BusinessDate | null
  readonly lastDoneOn: BusinessDate | null
  readonly lastNote: string | null
  readonly createdOn: BusinessDate
}

// A person's open leads are few whatever the store has lived through; the rest of each row comes by its lead's own index.
const OPEN_LEADS = `
  SELECT l.id AS leadId, c.name AS customerName, c.phone, c.wechat, l.model, h.grade,
         (SELECT min(f.due_on) FROM follow_ups f WHERE f.lead_id = l.id AND ${IS_OPEN_PLAN}) AS dueOn,
         (SELECT min(f.counts_on) FROM follow_ups f WHERE f.lead_id = l.id AND ${IS_OPEN_PLAN}) AS firstDueOn,
         (SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id) AS lastDoneOn,
         (SELECT f.note FROM follow_ups f WHERE f.lead_id = l.id AND f.done_on IS NOT NULL
          ORDER BY f.done_on DESC, f.done_at DESC LIMIT 1) AS lastNote,
         l.created_on AS createdOn
  FROM lead_history h
  JOIN leads l ON l.id = h.lead_id
  JOIN customers c ON c.id = l.customer_id
  WHERE h.owner_id = ? AND h.until_on = '9999-12-31' AND h.to_bucket IN ('ungraded', 'A', 'B', 'C', 'D')
  ORDER BY dueOn, h.grade IS NULL, h.grade, l.created_at`

/** Every open lead of a person, the longest due first, A before B. */
export function listOpenLeads(db: Db, staffId: string): OpenLead[] {
  return db.prepare<[string], OpenLead>(OPEN_LEADS).all(staffId)
}

export function countDoneOn(db: Db, staffId: string, date: BusinessDate): number {
  return (
    db
      .prepare<[string, string], number>('SELECT count(*) FROM follow_ups WHERE done_on = ? AND staff_id = ?')
      .pluck()
      .get(date, staffId) ?? 0
  )
}

/** Plans of a person due by a day that were made on that very day: with the open ones they are the day's duty. */
export function countDuesDoneOn(db: Db, staffId: string, date: BusinessDate): number {
  return (
    db
      .prepare<[string, string, string], number>(
        'SELECT count(*) FROM follow_ups WHERE done_on = ? AND staff_id = ? AND due_on <= ?',
      )
      .pluck()
      .get(date, staffId, date) ?? 0
  )
}

export type UnassignedLead = {
  readonly leadId: string
  readonly customerName: string
  readonly model: string | null
  readonly channelName: string
  readonly createdAt: Instant
}

/** Open leads that belong to nobody, the longest waiting first. */
export function listUnassignedLeads(db: Db): UnassignedLead[] {
  return db
    .prepare<[], UnassignedLead>(
      `SELECT l.id AS leadId, c.name AS customerName, l.model, ch.name AS channelName, l.created_at AS createdAt
       FROM lead_history h
       JOIN leads l ON l.id = h.lead_id
       JOIN customers c ON c.id = l.customer_id
       JOIN channels ch ON ch.id = l.channel_id
       WHERE h.owner_id IS NULL AND h.until_on = '9999-12-31' AND h.to_bucket IN ('ungraded', 'A', 'B', 'C', 'D')
       ORDER BY l.created_at LIMIT 200`,
    )
    .all()
}
