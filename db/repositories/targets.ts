import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

/** The row of the store itself (interchange.md: targets.csv, empty staff_id). */
const STORE = ''

/** A month's target of the store; null when none is set. */
export function findStoreTarget(db: Db, month: string): number | null {
  const deals = db
    .prepare<[string, string], number>('SELECT deals FROM targets WHERE month = ? AND staff_id = ?')
    .pluck()
  return deals.get(month, STORE) ?? null
}

/** A month's targets of people, by staff id. */
export function personTargets(db: Db, month: string): Map<string, number> {
  const rows = db
    .prepare<[string, string], { staffId: string; deals: number }>(
      'SELECT staff_id AS staffId, deals FROM targets WHERE month = ? AND staff_id <> ?',
    )
    .all(month, STORE)
  return new Map(rows.map((row) => [row.staffId, row.deals]))
}

/** Sets a month's target of a person, of the store where `staffId` is null; null deals take the row back. */
export function saveTarget(db: Db, month: string, staffId: string | null, deals: number | null): void {
  if (deals === null) {
    db.prepare('DELETE FROM targets WHERE month = ? AND staff_id = ?').run(month, staffId ?? STORE)
    return
  }
  db.prepare(
    `INSERT INTO targets (month, staff_id, deals) VALUES (?, ?, ?)
     ON CONFLICT (month, staff_id) DO UPDATE SET deals = excluded.deals`,
  ).run(month, staffId ?? STORE, deals)
}

/** How many new cars the local market buys in a month; null where nobody has said. */
export function findPotential(db: Db, month: string): number | null {
  const potential = db.prepare<[string], number>('SELECT potential FROM market WHERE month = ?').pluck()
  return potential.get(month) ?? null
}

export function savePotential(db: Db, month: string, potential: number | null): void {
  if (potential === null) {
    db.prepare('DELETE FROM market WHERE month = ?').run(month)
    return
  }
  db.prepare(
    `INSERT INTO market (month, potential) VALUES (?, ?)
     ON CONFLICT (month) DO UPDATE SET potential = excluded.potential`,
  ).run(month, potential)
}

/** Deals ordered in `[from, to]` and still standing, by the id of who sold them. */
export function countStandingDeals(db: Db, from: BusinessDate, to: BusinessDate): Map<string, number> {
  const rows = db
    .prepare<[string, string], { staffId: string; deals: number }>(
      `SELECT staff_id AS staffId, count(*) AS deals FROM deals
       WHERE ordered_on BETWEEN ? AND ? AND cancelled_on IS NULL GROUP BY staff_id`,
    )
    .all(from, to)
  return new Map(rows.map((row) => [row.staffId, row.deals]))
}
