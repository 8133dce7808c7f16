import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { migrations } from '../../db/migrations/index.ts'
import { goldenDifferences, goldenReports } from '../support/golden-report.ts'
import { KEPT_SCHEMAS, layDownSchema } from '../support/schema-fixtures.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'
import { faultsOf } from '../support/store-state.ts'

const GOLDEN = join(import.meta.dirname, '../golden/nasty')
const folder = temporaryFolder('schemas')

/** What a step may change in rows that are there: made anew from the records, and compared by `faultsOf`. */
const DERIVED = /^(?:sqlite_|lead_search|lead_list$|lead_words$|stale_leads$|lead_history$|past_headlines$)/

type ColumnRow = { readonly name: string; readonly hidden: number }
type Columns = ReadonlyMap<string, readonly string[]>

function columnsOf(db: Db): Columns {
  const tables = db.pragma('main.table_list') as readonly { readonly name: string; readonly type: string }[]
  const kept = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'))
  return new Map(
    kept.map(({ name }) => [
      name,
      (db.pragma(`table_xinfo("${name}")`) as readonly ColumnRow[]).map((column) => column.name),
    ]),
  )
}

/** Every value of every record, by the columns there were at a version. */
function recordsOf(db: Db, columns: Columns): ReadonlyMap<string, readonly unknown[]> {
  const tables = [...columns].filter(([name]) => !DERIVED.test(name))
  return new Map(
    tables.map(([name, names]) => {
      const list = names.map((column) => `"${column}"`).join(', ')
      const rows = db
        .prepare(`SELECT ${list} FROM "${name}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
      return [name, rows.toSorted()]
    }),
  )
}

const openOld = (version: number) => new Database(layDownSchema(version, join(folder, `${version}.db`)))

describe('R5 a store of every schema there ever was comes to the present one whole', () => {
  it('a store of every version is kept', () => {
    // A new step: `node test/support/make-schema-fixtures.ts` when it is released.
    expect(KEPT_SCHEMAS).toEqual(migrations.map(({ version }) => version))
  })

  it.each(KEPT_SCHEMAS)('version %i: every record as it was, every reference, every figure', (version) => {
    const old = openOld(version)
    expect(old.pragma('user_version', { simple: true })).toBe(version)
    const columns = columnsOf(old)
    const before = recordsOf(old, columns)
    old.close()
    // There is something of everything, or nothing would be compared.
    const empty = [...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)
    expect(empty).toEqual([])

    const db = openStore(join(folder, `${version}.db`))
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
    const after = recordsOf(db, columns)
    for (const [table, rows] of before) expect(after.get(table), table).toEqual(rows)
    expect(faultsOf(db)).toEqual([])
    for (const report of goldenReports(GOLDEN)) expect(goldenDifferences(db, GOLDEN, report)).toEqual([])
    db.close()
  })

  it('no step takes a table or a column away, and none comes back with another meaning', () => {
    const known = KEPT_SCHEMAS.map((version) => {
      const db = openOld(version)
      const columns = [...columnsOf(db)].flatMap(([table, names]) => names.map((name) => `${table}.${name}`))
      db.close()
      return columns
    })
    const present = openStore(':memory:')
    const all = [...known, [...columnsOf(present)].flatMap(([table, names]) => names.map((name) => `${table}.${name}`))]
    for (const [n, columns] of all.entries()) {
      const gone = (all[n - 1] ?? []).filter((name) => !columns.includes(name))
      expect(gone, `after ${KEPT_SCHEMAS[n - 1]}`).toEqual([])
    }
  })
})
