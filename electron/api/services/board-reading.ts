import type { Db } from '../../../db/connection.ts'
import { type RecalledFacts, recallFacts } from '../../../db/facts/live/recall-facts.ts'
import { momentOf } from '../../../db/moment.ts'
import { readThresholds } from '../../../db/repositories/thresholds.ts'
import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import type { Facts, ReportQuery, StaffFact } from '../../../shared/domain/facts.ts'
import { headlines, neededVisitors, type Thresholds } from '../../../shared/domain/lights.ts'
import { buildReport, type Report } from '../../../shared/domain/report.ts'

export type Headlines = Readonly<Record<ControlPointKey, number | null>>

/** A scope read once: its facts, its report, and the report of the 90 days before on which needs stand. */
export type BoardReading = RecalledFacts & {
  readonly report: Report
  readonly beforeReport: Report
  readonly need: number | null
  readonly headlines: Headlines
  /** The store's own, of today: a light judges a past period by what is held right now. */
  readonly thresholds: Thresholds
}

/** The last reports of a store, good until something is written: a walk from the board through its pages builds them once. */
const readings = new WeakMap<Db, { readonly moment: string; readonly byQuery: Map<string, BoardReading> }>()
const MOST_READINGS = 20

/** The same as readBoard, from memory where nothing was written since. */
export function recallBoard(db: Db, query: ReportQuery): BoardReading {
  const moment = momentOf(db)
  const last = readings.get(db)
  const kept = last?.moment === moment ? last : { moment, byQuery: new Map<string, BoardReading>() }
  readings.set(db, kept)
  const key = JSON.stringify([query.from, query.to, query.asOf, query.staffId])
  const reading = kept.byQuery.get(key) ?? readBoard(db, query)
  if (kept.byQuery.size >= MOST_READINGS) kept.byQuery.clear()
  kept.byQuery.set(key, reading)
  return reading
}

export function readBoard(db: Db, query: ReportQuery): BoardReading {
  const recalled = recallFacts(db, query)
  const report = buildReport(recalled.facts)
  const beforeReport = buildReport(recalled.before)
  const need = neededVisitors(report, beforeReport)
  const thresholds = readThresholds(db)
  return { ...recalled, report, beforeReport, need, headlines: headlines(report, need), thresholds }
}

export type PersonReading = { readonly person: StaffFact; readonly report: Report; readonly headline: number | null }

/** Everybody's report and headline; the days before are read only for the headline that stands on them. */
export function readPeople(reading: BoardReading, key: ControlPointKey): readonly PersonReading[] {
  const { facts, report, need, factsOf, beforeOf } = reading
  const people = peopleOf(facts)
  if (facts.query.staffId !== null)
    return people.map((person) => ({ person, report, headline: headlines(report, need)[key] }))
  const needsExperience = key === 'leadSources'
  return people.map((person) => {
    const own = buildReport(factsOf(person.id))
    const ownNeed = needsExperience ? neededVisitors(own, buildReport(beforeOf(person.id))) : null
    return { person, report: own, headline: headlines(own, ownNeed)[key] }
  })
}

/** Who sells, and whoever else the period's records name: a manager who received a visitor, somebody who has left. */
function peopleOf({ query, staff, sets }: Facts): readonly StaffFact[] {
  if (query.staffId !== null) return staff.filter(({ id }) => id === query.staffId)
  const named = new Set([
    ...sets.visits.map(({ receivedBy }) => receivedBy),
    ...sets.cohort.map(({ ownerId }) => ownerId),
    ...sets.open.map(({ ownerId }) => ownerId),
    ...[...sets.done, ...sets.due, ...sets.deals].map(({ staffId }) => staffId),
  ])
  return staff.filter(({ id, role, active }) => named.has(id) || (role === 'salesperson' && active === 1))
}
