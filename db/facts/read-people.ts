import { daysBefore } from '../../shared/domain/days-before.ts'
import type { FactSets, Facts, ReportQuery, SetName } from '../../shared/domain/facts.ts'
import type { Db } from '../connection.ts'
import { factParameters, readSettings } from './fact-parameters.ts'
import { countSql, scopeOf } from './fact-set.ts'
import { FACT_SETS } from './fact-sets.ts'
import { REPORT_SETS, type SomeSets } from './read-facts.ts'
import { FUNNEL } from './read-headlines.ts'

type Row = Readonly<Record<string, unknown>>
/** By person. */
type People<T> = (staffId: string) => T

/**
 * Everybody's own facts from those of the store: each set is counted once for all of them, so that thirty people cost as much as
 * the store. The same as readFacts with each one's staffId.
 */
export function readPeopleFacts(db: Db, store: Facts): People<Facts> {
  const { query } = store
  const setsOf = countPeople(
    db,
    query,
    Object.fromEntries(REPORT_SETS.map((name) => [name, FACT_SETS[name].dimensions])),
  )
  const targets = db.prepare<[string, string, string], Facts['targets'][number]>(
    'SELECT month, deals FROM targets WHERE month BETWEEN ? AND ? AND staff_id = ?',
  )
  return (staffId) => ({
    ...store,
    query: { ...query, staffId },
    targets: targets.all(query.from.slice(0, 7), query.to.slice(0, 7), staffId),
    sets: setsOf(staffId),
  })
}

/** The days before, of everybody, as far as K, F and C stand on them: no other figure of a report on these facts is right. */
export function readPeopleExperience(db: Db, store: Facts): People<Facts> {
  const before = daysBefore(store.query)
  const setsOf = countPeople(db, before, FUNNEL)
  return (staffId) => ({ ...store, query: { ...before, staffId }, sets: setsOf(staffId) })
}

function countPeople(db: Db, query: ReportQuery, some: SomeSets): People<FactSets> {
  const bound = factParameters(db, { ...query, staffId: null }, readSettings(db))
  const counted = new Map<SetName, Map<unknown, Row[]>>()
  for (const name of REPORT_SETS) {
    const dimensions = some[name]
    if (dimensions === undefined) continue
    const scope = scopeOf(FACT_SETS[name])
    const sql = countSql(FACT_SETS[name], [...new Set([scope, ...dimensions])])
    counted.set(
      name,
      Map.groupBy(db.prepare<object, Row>(sql).all(bound), (row) => row[scope]),
    )
  }
  return (staffId) =>
    Object.fromEntries(REPORT_SETS.map((name) => [name, counted.get(name)?.get(staffId) ?? []])) as unknown as FactSets
}
