import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'
import { NEVER_DUE } from './lead-index.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'

/** An open lead that asks for something today. */
export type DayLead = {
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

const OWN_OPEN = `r.owner_id = @staffId AND r.status = 'open'`

// Which leads they are is told by the list's index alone (migration 0130); only theirs are looked up, each by its own keys.
const DAY_LEADS = `
  SELECT r.lead_id AS leadId, c.name AS customerName, c.phone, c.wechat, r.model,
         nullif(r.bucket, 'ungraded') AS grade, nullif(r.due_on, '${NEVER_DUE}') AS dueOn,
         iif(r.due_on = '${NEVER_DUE}', NULL,
           (SELECT min(f.counts_on) FROM follow_ups f WHERE f.lead_id = r.lead_id AND ${IS_OPEN_PLAN})) AS firstDueOn,
         r.last_done_on AS lastDoneOn,
         iif(r.last_done_on IS NULL, NULL,
           (SELECT f.note FROM follow_ups f WHERE f.lead_id = r.lead_id AND f.done_on = r.last_done_on
            ORDER BY f.done_at DESC LIMIT 1)) AS lastNote,
         r.created_on AS createdOn
  FROM lead_list r
  CROSS JOIN leads l ON l.id = r.lead_id
  CROSS JOIN customers c ON c.id = l.customer_id
  WHERE ${OWN_OPEN} AND (r.due_on <= @today OR r.due_on = '${NEVER_DUE}' OR r.last_done_on IS NULL)
  ORDER BY dueOn, r.bucket = 'ungraded', r.bucket, r.created_at`

/**
 * A person's open leads that are due, were never contacted or have no next date: the longest due first, A before B. The list must
 * be settled (lead-index.ts).
 */
export function listDayLeads(db: Db, staffId: string, today: BusinessDate): DayLead[] {
  return db.prepare<[object], DayLead>(DAY_LEADS).all({ staffId, today })
}

export type OpenLoad = {
  readonly openLeads: number
  /** Due by the day, and of those before it. */
  readonly owed: number
  readonly overdue: number
  readonly untouched: number
}

/** A person's open leads by what they ask for, counted in the list's index. The list must be settled. */
export function countOpenLeads(db: Db, staffId: string, today: BusinessDate): OpenLoad {
  const counts = `count(*) AS openLeads, count(iif(r.due_on <= @today, 1, NULL)) AS owed,
    count(iif(r.due_on < @today, 1, NULL)) AS overdue, count(iif(r.last_done_on IS NULL, 1, NULL)) AS untouched`
  const found = db.prepare<[object], OpenLoad>(`SELECT ${counts} FROM lead_list r WHERE ${OWN_OPEN}`)
  return found.get({ staffId, today }) ?? { openLeads: 0, owed: 0, overdue: 0, untouched: 0 }
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
