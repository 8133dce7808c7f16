import Database, { type Statement } from 'better-sqlite3'
import type { Db } from '../connection.ts'
import type { Changes } from './log-schema.ts'
import { quoted, type TrackedTable, widthOf } from './tracked-tables.ts'

type Step = {
  readonly n: number
  readonly tbl: string
  readonly op: 'insert' | 'update' | 'delete'
  /** One bit for each column, the first one the lowest: it has another value than before. */
  readonly changed: number
}
type Inverse = Readonly<Record<Step['op'], (step: Step) => boolean>>

/**
 * Takes changes back in the reverse of their order, so that the store passes through the very states it came through and every
 * constraint holds at every step. A row is only touched while it is as the change has left it: false as soon as one is not, or
 * something else has come to hang on it; the caller then rolls its transaction back.
 */
export function reverserOf(db: Db, tables: readonly TrackedTable[]): (changes: Changes) => boolean {
  const inverses = new Map<string, Inverse>()
  const inverseOf = (name: string) => {
    const known = inverses.get(name) ?? toInverse(db, tableNamed(tables, name))
    inverses.set(name, known)
    return known
  }
  const bits = Array.from({ length: widthOf(tables) }, (_, n) => `((a${n} IS NOT b${n}) << ${n})`)
  const read = db.prepare<[Changes], Step>(
    `SELECT n, tbl, op, ${bits.join(' + ')} AS changed FROM temp.undo_log
     WHERE n BETWEEN @first AND @last ORDER BY n DESC`,
  )
  return (changes) => {
    try {
      return read.all(changes).every((step) => inverseOf(step.tbl)[step.op](step))
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false
      throw error
    }
  }
}

function tableNamed(tables: readonly TrackedTable[], name: string): TrackedTable {
  const found = tables.find((table) => table.name === name)
  if (found === undefined) throw new Error(`${name} is not tracked`)
  return found
}

function toInverse(db: Db, table: TrackedTable): Inverse {
  const name = `main.${quoted(table.name)}`
  const columns = table.columns.map(quoted)
  // By the number of the row where there is one: so rows are met in the order in which they lie.
  const found = table.hasRowId
    ? ['rowid = (SELECT row_id FROM temp.undo_log WHERE n = @n)']
    : table.key.map((column) => `${quoted(column)} = ${imageOf('a', table.columns.indexOf(column))}`)
  const same = columns.map((column, n) => `t.${column} IS u.a${n}`).join(' AND ')
  const asItWasLeft = `${found.join(' AND ')} AND EXISTS (SELECT 1 FROM temp.undo_log u WHERE u.n = @n AND ${same})`
  const takeOut = db.prepare<[At]>(`DELETE FROM ${name} AS t WHERE ${asItWasLeft}`)
  const putIn = db.prepare<[At]>(insertOf(table))
  const putBack = new Map<number, Statement<[At]>>()
  // Only what has changed: setting a column to what it is would write each of its indexes anew all the same. Not by UPDATE FROM,
  // which lays out a table of its own for every row and takes five times as long.
  const putBackOf = (changed: number) => {
    const sets = columns.flatMap((column, n) => (isSet(changed, n) ? [`${column} = ${imageOf('b', n)}`] : []))
    const known =
      putBack.get(changed) ?? db.prepare<[At]>(`UPDATE ${name} AS t SET ${sets.join(', ')} WHERE ${asItWasLeft}`)
    putBack.set(changed, known)
    return known
  }
  return {
    insert: ({ n }) => takeOut.run({ n }).changes === 1,
    update: ({ n, changed }) => putBackOf(changed).run({ n }).changes === 1,
    delete: ({ n }) => putIn.run({ n }).changes === 1,
  }
}

type At = { readonly n: number }

function imageOf(side: 'a' | 'b', n: number): string {
  return `(SELECT ${side}${n} FROM temp.undo_log WHERE n = @n)`
}

function isSet(bits: number, n: number): boolean {
  return Math.floor(bits / 2 ** n) % 2 === 1
}

/** A row comes back to its place, unless somebody else's has got that since. */
function insertOf({ name, columns, hasRowId }: TrackedTable): string {
  const main = `main.${quoted(name)}`
  const place = `CASE WHEN NOT EXISTS (SELECT 1 FROM ${main} x WHERE x.rowid = u.row_id) THEN u.row_id END`
  const into = [...(hasRowId ? ['rowid'] : []), ...columns.map(quoted)]
  const values = [...(hasRowId ? [place] : []), ...columns.map((_, n) => `u.b${n}`)]
  return `INSERT INTO ${main} (${into.join(', ')}) SELECT ${values.join(', ')} FROM temp.undo_log u WHERE u.n = @n`
}
