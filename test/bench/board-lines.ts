import { keepPastHeadlines, readPastHeadlines } from '../../db/facts/past-headlines.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { readHeadlines } from '../../db/facts/read-headlines.ts'
import { readBoard } from '../../electron/api/services/board-reading.ts'
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
  const past = monthsBefore(query, 12).map((month) => ({ ...query, ...month }))
  return [readBoard(db, query), readPastHeadlines(db, past)]
}

/** Once before it is measured, with the turn in which past months are put by. */
async function keptFrom(work: () => Promise<unknown>): Promise<void> {
  await work()
  await new Promise(setImmediate)
}

/** A record of today: what was read of today holds no more, past months do. */
async function writeToday({ db }: BenchDesk): Promise<void> {
  db.prepare('INSERT OR REPLACE INTO door_counts VALUES (?, 40)').run(TODAY)
}

export const boardLines: readonly Line[] = [
  {
    name: 'board, store',
    about: 'nine points with their trends, through the gate, after something was written today',
    run: async (bench) => {
      assertSame(bench, null)
      const board = () => bench.asManager('board.show', { ...MONTH, asOf: null, staffId: null })
      await keptFrom(board)
      return compare(() => writeToday(bench).then(board), rawFor(bench, null, 12), HEAVY)
    },
  },
  {
    name: 'board, store, again',
    about: 'the same when nothing was written since',
    run: async (bench) => {
      const board = () => bench.asManager('board.show', { ...MONTH, asOf: null, staffId: null })
      await keptFrom(board)
      return compare(board, rawFor(bench, null, 12), HEAVY)
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
    run: async (bench) => {
      assertSame(bench, bench.staffId)
      const board = () => bench.asSalesperson('board.show', { ...MONTH, asOf: null, staffId: bench.staffId })
      await keptFrom(board)
      return compare(() => writeToday(bench).then(board), rawFor(bench, bench.staffId, 12), HEAVY)
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
        () =>
          writeToday(bench).then(() =>
            bench.asManager('board.point', { ...MONTH, asOf: null, staffId: null, key: 'sellingSkill' }),
          ),
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
      const months = monthsBefore(queryFor(null), TREND_MONTHS + 1).map((month) => ({ ...month, staffId: null }))
      keepPastHeadlines(db, readPastHeadlines(db, months))
      return compare(
        () => readPastHeadlines(db, months),
        () => months.map(raw.headlines),
        HEAVY,
      )
    },
  },
  {
    name: '36-month trend, never read',
    about: 'the same with none of them kept from before',
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
