import type { ControlPointKey } from '../../shared/domain/control-points/keys.ts'
import { daysBefore } from '../../shared/domain/days-before.ts'
import type { Facts, ReportQuery } from '../../shared/domain/facts.ts'
import { headlines, neededVisitors } from '../../shared/domain/lights.ts'
import { buildReport } from '../../shared/domain/report.ts'
import type { Db } from '../connection.ts'
import { readSomeFacts, type SomeSets } from './read-facts.ts'

/** What K, F and C stand on. */
export const FUNNEL = { visits: ['isN', 'captured'], cohort: ['worked', 'won'] } as const satisfies SomeSets

/** What the nine headlines and compliance stand on; the rest of a report takes several times as long to read. */
const HEADLINES = {
  visits: ['isN', 'captured', 'kind', 'onCountedDay'],
  cohort: ['cohortGrade', 'worked', 'won'],
  closing: ['bucket'],
  created: ['firstAssigned', 'within'],
  done: ['reviewed'],
  due: ['result'],
  deals: ['cancelled'],
} as const satisfies SomeSets
/** The 90 days before a period: K, F and C for the need, the deals for the forecast. */
export const EXPERIENCE = { ...FUNNEL, deals: ['cancelled'] } as const satisfies SomeSets

export type Headlines = {
  readonly query: ReportQuery
  readonly headlines: Readonly<Record<ControlPointKey, number | null>>
  /** Beside F on the sixth tile. */
  readonly compliance: number | null
}

/** One point of the tiles' trends: the headlines of a period, the same numbers as its whole report and its need give. */
export function readHeadlines(db: Db, query: ReportQuery): Headlines {
  return db.transaction(() => {
    const report = buildReport(readSomeFacts(db, query, HEADLINES))
    const before = buildReport(readSomeFacts(db, daysBefore(query), FUNNEL))
    const need = neededVisitors(report, before)
    return { query, headlines: headlines(report, need), compliance: report.followUpWorkload.compliance }
  })()
}

/** What the days before a period are asked for; nothing else of a report on these facts is right. */
export function readExperience(db: Db, query: ReportQuery): Facts {
  return readSomeFacts(db, daysBefore(query), EXPERIENCE)
}
