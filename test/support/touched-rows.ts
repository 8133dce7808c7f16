import type { Db } from '../../db/connection.ts'
import { dumpStore } from './dump.ts'

type Value = string | number | null
/** A row that an act has left, or has taken away. */
export type TouchedRow = { readonly table: string; readonly row: readonly Value[]; readonly isGone: boolean }

const text = (row: unknown) => JSON.stringify(row)

/** The rows by which the store differs from an earlier dump, found without asking what notes changes. */
export function changedRows(db: Db, earlier: ReturnType<typeof dumpStore>, except: readonly string[]): TouchedRow[] {
  const later = dumpStore(db)
  return Object.keys(later).flatMap((table) => {
    if (except.includes(table) || table === 'lead_search') return []
    const [was, is] = [earlier[table] ?? [], later[table] ?? []] as [Value[][], Value[][]]
    const [old, known] = [new Set(was.map(text)), new Set(is.map(text))]
    const key = columnsOf(db, table).flatMap(({ pk }, n) => (pk > 0 ? [n] : []))
    const keyOf = (row: readonly Value[]) => text(key.map((n) => row[n]))
    const keys = new Set(is.map(keyOf))
    return [
      ...is.filter((row) => !old.has(text(row))).map((row) => ({ table, row, isGone: false })),
      ...was
        .filter((row) => !known.has(text(row)) && !keys.has(keyOf(row)))
        .map((row) => ({ table, row, isGone: true })),
    ]
  })
}

type Column = { readonly name: string; readonly pk: number; readonly hidden: number; readonly type: string }

function columnsOf(db: Db, table: string): readonly Column[] {
  return db.pragma(`table_xinfo("${table}")`) as Column[]
}

/** Makes a row say something else, or one that was taken away be there again; answers how to put it back. */
export function alterRow(db: Db, { table, row, isGone }: TouchedRow): () => void {
  const columns = columnsOf(db, table).map((column, n) => ({ ...column, value: row[n] ?? null }))
  const key = columns.filter(({ pk }) => pk > 0)
  const where = key.map(({ name }) => `"${name}" = ?`).join(' AND ')
  const keys = key.map(({ value }) => value)
  if (isGone) {
    const own = columns.filter(({ hidden }) => hidden === 0)
    const names = own.map(({ name }) => `"${name}"`).join()
    db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${own.map(() => '?').join()})`).run(
      own.map(({ value }) => value),
    )
    return () => void db.prepare(`DELETE FROM "${table}" WHERE ${where}`).run(keys)
  }
  for (const { name, value } of columns.filter(({ pk, hidden }) => pk === 0 && hidden === 0)) {
    const set = db.prepare(`UPDATE "${table}" SET "${name}" = ? WHERE ${where}`)
    for (const other of [Number(value) + 1, `${value}x`, 'A', 'wang', 'refused']) {
      if (other === value) continue
      try {
        set.run(other, ...keys)
        return () => void set.run(value, ...keys)
      } catch {
        // Not a value this column can have: another, or another column.
      }
    }
  }
  throw new Error(`nothing of ${table} can be altered`)
}
