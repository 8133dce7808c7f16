import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { FollowUpMethod, FollowUpOutcome, Review } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'

export type Plan = {
  readonly id: string
  readonly dueOn: BusinessDate
  readonly firstDueOn: BusinessDate
}

export type DoneFollowUp = {
  readonly id: string
  readonly leadId: string
  readonly staffId: string
  readonly doneAt: Instant
  readonly doneOn: BusinessDate
  readonly loggedAt: Instant
  readonly method: FollowUpMethod
  readonly outcome: FollowUpOutcome
  readonly note: string | null
}

/** The next planned contact of a lead that has not been made. */
export function findPlan(db: Db, leadId: string): Plan | null {
  return (
    db
      .prepare<[string], Plan>(
        `SELECT id, due_on AS dueOn, counts_on AS firstDueOn FROM follow_ups f
         WHERE lead_id = ? AND ${IS_OPEN_PLAN} ORDER BY due_on, id LIMIT 1`,
      )
      .get(leadId) ?? null
  )
}

export function insertPlan(db: Db, plan: { id: string; leadId: string; staffId: string; dueOn: BusinessDate }): void {
  db.prepare('INSERT INTO follow_ups (id, lead_id, staff_id, due_on) VALUES (@id, @leadId, @staffId, @dueOn)').run(plan)
}

/** Moves a plan; the day it was first due stays, so that a contact put off is not a contact in time (domain.md 4, traps). */
export function movePlan(db: Db, id: string, dueOn: BusinessDate): void {
  db.prepare('UPDATE follow_ups SET first_due_on = counts_on, due_on = ? WHERE id = ? AND due_on <> ?').run(
    dueOn,
    id,
    dueOn,
  )
}

/** A lead that is closed or nobody's is owed no contact that was not due yet; what was already due stays on record. */
export function dropPlansAfter(db: Db, leadId: string, date: BusinessDate): void {
  db.prepare('DELETE FROM follow_ups WHERE lead_id = ? AND done_at IS NULL AND counts_on > ?').run(leadId, date)
}

/** What trimming means for "the same note" and "a note too short" (interchange.md, followUpAudit): JavaScript's own. */
const noteKey = (note: string | null): string | null => note?.trim() ?? null

/** Fulfils a plan with the contact that was made. */
export function fulfilPlan(db: Db, done: DoneFollowUp): void {
  db.prepare(
    `UPDATE follow_ups SET staff_id = @staffId, done_at = @doneAt, done_on = @doneOn, logged_at = @loggedAt,
       method = @method, outcome = @outcome, note = @note, note_key = @noteKey WHERE id = @id`,
  ).run({ ...done, noteKey: noteKey(done.note) })
}

/** A contact nobody had planned: due on the day it was made. */
export function insertUnplanned(db: Db, done: DoneFollowUp): void {
  db.prepare(
    `INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, logged_at, method, outcome, note, note_key)
     VALUES (@id, @leadId, @staffId, @doneOn, @doneAt, @doneOn, @loggedAt, @method, @outcome, @note, @noteKey)`,
  ).run({ ...done, noteKey: noteKey(done.note) })
}

export type LastContact = { readonly method: FollowUpMethod | null; readonly outcome: FollowUpOutcome | null }

/** The newest contact that was made with a lead; null when there was none. */
export function findLastContact(db: Db, leadId: string): LastContact | null {
  return (
    db
      .prepare<[string], LastContact>(
        `SELECT method, outcome FROM follow_ups WHERE lead_id = ? AND done_on IS NOT NULL
         ORDER BY done_at DESC, id DESC LIMIT 1`,
      )
      .get(leadId) ?? null
  )
}

export type ReviewedFollowUp = { readonly id: string; readonly staffId: string; readonly isDone: boolean }

export function findFollowUp(db: Db, id: string): ReviewedFollowUp | null {
  const row = db
    .prepare<[string], { id: string; staffId: string; isDone: number }>(
      'SELECT id, staff_id AS staffId, done_at IS NOT NULL AS isDone FROM follow_ups WHERE id = ?',
    )
    .get(id)
  return row === undefined ? null : { ...row, isDone: row.isDone === 1 }
}

export type Verdict = {
  readonly review: Review | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Instant | null
  readonly reviewedOn: BusinessDate | null
  readonly reviewNote: string | null
}

export function saveReview(db: Db, id: string, verdict: Verdict): void {
  db.prepare(
    `UPDATE follow_ups SET review = @review, reviewed_by = @reviewedBy, reviewed_at = @reviewedAt,
       reviewed_on = @reviewedOn, review_note = @reviewNote WHERE id = @id`,
  ).run({ ...verdict, id })
}
