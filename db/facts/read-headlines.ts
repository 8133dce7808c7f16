import type { ControlPointKey } from '../../shared/domain/control-points/keys.ts'
import { daysBefore } from '../../shared/domain/days-before.ts'
import type { ReportQuery, SetName } from '../../shared/domain/facts.ts'
import { headlines, neededVisitors } from '../../shared/domain/lights.ts'
import { buildReport } from '../../shared/domain/report.ts'
import type { Db } from '../connection.ts'
import { readSomeFacts } from './read-facts.ts'

/** What the nine headlines and compliance stand on; the rest of a report takes several times as long to read. */
const HEADLINE_SETS: readonly SetName[] = ['visits', 'cohort', 'closing', 'created', 'done', 'due', 'deals']
/** What K, F and C stand on. */
const FUNNEL_SETS: readonly SetName[] = ['visits', 'cohort']

export type Headlines = {
  readonly query: ReportQuery
  readonly headlines: Readonly<Record<ControlPointKey, number | null>>
  /** Beside F on the sixth tile. */
  readonly compliance: number | null
}

/** One point of the tiles' trends: the headlines of a period, the same numbers as its whole report and its need give. */
export function readHeadlines(db: Db, query: ReportQuery): Headlines {
  return db.transaction(() => {
    const report = buildReport(readSomeFacts(db, query, HEADLINE_SETS))
    const before = buildReport(readSomeFacts(db, daysBefore(query), FUNNEL_SETS))
    const need = neededVisitors(report, before)
    return { query, headlines: headlines(report, need), compliance: report.followUpWorkload.compliance }
  })()
}
