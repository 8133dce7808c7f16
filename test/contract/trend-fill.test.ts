import { expect, it } from 'vitest'
import { readPastHeadlines } from '../../db/facts/past-headlines.ts'
import { readHeadlines } from '../../db/facts/read-headlines.ts'
import { trendPeriods } from '../../shared/domain/trend-periods.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { STAFF, testDesk } from '../support/desk.ts'

const MAY = { from: '2026-05-01' as BusinessDate, to: '2026-05-31' as BusinessDate }

it('three years of the store and a year of everybody who sells are read before anybody asks', async () => {
  const { desk, db } = testDesk()
  let months = 0
  while (await desk.trends.tick()) months += 1
  expect(months).toBe(36 + 2 * 11)
  const asked = (count: number, staffId: string | null) =>
    trendPeriods(MAY, count)
      .slice(0, -1)
      .map(({ from, to }) => ({ from, to, asOf: to, staffId }))
  const queries = [...asked(37, null), ...asked(12, STAFF.lin), ...asked(12, STAFF.wang)]
  const { all, fresh } = readPastHeadlines(db, queries)
  expect(fresh).toEqual([])
  expect(all).toEqual(queries.map((query) => readHeadlines(db, query)))

  // What was written of a month is read again, and nothing else.
  db.prepare(`INSERT INTO door_counts VALUES ('2026-04-11', 30)`).run()
  expect(await desk.trends.tick()).toBe(true)
  const april = asked(2, null)
  expect(readPastHeadlines(db, april).fresh).toEqual([])
  expect(readPastHeadlines(db, asked(3, null)).fresh).toEqual([])
})
