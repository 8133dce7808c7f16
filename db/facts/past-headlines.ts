import type { ReportQuery } from '../../shared/domain/facts.ts'
import type { Db } from '../connection.ts'
import { momentOf, writeAside } from '../moment.ts'
import { type Headlines, readHeadlines } from './read-headlines.ts'

type Reading = Omit<Headlines, 'query'>

/** Bound so that no way of asking makes the store grow for ever; a board asks for eleven. */
const MOST_READINGS = 4000

/** Headlines of past periods, most of them read once and kept; `fresh` are those that were not. */
export type PastHeadlines = {
  readonly all: readonly Headlines[]
  readonly fresh: readonly Headlines[]
  /** What the store had seen when they were read. */
  readonly moment: string
}

const FIND_KEPT = `
  SELECT reading FROM past_headlines
  WHERE as_of = :asOf AND from_on = :from AND to_on = :to AND staff_id = coalesce(:staffId, '')`

/** In one transaction: what another program wrote between the reading and its moment would never be noticed. */
export function readPastHeadlines(db: Db, queries: readonly ReportQuery[]): PastHeadlines {
  return db.transaction(() => {
    const find = db.prepare<object, string>(FIND_KEPT).pluck()
    const fresh: Headlines[] = []
    const all = queries.map((query) => {
      const kept = find.get(query)
      if (kept !== undefined) return { query, ...(JSON.parse(kept) as Reading) }
      const read = readHeadlines(db, query)
      fresh.push(read)
      return read
    })
    return { all, fresh, moment: momentOf(db) }
  })()
}

/** The first of these that would have to be read. */
export function firstUnread(db: Db, queries: readonly ReportQuery[]): ReportQuery | undefined {
  const find = db.prepare<object>(FIND_KEPT)
  return queries.find((query) => find.get(query) === undefined)
}

/**
 * Keeps what was read, unless anything was written in between. Takes a transaction of its own and throws what the file system
 * says; nothing depends on it.
 */
export function keepPastHeadlines(db: Db, { fresh, moment }: PastHeadlines): void {
  if (fresh.length === 0) return
  const write = db.transaction(() => {
    if (momentOf(db) !== moment) return
    const count = Number(db.prepare('SELECT count(*) FROM past_headlines').pluck().get())
    if (count + fresh.length > MOST_READINGS) db.prepare('DELETE FROM past_headlines').run()
    const keep = db.prepare("INSERT OR REPLACE INTO past_headlines VALUES (?, ?, ?, coalesce(?, ''), ?)")
    for (const { query, ...reading } of fresh)
      keep.run(query.asOf, query.from, query.to, query.staffId, JSON.stringify(reading))
  })
  // Nothing else stands on them: what was read before still holds.
  writeAside(db, () => write.immediate())
}
