import { randomUUID } from 'node:crypto'
import type { Db } from '../../db/connection.ts'

/** What the desk's screens show, asked straight from the file: prepared once, rows as arrays, the same indexes. */

const OPEN = `('ungraded','A','B','C','D')`

/** Every open lead of a person with what Today says of it. */
export function rawToday(db: Db, staffId: string, today: string): () => unknown {
  const leads = db
    .prepare(
      `SELECT l.id, c.name, c.phone, c.wechat, l.model, h.grade, nullif(r.due_on, '9999-12-31'),
         (SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id),
         (SELECT f.note FROM follow_ups f WHERE f.lead_id = l.id AND f.done_on IS NOT NULL ORDER BY f.done_on DESC LIMIT 1),
         l.created_on
       FROM lead_history h CROSS JOIN lead_list r ON r.lead_id = h.lead_id
         CROSS JOIN leads l ON l.id = h.lead_id CROSS JOIN customers c ON c.id = l.customer_id
       WHERE h.owner_id = ? AND h.until_on = '9999-12-31' AND h.to_bucket IN ${OPEN} ORDER BY r.due_on`,
    )
    .raw()
  const done = db.prepare('SELECT count(*), sum(due_on <= ?) FROM follow_ups WHERE done_on = ? AND staff_id = ?').raw()
  return () => [leads.all(staffId), done.get(today, today, staffId)]
}

const ROW = `r.lead_id, c.name, c.phone, c.wechat, r.model, r.bucket, r.owner_id, r.due_on, r.touched_on, r.created_on`

/** The first fifty by due date that match an expression of the search index, and how many do. */
export function rawSearch(db: Db, match: string): () => unknown {
  const count = db.prepare('SELECT count(*) FROM lead_search WHERE lead_search MATCH ?').pluck()
  const rows = db
    .prepare(
      `SELECT ${ROW} FROM lead_list r CROSS JOIN leads l ON l.id = r.lead_id CROSS JOIN customers c ON c.id = l.customer_id
       WHERE r.n IN (SELECT k.n FROM lead_list k
         WHERE k.n IN (SELECT rowid FROM lead_search WHERE lead_search MATCH ?) ORDER BY k.due_on, k.n LIMIT 50)
       ORDER BY r.due_on, r.n`,
    )
    .raw()
  return () => [count.get(match), rows.all(match)]
}

/** Fifty open leads by due date from a place in the list, and how many there are. */
export function rawList(db: Db, offset: number): () => unknown {
  const count = db.prepare(`SELECT count(*) FROM lead_list WHERE status = 'open'`).pluck()
  const rows = db
    .prepare(
      `SELECT ${ROW} FROM (SELECT n FROM lead_list WHERE status = 'open' ORDER BY due_on, n LIMIT 50 OFFSET ?) w
         CROSS JOIN lead_list r ON r.n = w.n CROSS JOIN leads l ON l.id = r.lead_id
         CROSS JOIN customers c ON c.id = l.customer_id`,
    )
    .raw()
  return () => [count.get(), rows.all(offset)]
}

/** One lead with everything that happened to it. */
export function rawLead(db: Db): (leadId: string) => unknown {
  const parts = [
    `SELECT * FROM leads l JOIN customers c ON c.id = l.customer_id WHERE l.id = ?`,
    'SELECT * FROM visits WHERE lead_id = ? AND voided_at IS NULL',
    'SELECT * FROM follow_ups WHERE lead_id = ?',
    'SELECT * FROM lead_history WHERE lead_id = ?',
    'SELECT * FROM loss_requests WHERE lead_id = ?',
    'SELECT * FROM deals WHERE lead_id = ?',
  ].map((sql) => db.prepare(sql).raw())
  return (leadId) => parts.map((part) => part.all(leadId))
}

export type RawSave = {
  readonly leadId: string
  readonly staffId: string
  readonly at: number
  readonly today: string
  readonly next: string
}

/** One durable commit of the rows that a saved follow-up leaves: the contact, the next plan, list and audit trail. */
export function rawSave(db: Db): (save: RawSave) => void {
  const findPlan = db
    .prepare('SELECT id FROM follow_ups WHERE lead_id = ? AND done_at IS NULL ORDER BY due_on DESC')
    .pluck()
  const made = db.prepare(
    `UPDATE follow_ups SET staff_id = @staffId, done_at = @at, done_on = @today, logged_at = @at, method = 'call',
       outcome = 'reached', note = 'x', note_key = 'x' WHERE id = @id`,
  )
  const plan = db.prepare(
    'INSERT INTO follow_ups (id, lead_id, staff_id, due_on) VALUES (@id, @leadId, @staffId, @next)',
  )
  const list = db.prepare('UPDATE lead_list SET due_on = @next, touched_on = @today WHERE lead_id = @leadId')
  const settled = db.prepare('DELETE FROM stale_leads WHERE lead_id = @leadId')
  const audit = db.prepare(
    `INSERT INTO audit_trail (at, staff_id, kind, operation, subject, previous, hash)
     VALUES (@at, @staffId, 'changed', 'raw', @leadId, zeroblob(32), zeroblob(32))`,
  )
  // A store may have been measured before.
  const run = randomUUID()
  let plans = 0
  const write = db.transaction((save: RawSave, id: unknown) => {
    made.run({ id, staffId: save.staffId, at: save.at, today: save.today })
    plan.run({ id: `${run}-${(plans += 1)}`, leadId: save.leadId, staffId: save.staffId, next: save.next })
    list.run({ leadId: save.leadId, next: save.next, today: save.today })
    settled.run({ leadId: save.leadId })
    audit.run({ at: save.at, staffId: save.staffId, leadId: save.leadId })
  })
  return (save) => write.immediate(save, findPlan.get(save.leadId))
}
