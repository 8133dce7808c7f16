import { BREAKDOWNS, type BreakdownCell, type BreakdownKey, whereOf } from '../../shared/domain/breakdowns.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import type { Db } from '../connection.ts'
import { factParameters, readSettings } from './fact-parameters.ts'
import type { FactSet } from './fact-set.ts'
import { FACT_SETS } from './fact-sets.ts'
import { filterOf } from './records.ts'

type Row = readonly (string | number | null)[]

/** The cells of a breakdown, in the order of their values; a combination nobody fell into is absent. */
export function readBreakdown(db: Db, query: ReportQuery, key: BreakdownKey): BreakdownCell[] {
  const { set, storeOnly } = BREAKDOWNS[key]
  if (storeOnly && query.staffId !== null) return []
  const bound = factParameters(db, query, readSettings(db))
  const filter = filterOf(FACT_SETS[set], whereOf(key, undefined))
  const statement = db.prepare(breakdownSql(key)).raw()
  return (statement.all({ ...bound, ...filter.bound }) as Row[]).map((row) => {
    const by = row.slice(0, -1).map((value) => String(value ?? ''))
    return { param: by.join('>'), by, count: Number(row.at(-1)) }
  })
}

/** The statement of a breakdown, also for the test that none scans a table. */
export function breakdownSql(key: BreakdownKey): string {
  const { set, by } = BREAKDOWNS[key]
  const source: FactSet = FACT_SETS[set]
  const columns = by.join(', ')
  const { sql } = filterOf(source, whereOf(key, undefined))
  return `SELECT ${columns}, count(*) FROM (${source.rows}) ${sql} GROUP BY ${columns} ORDER BY ${columns}`
}
