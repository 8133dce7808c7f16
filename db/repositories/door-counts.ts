import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

/** Parties counted at the door in `[from, to]`, by date; a day nobody counted is not in it. */
export function readDoorCounts(db: Db, from: BusinessDate, to: BusinessDate): Map<string, number> {
  return byDate(db, 'SELECT date, count FROM door_counts WHERE date BETWEEN ? AND ?', from, to)
}

/** Null takes the day's count back. */
export function saveDoorCount(db: Db, date: BusinessDate, count: number | null): void {
  if (count === null) {
    db.prepare('DELETE FROM door_counts WHERE date = ?').run(date)
    return
  }
  db.prepare(
    'INSERT INTO door_counts (date, count) VALUES (?, ?) ON CONFLICT (date) DO UPDATE SET count = excluded.count',
  ).run(date, count)
}

/** Showroom visits of any purpose that arrived in `[from, to]`, by date: what a door count is held against. */
export function countLoggedArrivals(db: Db, from: BusinessDate, to: BusinessDate): Map<string, number> {
  const sql = `SELECT arrived_on AS date, count(*) AS count FROM visits
               WHERE arrived_on BETWEEN ? AND ? AND kind = 'showroom' AND voided_at IS NULL GROUP BY arrived_on`
  return byDate(db, sql, from, to)
}

function byDate(db: Db, sql: string, from: BusinessDate, to: BusinessDate): Map<string, number> {
  const rows = db.prepare<[string, string], { date: string; count: number }>(sql).all(from, to)
  return new Map(rows.map((row) => [row.date, row.count]))
}
