import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Grade, Stage } from '../../shared/values/grade.ts'
import type { ScriptPurpose } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'

export type StoredScript = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly purpose: ScriptPurpose
  readonly grade: Grade | null
  readonly stage: Stage | null
  readonly active: boolean
}

type Row = Omit<StoredScript, 'active'> & { readonly active: number }

const SELECT = 'SELECT id, title, text, purpose, grade, stage, active FROM scripts'
const toScript = (row: Row): StoredScript => ({ ...row, active: row.active === 1 })

/** In the order they were added; the screens group them by purpose. */
export function listScripts(db: Db): StoredScript[] {
  return db.prepare<[], Row>(`${SELECT} ORDER BY sort, id`).all().map(toScript)
}

export function findScript(db: Db, id: string): StoredScript | null {
  const row = db.prepare<[string], Row>(`${SELECT} WHERE id = ?`).get(id)
  return row === undefined ? null : toScript(row)
}

/** A new one goes last. */
export function saveScript(db: Db, script: StoredScript): void {
  db.prepare(
    `INSERT INTO scripts (id, title, text, purpose, grade, stage, active, sort)
     VALUES (@id, @title, @text, @purpose, @grade, @stage, @active, (SELECT coalesce(max(sort), 0) + 1 FROM scripts))
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text, purpose = excluded.purpose,
       grade = excluded.grade, stage = excluded.stage, active = excluded.active`,
  ).run({ ...script, active: script.active ? 1 : 0 })
}

/** Which script somebody said, noted on the contact in which it was said. */
export function noteScriptUse(db: Db, followUpId: string, scriptId: string): void {
  db.prepare('UPDATE follow_ups SET script_id = ? WHERE id = ?').run(scriptId, followUpId)
}

export type ScriptUse = {
  readonly scriptId: string
  readonly used: number
  readonly reached: number
  readonly tried: number
  readonly visited: number
}

/**
 * What came of each script since a day. `tried` are the uses whose days for a visit are over at `now`, `visited` those of them after
 * which the customer came to the showroom in that time. A refusal is somebody at the other end.
 */
export const SCRIPT_USES = `
  SELECT s.id AS scriptId, count(*) AS used, sum(f.outcome IS NOT NULL AND f.outcome <> 'not_reached') AS reached,
    sum(f.done_at <= @now - @withinMs) AS tried,
    sum(f.done_at <= @now - @withinMs AND EXISTS (
      SELECT 1 FROM visits v WHERE v.lead_id = f.lead_id AND v.arrived_on >= f.done_on AND v.kind = 'showroom'
        AND v.voided_at IS NULL AND v.arrived_at > f.done_at AND v.arrived_at <= f.done_at + @withinMs)) AS visited
  FROM scripts s CROSS JOIN follow_ups f ON f.script_id = s.id AND f.done_on >= @since
  GROUP BY s.id`

export function countScriptUses(
  db: Db,
  query: { readonly since: BusinessDate; readonly now: Instant; readonly withinMs: number },
): ScriptUse[] {
  return db.prepare<[object], ScriptUse>(SCRIPT_USES).all(query)
}
