import type { ReportQuery } from '../../shared/domain/facts.ts'
import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { Review } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'
import { factParameters, readSettings } from './fact-parameters.ts'
import { doneSet } from './follow-up-sets.ts'
import { suspectSet } from './suspect-set.ts'

export type QueuedRecord = {
  readonly followUpId: string
  readonly leadId: string
  readonly customerName: string
  readonly phone: string | null
  readonly grade: Grade | null
  readonly staffId: string
  readonly staffName: string
  readonly dueOn: BusinessDate
  readonly doneAt: Instant
  readonly loggedAt: Instant
  readonly method: string | null
  readonly outcome: string | null
  readonly note: string | null
  readonly review: Review | null
  readonly reviewNote: string | null
  readonly reviewedByName: string | null
  /** The letters of the rules that ask about it: 'a,c', or ''. */
  readonly suspicions: string
}

export type QueueFilter = 'unreviewed' | 'suspect' | 'all'

// The same sets of records that the audit's figures count, so the queue and the board cannot disagree about what is suspect. Which
// are shown is settled before anything else is looked up of them: a month of a large store has ten times as many.
// CROSS JOIN: the few records first, and of everything else what belongs to them; SQLite would begin with all that is known of leads.
const QUEUE = `
  WITH shown AS MATERIALIZED (
    SELECT p.id, p.leadId, p.staffId, coalesce(q.detail, '') AS suspicions, f.review IS NOT NULL AS isReviewed, f.done_at AS doneAt
    FROM (${doneSet.rows}) p
    LEFT JOIN (${suspectSet.rows}) q ON q.id = p.id
    CROSS JOIN follow_ups f ON f.id = p.id
    WHERE :show = 'all' OR (:show = 'unreviewed' AND f.review IS NULL) OR (:show = 'suspect' AND q.id IS NOT NULL)
    ORDER BY isReviewed, suspicions = '', doneAt DESC, p.id
    LIMIT 500)
  SELECT f.id AS followUpId, w.leadId, c.name AS customerName, c.phone, h.grade, w.staffId, s.name AS staffName,
         f.counts_on AS dueOn, w.doneAt, f.recorded_at AS loggedAt, f.method, f.outcome, f.note, f.review,
         f.review_note AS reviewNote, r.name AS reviewedByName, w.suspicions
  FROM shown w
  CROSS JOIN follow_ups f ON f.id = w.id
  CROSS JOIN leads l ON l.id = w.leadId
  CROSS JOIN customers c ON c.id = l.customer_id
  CROSS JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
  CROSS JOIN staff s ON s.id = w.staffId
  LEFT JOIN staff r ON r.id = f.reviewed_by
  ORDER BY w.isReviewed, w.suspicions = '', w.doneAt DESC, w.id`

/** A period's done follow-ups for a manager to read: not yet reviewed first, those with a question to ask before the rest. */
export function listReviewQueue(db: Db, query: ReportQuery, show: QueueFilter): QueuedRecord[] {
  return db.prepare<[object], QueuedRecord>(QUEUE).all({ ...factParameters(db, query, readSettings(db)), show })
}

const COUNT = `
  SELECT count(*) AS done, coalesce(sum(NOT p.reviewed), 0) AS unreviewed,
         coalesce(sum(q.id IS NOT NULL AND NOT p.reviewed), 0) AS suspect
  FROM (${doneSet.rows}) p LEFT JOIN (${suspectSet.rows}) q ON q.id = p.id`

export type QueueCount = { readonly done: number; readonly unreviewed: number; readonly suspect: number }

export function countReviewQueue(db: Db, query: ReportQuery): QueueCount {
  const row = db.prepare<[object], QueueCount>(COUNT).get(factParameters(db, query, readSettings(db)))
  return row ?? { done: 0, unreviewed: 0, suspect: 0 }
}
