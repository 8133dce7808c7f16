import { daysBefore } from '../../../shared/domain/days-before.ts'
import type { CountedSetName, ReportQuery } from '../../../shared/domain/facts.ts'
import type { Db } from '../../connection.ts'
import { factParameters, readSettings } from '../fact-parameters.ts'
import { scopeOf } from '../fact-set.ts'
import { FACT_SETS } from '../fact-sets.ts'
import { createLiveCounts, type LiveCounts } from './live-counts.ts'
import { unitsOf } from './touched-units.ts'
import { takeTouches } from './touches.ts'

/** What is kept up for one query: its own counts, and those of the days before it. */
export type Live = { readonly counts: LiveCounts; readonly before: LiveCounts }

/** By query, the one used last at the end. */
const lives = new WeakMap<Db, Map<string, Live>>()
/** Leads, days and people whose counts are held, over all queries: some tens of megabytes. */
const MOST_UNITS = 300_000

/** The counts of a query, told of everything written since the last time. They live with the connection, for the queries asked last. */
export function liveOf(db: Db, query: ReportQuery): Live {
  const known = lives.get(db) ?? new Map<string, Live>()
  lives.set(db, known)
  const touches = takeTouches(db)
  if (touches === 'all') known.clear()
  else if (touches.length > 0 && known.size > 0) {
    const units = unitsOf(db, touches)
    for (const { counts, before } of known.values()) {
      counts.touch(units)
      before.touch(units)
    }
  }
  const key = JSON.stringify([query.from, query.to, query.asOf, query.staffId])
  const live = known.get(key) ?? createLive(db, query)
  known.delete(key)
  known.set(key, live)
  forgetOldest(known)
  return live
}

function createLive(db: Db, query: ReportQuery): Live {
  const store = readSettings(db)
  const before = daysBefore(query)
  return {
    counts: createLiveCounts(db, query, factParameters(db, query, store)),
    before: createLiveCounts(db, before, factParameters(db, before, store)),
  }
}

function forgetOldest(known: Map<string, Live>): void {
  const sizeOf = ({ counts, before }: Live) => counts.size() + before.size()
  let units = [...known.values()].reduce((sum, live) => sum + sizeOf(live), 0)
  for (const [key, live] of known) {
    if (units <= MOST_UNITS || known.size === 1) return
    units -= sizeOf(live)
    known.delete(key)
  }
}

/** For the store also by whose it is, so that everybody's own need not be counted a second time. */
export function withScope(
  { staffId }: ReportQuery,
  name: CountedSetName,
  dimensions: readonly string[],
): readonly string[] {
  return staffId === null ? [...new Set([scopeOf(FACT_SETS[name]), ...dimensions])] : dimensions
}
