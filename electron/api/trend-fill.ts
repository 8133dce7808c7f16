import type { Logger } from 'pino'
import type { Db } from '../../db/connection.ts'
import { firstUnread, keepPastHeadlines, readPastHeadlines } from '../../db/facts/past-headlines.ts'
import { listStaff } from '../../db/repositories/staff.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { TREND_PERIODS, trendPeriods } from '../../shared/domain/trend-periods.ts'
import { businessDateOf, firstDayOf, type Instant, lastDayOf, monthOf } from '../../shared/values/business-date.ts'
import type { OpenStore } from './open-store.ts'
import type { WriteTurns } from './write-turns.ts'

/** How far back the store's months are read in advance. */
const MONTHS = 36

export type TrendFill = {
  /** Reads one month that nobody has read yet; answers whether there was one. Never throws. */
  readonly tick: () => Promise<boolean>
  readonly stop: () => void
}
export type TrendFillOptions = {
  readonly store: () => OpenStore | null
  readonly now: () => Instant
  readonly log: Logger
  readonly writeTurns: WriteTurns
  readonly lookEveryMs: number
}

/**
 * Past months' headlines are read once and kept. After an upgrade or an import of many years they are read here, month by month with
 * pauses between, the latest first, so that nobody waits for three years of them when a board is opened.
 */
export function createTrendFill({ store, now, log, writeTurns, lookEveryMs }: TrendFillOptions): TrendFill {
  let underWay: Promise<boolean> | null = null
  const readOne = async (): Promise<boolean> =>
    writeTurns.share(() => {
      const present = store()
      if (present === null || !present.db.open) return false
      const query = firstUnread(present.db, trendsOf(present.db, businessDateOf(now(), present.timeZone())))
      if (query === undefined) return false
      keepPastHeadlines(present.db, readPastHeadlines(present.db, [query]))
      return true
    })
  const tick = (): Promise<boolean> => {
    underWay ??= readOne()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'past headlines not read in advance')
        return false
      })
      .finally(() => {
        underWay = null
      })
    return underWay
  }
  const timer = setInterval(() => void tick(), lookEveryMs)
  timer.unref()
  return { tick, stop: () => clearInterval(timer) }
}

/** What boards ask for: the store's three years, and the year of everybody who sells. */
function trendsOf(db: Db, today: ReportQuery['asOf']): ReportQuery[] {
  const people = listStaff(db).filter(({ role, active }) => role === 'salesperson' && active)
  return [
    ...monthsBefore(today, MONTHS, null),
    ...people.flatMap(({ id }) => monthsBefore(today, TREND_PERIODS - 1, id)),
  ]
}

/** Each month as of its own end, the latest first. */
function monthsBefore(today: ReportQuery['asOf'], count: number, staffId: string | null): ReportQuery[] {
  const month = monthOf(today)
  return trendPeriods({ from: firstDayOf(month), to: lastDayOf(month) }, count + 1)
    .slice(0, -1)
    .reverse()
    .map(({ from, to }) => ({ from, to, asOf: to, staffId }))
}
