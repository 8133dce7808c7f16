import { daysBefore } from '../../../shared/domain/days-before.ts'
import type { FactSets, Facts, ReportQuery, SetName } from '../../../shared/domain/facts.ts'
import type { Db } from '../../connection.ts'
import { scopeOf } from '../fact-set.ts'
import { FACT_SETS } from '../fact-sets.ts'
import { REPORT_SETS, readPlainFacts, type SomeSets } from '../read-facts.ts'
import { EXPERIENCE } from '../read-headlines.ts'
import type { LiveCounts } from './live-counts.ts'
import { liveOf, withScope } from './live-store.ts'
import type { GroupRow } from './tally.ts'

/** A scope's facts and those of the days before; for the store everybody's own besides, of the same counts. */
export type RecalledFacts = {
  readonly facts: Facts
  /** As readExperience: K, F, C and the deals; no other figure of a report on these facts is right. */
  readonly before: Facts
  readonly factsOf: (staffId: string) => Facts
  readonly beforeOf: (staffId: string) => Facts
}

const WHOLE: SomeSets = Object.fromEntries(REPORT_SETS.map((name) => [name, FACT_SETS[name].dimensions]))

/**
 * The same as readFacts and readExperience, of which only what was written since the last time is counted anew: a board that is
 * looked at again costs what has happened meanwhile.
 */
export function recallFacts(db: Db, query: ReportQuery): RecalledFacts {
  return db.transaction(() => {
    const live = liveOf(db, query)
    const own = factsFrom(db, query, live.counts, WHOLE)
    const earlier = factsFrom(db, daysBefore(query), live.before, EXPERIENCE)
    return { facts: own.facts, before: earlier.facts, factsOf: own.factsOf, beforeOf: earlier.factsOf }
  })()
}

function factsFrom(
  db: Db,
  query: ReportQuery,
  counts: LiveCounts,
  some: SomeSets,
): { readonly facts: Facts; readonly factsOf: (staffId: string) => Facts } {
  const rows = new Map<SetName, readonly GroupRow[]>(
    REPORT_SETS.map((name) => {
      const dimensions = some[name]
      return [name, dimensions === undefined ? [] : counts.rowsOf(name, withScope(query, name, dimensions))]
    }),
  )
  const facts = { ...readPlainFacts(db, query), sets: setsOf((name) => rows.get(name) ?? []) }
  const people = new Map<SetName, Map<unknown, GroupRow[]>>()
  const rowsOfPerson = (name: SetName, staffId: string): readonly GroupRow[] => {
    const grouped = people.get(name) ?? Map.groupBy(rows.get(name) ?? [], (row) => row[scopeOf(FACT_SETS[name])])
    people.set(name, grouped)
    return grouped.get(staffId) ?? []
  }
  const targets = db.prepare<[string, string, string], Facts['targets'][number]>(
    'SELECT month, deals FROM targets WHERE month BETWEEN ? AND ? AND staff_id = ?',
  )
  return {
    facts,
    factsOf: (staffId) => ({
      ...facts,
      query: { ...query, staffId },
      targets: targets.all(query.from.slice(0, 7), query.to.slice(0, 7), staffId),
      sets: setsOf((name) => rowsOfPerson(name, staffId)),
    }),
  }
}

function setsOf(rowsOf: (name: SetName) => readonly GroupRow[]): FactSets {
  return Object.fromEntries(REPORT_SETS.map((name) => [name, rowsOf(name)])) as unknown as FactSets
}
