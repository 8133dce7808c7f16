import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type StoredView = {
  readonly viewId: string
  readonly staffId: string
  readonly byName: string
  readonly name: string
  readonly shared: boolean
  /** JSON of a LeadLook (shared/contract/lead-list.ts). */
  readonly look: string
}

type Row = Omit<StoredView, 'shared'> & { readonly shared: number }

const SELECT = `SELECT v.id AS viewId, v.staff_id AS staffId, s.name AS byName, v.name, v.shared, v.view AS look
  FROM lead_views v JOIN staff s ON s.id = v.staff_id`

const toView = (row: Row): StoredView => ({ ...row, shared: row.shared === 1 })

/** A person's own, oldest first, then what others share. */
export function listViews(db: Db, staffId: string): StoredView[] {
  return db
    .prepare<[object], Row>(
      `${SELECT} WHERE v.staff_id = @staffId OR v.shared = 1 ORDER BY v.staff_id <> @staffId, v.saved_at, v.rowid`,
    )
    .all({ staffId })
    .map(toView)
}

export function findView(db: Db, id: string): StoredView | null {
  const row = db.prepare<[string], Row>(`${SELECT} WHERE v.id = ?`).get(id)
  return row === undefined ? null : toView(row)
}

export function findViewByName(db: Db, staffId: string, name: string): StoredView | null {
  const row = db.prepare<[string, string], Row>(`${SELECT} WHERE v.staff_id = ? AND v.name = ?`).get(staffId, name)
  return row === undefined ? null : toView(row)
}

export function saveView(db: Db, view: Omit<StoredView, 'byName'>, savedAt: Instant): void {
  db.prepare(
    `INSERT INTO lead_views (id, staff_id, name, shared, view, saved_at)
     VALUES (@viewId, @staffId, @name, @shared, @look, @savedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, shared = excluded.shared, view = excluded.view`,
  ).run({ ...view, shared: view.shared ? 1 : 0, savedAt })
}

export function deleteView(db: Db, id: string): void {
  db.prepare('DELETE FROM lead_views WHERE id = ?').run(id)
}
