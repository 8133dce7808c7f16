import { BREAKDOWNS, type BreakdownCell, type BreakdownKey } from '../../../shared/domain/breakdowns.ts'
import { matchesWhere } from '../../../shared/domain/counting.ts'
import type { ReportQuery } from '../../../shared/domain/facts.ts'
import type { Value } from '../../../shared/domain/figures.ts'
import type { Db } from '../../connection.ts'
import { FACT_SETS } from '../fact-sets.ts'
import { liveOf, withScope } from './live-store.ts'

/** The same as readBreakdown for several of them, of which only what was written since the last time is counted anew. */
export function recallBreakdowns(
  db: Db,
  query: ReportQuery,
  keys: readonly BreakdownKey[],
): Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>> {
  return db.transaction(() => {
    const { counts } = liveOf(db, query)
    const cellsOf = (key: BreakdownKey): readonly BreakdownCell[] => {
      const { set, by, where, storeOnly } = BREAKDOWNS[key]
      if (storeOnly && query.staffId !== null) return []
      const cells = new Map<string, { readonly values: readonly Value[]; count: number }>()
      for (const row of counts.rowsOf(set, dimensionsOf(query, key))) {
        if (!matchesWhere(row, where)) continue
        const values = by.map((dimension) => row[dimension] ?? null)
        const name = JSON.stringify(values)
        const cell = cells.get(name) ?? { values, count: 0 }
        cell.count += Number(row['count'])
        cells.set(name, cell)
      }
      return [...cells.values()].toSorted((a, b) => inOrder(a.values, b.values)).map(toCell)
    }
    return Object.fromEntries(keys.map((key) => [key, cellsOf(key)]))
  })()
}

/** Those of the report where they will do: they are kept up for the board anyway. */
function dimensionsOf(query: ReportQuery, key: BreakdownKey): readonly string[] {
  const { set, by, where } = BREAKDOWNS[key]
  const ofReport = withScope(query, set, FACT_SETS[set].dimensions)
  const needed = [...new Set([...by, ...Object.keys(where)])]
  return needed.every((dimension) => ofReport.includes(dimension)) ? ofReport : needed
}

function toCell({ values, count }: { readonly values: readonly Value[]; readonly count: number }): BreakdownCell {
  const by = values.map((value) => String(value ?? ''))
  return { param: by.join('>'), by, count }
}

/** As SQLite orders them: nothing first, then numbers, then texts by their bytes. */
function inOrder(a: readonly Value[], b: readonly Value[]): number {
  for (const [n, value] of a.entries()) {
    const order = compare(value, b[n] ?? null)
    if (order !== 0) return order
  }
  return 0
}

function compare(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return rank(a) - rank(b)
}

function rank(value: Value): number {
  if (value === null) return 0
  return typeof value === 'number' ? 1 : 2
}
