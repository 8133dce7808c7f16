import type { CountedSetName, ReportQuery } from '../../../shared/domain/facts.ts'
import { endOf } from '../../../shared/domain/facts.ts'
import type { Db } from '../../connection.ts'
import type { FactParameters } from '../fact-parameters.ts'
import { type FactSet, type Unit, unitRows } from '../fact-set.ts'
import { FACT_SETS } from '../fact-sets.ts'
import { type Cell, createTally, type GroupRow, type Numbers, type Tally } from './tally.ts'
import type { UnitOfSet } from './touched-units.ts'

/** The counts of one query, kept up by counting anew the units that were touched. */
export type LiveCounts = {
  /** Groups of a set by these dimensions, as countSql gives them; the array is the same until they change. Read when first asked for. */
  readonly rowsOf: (name: CountedSetName, dimensions: readonly string[]) => readonly GroupRow[]
  readonly touch: (units: readonly UnitOfSet[]) => void
  /** How many units are held: what this takes of memory. */
  readonly size: () => number
}

type Counted = {
  readonly name: CountedSetName
  readonly dimensions: readonly string[]
  readonly tally: Tally
  readonly stale: Set<string>
}

export function createLiveCounts(db: Db, query: ReportQuery, bound: FactParameters): LiveCounts {
  const counted = new Map<string, Counted>()
  const period = { from: query.from, end: endOf(query), staffId: query.staffId }
  const begin = (name: CountedSetName, dimensions: readonly string[]): Counted => {
    const tally = readAll(db, FACT_SETS[name], dimensions, bound)
    return { name, dimensions, tally, stale: new Set() }
  }
  return {
    rowsOf: (name, dimensions) => {
      const key = [name, ...dimensions].join()
      const known = counted.get(key) ?? begin(name, dimensions)
      counted.set(key, known)
      for (const unit of known.stale) known.tally.put(unit, readUnit(db, known, bound, unit))
      known.stale.clear()
      return known.tally.rows()
    },
    touch: (units) => {
      for (const one of counted.values())
        for (const { name, unit } of units)
          if (name === one.name && canCount(FACT_SETS[name].unit, unit, period)) one.stale.add(unit)
    },
    size: () => [...counted.values()].reduce((sum, { tally }) => sum + tally.size(), 0),
  }
}

const leadNumbers = new WeakMap<Db, Numbers>()

function leadNumbersOf(db: Db): Numbers {
  const known = leadNumbers.get(db) ?? new Map<string, number>()
  leadNumbers.set(db, known)
  return known
}

const KEYS = { lead: 'leadId', day: 'date', staffDay: `staffId || '|' || date` } as const
const DAY_LENGTH = 'YYYY-MM-DD'.length

/** Whether a unit may have records in a period and scope. */
function canCount(
  { by }: Unit,
  unit: string,
  { from, end, staffId }: { readonly from: string; readonly end: string; readonly staffId: string | null },
): boolean {
  if (by === 'lead') return true
  const isMine = by === 'day' || staffId === null || staffOf(unit) === staffId
  return isMine && dayOf(unit) >= from && dayOf(unit) <= end
}

function dayOf(unit: string): string {
  return unit.slice(-DAY_LENGTH)
}

function staffOf(unit: string): string {
  return unit.slice(0, -DAY_LENGTH - 1)
}

function readAll(db: Db, set: FactSet, dimensions: readonly string[], bound: FactParameters): Tally {
  const tally = createTally(dimensions, set.sums ?? [], set.unit.by === 'lead' ? leadNumbersOf(db) : new Map())
  const statement = db.prepare<object, Cell[]>(allSql(set, dimensions)).raw()
  if (set.unit.by === 'lead') {
    for (const row of statement.iterate(bound)) tally.add(row)
    return tally
  }
  let unit: string | undefined
  let rows: Cell[][] = []
  for (const [key, ...row] of statement.iterate(bound)) {
    if (key !== unit) {
      if (unit !== undefined) tally.put(unit, rows)
      unit = String(key)
      rows = []
    }
    rows.push(row)
  }
  if (unit !== undefined) tally.put(unit, rows)
  return tally
}

function readUnit(
  db: Db,
  { name, dimensions }: Counted,
  bound: FactParameters,
  unit: string,
): readonly (readonly Cell[])[] {
  const set = FACT_SETS[name]
  const statement = db.prepare<object, Cell[]>(unitSql(set, dimensions)).raw()
  if (set.unit.by === 'lead') return statement.all({ ...bound, unitLead: unit })
  const day = dayOf(unit)
  return statement.all({ ...bound, from: day, end: day, unitDay: day, unitStaff: staffOf(unit) })
}

/** Every record of a set with its lead, or the counts of each other unit. */
export function allSql(set: FactSet, dimensions: readonly string[]): string {
  const key = KEYS[set.unit.by]
  if (set.unit.by === 'lead') return `SELECT ${[key, ...dimensions].join(', ')} FROM (${set.rows})`
  const groups = [key, ...dimensions].join(', ')
  return `SELECT ${groups}, ${aggregatesOf(set)} FROM (${set.rows}) GROUP BY ${groups}`
}

/** The counts of one unit. */
export function unitSql(set: FactSet, dimensions: readonly string[]): string {
  const groups = dimensions.join(', ')
  return `SELECT ${groups}, ${aggregatesOf(set)} FROM (${unitRows(set)}) GROUP BY ${groups}`
}

function aggregatesOf(set: FactSet): string {
  return ['count(*)', ...(set.sums ?? []).map((column) => `sum(${column})`)].join(', ')
}
