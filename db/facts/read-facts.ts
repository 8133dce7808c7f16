import {
  type CountedSetName,
  endOf,
  type FactSets,
  type Facts,
  type ReportQuery,
  type SetName,
} from '../../shared/domain/facts.ts'
import { monthOf } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { type FactParameters, factParameters, readSettings } from './fact-parameters.ts'
import { countSql } from './fact-set.ts'
import { FACT_SETS } from './fact-sets.ts'

/** A report counts no passages: its opening, moves and closing say as much, set by set. */
export const REPORT_SETS = (Object.keys(FACT_SETS) as CountedSetName[]).filter(
  (name): name is SetName => name !== 'passages',
)

/** The small tables a report reads beside the sets. */
export const PLAIN_FACTS = {
  staff: 'SELECT id, name, role, active, daily_capacity AS dailyCapacity FROM staff ORDER BY id',
  channels: 'SELECT id, "group", name FROM channels ORDER BY id',
  costs: `
    SELECT channel_id AS channelId, month, cost_fen AS costFen FROM channel_costs
    WHERE month BETWEEN :firstMonth AND :lastMonth`,
  targets: `
    SELECT month, deals FROM targets
    WHERE month BETWEEN :firstMonth AND :lastMonth AND staff_id = coalesce(:staff, '')`,
  market: 'SELECT month, potential FROM market WHERE month BETWEEN :firstMonth AND :lastMonth',
  doorCounts: 'SELECT date, count FROM door_counts WHERE date BETWEEN :from AND :end ORDER BY date',
  // From one day with a visit to the next: a look-up a day, however many came.
  visitDays: `
    WITH RECURSIVE days(day) AS (
      SELECT min(arrived_on) FROM visits WHERE arrived_on BETWEEN :from AND :end
      UNION ALL
      SELECT (SELECT min(arrived_on) FROM visits WHERE arrived_on > day AND arrived_on <= :end) FROM days
        WHERE day IS NOT NULL)
    SELECT day FROM days
    WHERE day IS NOT NULL AND EXISTS (SELECT 1 FROM visits v WHERE v.arrived_on = day AND v.voided_at IS NULL)
    ORDER BY day`,
} as const

/**
 * Everything the report of a period is computed from, counted by SQL and never divided there. Reads one moment of the store:
 * all statements run in one transaction.
 */
export function readFacts(db: Db, query: ReportQuery): Facts {
  return readCounted(db, query, (name) => FACT_SETS[name].dimensions)
}

/** Of some sets some dimensions. */
export type SomeSets = { readonly [S in SetName]?: readonly Exclude<keyof FactSets[S][number] & string, 'count'>[] }

/**
 * The same, of other sets nothing and of these only the dimensions named: a third of the work, for who knows which figures stand
 * on them (test/db/read-headlines compares). All other figures of a report that is built on it are wrong.
 */
export function readSomeFacts(db: Db, query: ReportQuery, some: SomeSets): Facts {
  return readCounted(db, query, (name) => some[name] ?? [])
}

function readCounted(db: Db, query: ReportQuery, dimensionsOf: (name: SetName) => readonly string[]): Facts {
  return db.transaction(() => ({
    ...readPlainFacts(db, query),
    sets: readSets(db, factParameters(db, query, readSettings(db)), dimensionsOf),
  }))()
}

/** What a report reads beside the sets: settings, and tables of a row a day or a month. */
export function readPlainFacts(db: Db, query: ReportQuery): Omit<Facts, 'sets'> {
  const store = readSettings(db)
  const bound: FactParameters = {
    ...factParameters(db, query, store),
    firstMonth: monthOf(query.from),
    lastMonth: monthOf(query.to),
  }
  const rows = <T>(sql: string): readonly T[] => db.prepare(sql).all(bound) as T[]
  return {
    query,
    end: endOf(query),
    store,
    staff: rows<Facts['staff'][number]>(PLAIN_FACTS.staff),
    channels: rows<Facts['channels'][number]>(PLAIN_FACTS.channels),
    costs: rows<Facts['costs'][number]>(PLAIN_FACTS.costs),
    targets: rows<Facts['targets'][number]>(PLAIN_FACTS.targets),
    market: rows<Facts['market'][number]>(PLAIN_FACTS.market),
    doorCounts: rows<Facts['doorCounts'][number]>(PLAIN_FACTS.doorCounts),
    visitDays: db.prepare(PLAIN_FACTS.visitDays).pluck().all(bound) as Facts['visitDays'][number][],
  }
}

function readSets(db: Db, bound: FactParameters, dimensionsOf: (name: SetName) => readonly string[]): FactSets {
  return Object.fromEntries(
    REPORT_SETS.map((name) => {
      const dimensions = dimensionsOf(name)
      return [name, dimensions.length === 0 ? [] : db.prepare(countSql(FACT_SETS[name], dimensions)).all(bound)]
    }),
  ) as unknown as FactSets
}
