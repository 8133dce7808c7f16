import { readFacts } from '../../db/facts/read-facts.ts'
import { readHeadlines } from '../../db/facts/read-headlines.ts'
import { readBoard, readTrend } from '../../electron/api/services/board-tiles.ts'
import { endOf, type ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport, type Report } from '../../shared/domain/report.ts'
import { trendPeriods } from '../../shared/domain/trend-periods.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { BenchDesk } from './desk.ts'
import type { Line } from './line.ts'
import { compare, HEAVY } from './measure.ts'
import { type RawCounts, type RawPeriod, rawBoard } from './raw-board.ts'
import { dateText, LAST_DAY } from './store/calendar.ts'

const MONTH = { from: '2026-06-01' as BusinessDate, to: '2026-06-30' as BusinessDate }
const TODAY = dateText(LAST_DAY)
const TREND_MONTHS = 36

const queryFor = (staffId: string | null): ReportQuery => ({ ...MONTH, asOf: TODAY, staffId })
/** A period as raw statements are bound: as far as it is known. */
const known = ({ from, to, asOf }: RawPeriod): RawPeriod => ({
  from,
  to: endOf({ to, asOf }),
  asOf: endOf({ to, asOf }),
})

/** The month before this one and so on back, each known as of its own end, as the tiles' trend reads them. */
function monthsBefore(query: ReportQuery, count: number): RawPeriod[] {
  return trendPeriods(query, count)
    .slice(0, -1)
    .map((period) => ({ ...period, asOf: period.to }))
}

/** The floor of a whole board: this month, the 90 days before, and eleven months for the trend. */
function rawFor({ db }: BenchDesk, staffId: string | null, trendMonths: number): () => unknown {
  const raw = rawBoard(db, staffId)
  const query = queryFor(staffId)
  const past = monthsBefore(query, trendMonths).map(known)
  return () => [raw.whole(known(query)), past.map(raw.headlines)]
}

function engineBoard({ db }: BenchDesk, staffId: string | null): unknown {
  const query = queryFor(staffId)
  return readTrend(db, query, readBoard(db, query))
}

export const boardLines: readonly Line[] = [
  {
    name: 'board, store',
    about: 'nine points with their trends, through the gate',
    run: (bench) => {
      assertSame(bench, null)
      return compare(
        () => bench.asManager('board.show', { ...MONTH, asOf: null, staffId: null }),
        rawFor(bench, null, 12),
        HEAVY,
      )
    },
  },
  {
    name: 'board, store, engine',
    about: 'the same without the gate',
    run: (bench) => compare(() => engineBoard(bench, null), rawFor(bench, null, 12), HEAVY),
  },
  {
    name: 'one month’s report',
    about: 'the engine without trend and experience',
    run: (bench) => {
      const raw = rawBoard(bench.db, null)
      return compare(
        () => buildReport(readFacts(bench.db, queryFor(null))),
        () => raw.whole(known(queryFor(null))),
        HEAVY,
      )
    },
  },
  {
    name: 'board, person',
    about: 'a salesperson’s own board',
    run: (bench) => {
      assertSame(bench, bench.staffId)
      return compare(
        () => bench.asSalesperson('board.show', { ...MONTH, asOf: null, staffId: bench.staffId }),
        rawFor(bench, bench.staffId, 12),
        HEAVY,
      )
    },
  },
  {
    name: 'board, person, engine',
    about: 'the same without the gate',
    run: (bench) => compare(() => engineBoard(bench, bench.staffId), rawFor(bench, bench.staffId, 12), HEAVY),
  },
  {
    name: 'point page',
    about: 'closing rate, with a report of each person',
    run: (bench) => {
      const sellers = bench.db.prepare(`SELECT id FROM staff WHERE role = 'salesperson' AND active = 1`).pluck().all()
      const people = sellers.map((id) => rawBoard(bench.db, String(id)))
      const store = rawFor(bench, null, 12)
      return compare(
        () => bench.asManager('board.point', { ...MONTH, asOf: null, staffId: null, key: 'sellingSkill' }),
        () => [store(), people.map((raw) => raw.whole(known(queryFor(null))))],
        HEAVY,
      )
    },
  },
  {
    name: '36-month trend',
    about: 'the nine headlines of 36 months (engine)',
    run: ({ db }) => {
      const raw = rawBoard(db, null)
      const months = monthsBefore(queryFor(null), TREND_MONTHS + 1)
      return compare(
        () => months.map((month) => readHeadlines(db, { ...month, staffId: null })),
        () => months.map(raw.headlines),
        HEAVY,
      )
    },
  },
]

/** Floor and engine must answer the same question, or their ratio says nothing. */
function assertSame({ db }: BenchDesk, staffId: string | null): void {
  const query = queryFor(staffId)
  const raw = rawBoard(db, staffId).whole(known(query))
  const ours = countsOfReport(buildReport(readFacts(db, query)))
  for (const [figure, count] of Object.entries(ours) as [keyof RawCounts, number][]) {
    if (raw[figure] !== count) throw new Error(`${figure}: the engine says ${count}, raw SQL ${raw[figure]}`)
  }
}

function countsOfReport(report: Report): RawCounts {
  const { funnel, followUpAudit, followUpWorkload, leadAllocation } = report
  return {
    n: funnel.N,
    captured: funnel.captured,
    late: report.visitorRecording.lateEntries,
    owned: funnel.owned,
    worked: funnel.worked,
    won: funnel.won,
    closing: Object.values(report.customerTypes.closing).reduce((sum, count) => sum + count, 0),
    created: leadAllocation.created,
    inTime: leadAllocation.assignedInTime,
    done: followUpAudit.done,
    reviewed: followUpAudit.reviewed,
    due: followUpWorkload.due,
    onTime: followUpWorkload.onTime,
    deals: report.targetProgress.actual,
  }
}
