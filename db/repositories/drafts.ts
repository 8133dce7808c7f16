import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type DraftPlace = { readonly staffId: string; readonly form: string; readonly subject: string }
export type StoredDraft = {
  readonly form: string
  readonly subject: string
  /** JSON of a DraftContent (shared/values/draft-content.ts). */
  readonly content: string
  readonly savedAt: Instant
}

export type NewDraft = DraftPlace & StoredDraft & { readonly typedAt: Instant }

/** A person's own that were kept at or after `since`, newest first. */
export function listDrafts(db: Db, staffId: string, since: Instant): StoredDraft[] {
  return db
    .prepare<[string, Instant], StoredDraft>(
      `SELECT form, subject, content, saved_at AS savedAt FROM drafts
       WHERE staff_id = ? AND saved_at >= ? ORDER BY saved_at DESC, rowid DESC`,
    )
    .all(staffId, since)
}

/** One that was typed later and came first. Only of this minute: a clock may have been set back since. */
const OVERTAKEN = `
  SELECT 1 FROM drafts WHERE staff_id = @staffId AND form = @form AND subject = @subject
    AND typed_at > @typedAt AND @savedAt BETWEEN saved_at AND saved_at + 60000`

/** Keeps what was typed last in a place, and of a person's drafts the newest `most`. */
export function keepDraft(db: Db, draft: NewDraft, most: number): void {
  db.transaction(() => {
    const { staffId, form, subject, content, savedAt, typedAt } = draft
    if (db.prepare(OVERTAKEN).get({ staffId, form, subject, savedAt, typedAt }) !== undefined) return
    db.prepare(
      `INSERT OR REPLACE INTO drafts (staff_id, form, subject, content, saved_at, typed_at)
       VALUES (@staffId, @form, @subject, @content, @savedAt, @typedAt)`,
    ).run({ staffId, form, subject, content, savedAt, typedAt })
    db.prepare(
      `DELETE FROM drafts WHERE rowid IN (
         SELECT rowid FROM drafts WHERE staff_id = ? ORDER BY saved_at DESC, rowid DESC LIMIT -1 OFFSET ?)`,
    ).run(staffId, most)
  }).immediate()
}

export function dropDraft(db: Db, place: DraftPlace): void {
  db.prepare('DELETE FROM drafts WHERE staff_id = @staffId AND form = @form AND subject = @subject').run(place)
}

/** Everybody's from before `since`. */
export function dropDraftsBefore(db: Db, since: Instant): void {
  db.prepare('DELETE FROM drafts WHERE saved_at < ?').run(since)
}

/** Whoever leaves takes along what they had not saved. */
export function dropDraftsOf(db: Db, staffId: string): void {
  db.prepare('DELETE FROM drafts WHERE staff_id = ?').run(staffId)
}
