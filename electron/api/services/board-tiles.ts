import type { Db } from '../../../db/connection.ts'
import { readFacts, readSomeFacts } from '../../../db/facts/read-facts.ts'
import { readHeadlines } from '../../../db/facts/read-headlines.ts'
import type { Tile } from '../../../shared/contract/board.ts'
import { adviseOn } from '../../../shared/domain/advice/advice.ts'
import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import { daysBefore } from '../../../shared/domain/days-before.ts'
import type { Facts, ReportQuery, SetName } from '../../../shared/domain/facts.ts'
import { DEFAULT_THRESHOLDS, headlines, type LightKey, lightOf, neededVisitors } from '../../../shared/domain/lights.ts'
import { buildReport, type Report } from '../../../shared/domain/report.ts'
import { trendPeriods } from '../../../shared/domain/trend-periods.ts'

type Headlines = Readonly<Record<ControlPointKey, number | null>>

/** What the days before are asked: K, F and C for the need, the deals for the forecast. */
const EXPERIENCE_SETS: readonly SetName[] = ['visits', 'cohort', 'deals']

/** A scope read once: its facts, its report, and the report of the 90 days before on which needs stand. */
export type BoardReading = {
  readonly facts: Facts
  readonly report: Report
  readonly before: Facts
  readonly beforeReport: Report
  readonly need: number | null
  readonly headlines: Headlines
}

function readExperience(db: Db, query: ReportQuery): Facts {
  return readSomeFacts(db, daysBefore(query), EXPERIENCE_SETS)
}

export function readBoard(db: Db, query: ReportQuery): BoardReading {
  const facts = readFacts(db, query)
  const before = readExperience(db, query)
  const report = buildReport(facts)
  const beforeReport = buildReport(before)
  const need = neededVisitors(report, beforeReport)
  return { facts, report, before, beforeReport, need, headlines: headlines(report, need) }
}

/** One person's report and headline; the days before are read only for the headline that stands on them. */
export function readPerson(
  db: Db,
  query: ReportQuery,
  key: ControlPointKey,
): { readonly report: Report; readonly headline: number | null } {
  const report = buildReport(readFacts(db, query))
  const need = key === 'leadSources' ? neededVisitors(report, buildReport(readExperience(db, query))) : null
  return { report, headline: headlines(report, need)[key] }
}

export type TrendPoint = {
  readonly from: ReportQuery['from']
  readonly to: ReportQuery['to']
  readonly asOf: ReportQuery['asOf']
  readonly headlines: Headlines
}

/** The headlines of the periods before, each as of its own last day, and of this one as it was read. */
export function readTrend(db: Db, query: ReportQuery, reading: BoardReading): readonly TrendPoint[] {
  const past = trendPeriods(query)
    .slice(0, -1)
    .map((period) => ({ ...period, asOf: period.to }))
    .map((then) => ({ ...then, headlines: readHeadlines(db, { ...query, ...then }).headlines }))
  const { from, to, asOf } = query
  return [...past, { from, to, asOf, headlines: reading.headlines }]
}

export function tileOf(key: ControlPointKey, reading: BoardReading, trend: readonly TrendPoint[]): Tile {
  const { report, need, facts } = reading
  return {
    key,
    ...judge(key, reading.headlines[key]),
    beside: key === 'followUpWorkload' ? judge('compliance', report.followUpWorkload.compliance) : null,
    trend: trend.map(({ from, to, asOf, headlines: all }) => ({ from, to, asOf, headline: all[key] })),
    advice: adviseOn(key, { report, need, staff: facts.staff, channels: facts.channels }),
  }
}

function judge(key: LightKey, headline: number | null): Pick<Tile, 'headline' | 'light' | 'threshold'> {
  return { headline, light: lightOf(key, headline), threshold: DEFAULT_THRESHOLDS[key] }
}
