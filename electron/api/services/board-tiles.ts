import { keepPastHeadlines, type PastHeadlines, readPastHeadlines } from '../../../db/facts/past-headlines.ts'
import type { Tile } from '../../../shared/contract/board.ts'
import { adviseOn } from '../../../shared/domain/advice/advice.ts'
import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import type { ReportQuery } from '../../../shared/domain/facts.ts'
import { type LightKey, lightOf } from '../../../shared/domain/lights.ts'
import { trendPeriods } from '../../../shared/domain/trend-periods.ts'
import type { Context } from '../context.ts'
import type { BoardReading, Headlines } from './board-reading.ts'

export type TrendPoint = {
  readonly from: ReportQuery['from']
  readonly to: ReportQuery['to']
  readonly asOf: ReportQuery['asOf']
  readonly headlines: Headlines
}

/** The headlines of the periods before, each as of its own last day, and of this one as it was read. */
export function readTrend(context: Context, query: ReportQuery, reading: BoardReading): readonly TrendPoint[] {
  const before = trendPeriods(query).slice(0, -1)
  const past = readPastHeadlines(
    context.db,
    before.map(({ from, to }) => ({ ...query, from, to, asOf: to })),
  )
  keepLater(context, past)
  return [
    ...past.all.map((read) => ({ ...read.query, headlines: read.headlines })),
    { ...query, headlines: reading.headlines },
  ]
}

/** After the answer, when it is nobody's turn to write alone; if it fails, the same is read again the next time. */
function keepLater({ desk, db }: Context, past: PastHeadlines): void {
  if (past.fresh.length === 0) return
  const keep = () => {
    if (desk.store()?.db === db) keepPastHeadlines(db, past)
  }
  setImmediate(() => {
    desk.writeTurns.share(keep).catch((error: unknown) => desk.log.warn({ err: error }, 'headlines not kept'))
  })
}

export function tileOf(key: ControlPointKey, reading: BoardReading, trend: readonly TrendPoint[]): Tile {
  const { report, need, facts, thresholds } = reading
  const judge = (judged: LightKey, headline: number | null) => ({
    headline,
    light: lightOf(judged, headline, thresholds),
    threshold: thresholds[judged],
  })
  return {
    key,
    ...judge(key, reading.headlines[key]),
    beside: key === 'followUpWorkload' ? judge('compliance', report.followUpWorkload.compliance) : null,
    trend: trend.map(({ from, to, asOf, headlines: all }) => ({ from, to, asOf, headline: all[key] })),
    advice: adviseOn(key, { report, need, thresholds, staff: facts.staff, channels: facts.channels }),
  }
}
