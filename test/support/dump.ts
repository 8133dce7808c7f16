import type { Db } from '../../db/connection.ts'

/**
 * Every row of every table, in an order of its own, to see whether anything changed. How the search index lies on disk is its own
 * affair, and so is which past readings are at hand.
 */
export function dumpStore(db: Db): Readonly<Record<string, readonly unknown[]>> {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'lead_search_%' AND name <> 'past_headlines' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM "${table}"`).raw().all()
  const inOrder = (rows: readonly unknown[]) =>
    rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return Object.fromEntries(tables.map((table) => [table, inOrder(rowsOf(table))]))
}
