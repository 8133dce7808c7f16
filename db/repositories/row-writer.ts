import type { Db } from '../connection.ts'

type Value = string | number | null

/** Rows of a table on their way into it. `end` must be called after the last. */
export type RowWriter = { readonly add: (row: readonly Value[]) => void; readonly end: () => void }

/** So many rows go in with one statement: of what SQLite does once for each statement, an import of 200,000 rows spares most. */
const ROWS_AT_ONCE = 50

/** Writes many rows of one table, in their order. A row that may not be written throws at the latest when `end` is called. */
export function rowWriter(db: Db, table: string, columns: readonly string[]): RowWriter {
  const row = `(${columns.map(() => '?').join(', ')})`
  const insertOf = (rows: number) =>
    db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
    )
  const full = insertOf(ROWS_AT_ONCE)
  const waiting: Value[] = []
  return {
    add: (values) => {
      for (const value of values) waiting.push(value)
      if (waiting.length < ROWS_AT_ONCE * columns.length) return
      full.run(waiting)
      waiting.length = 0
    },
    end: () => {
      if (waiting.length > 0) insertOf(waiting.length / columns.length).run(waiting)
      waiting.length = 0
    },
  }
}
