import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readBreakdown } from '../../db/facts/breakdown.ts'
import { readSettings } from '../../db/facts/fact-parameters.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { middayOf, timeOfDayMs } from '../../shared/values/business-date.ts'

const HOUR_MS = 3_600_000
const query = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-12-31', staffId: null } as ReportQuery
const IS_N = `arrived_on BETWEEN '2026-01-01' AND '2026-12-31' AND voided_at IS NULL
  AND kind = 'showroom' AND purpose = 'purchase' AND first_visit = 1`

function storeOf(name: string): Db {
  const db = openStore(':memory:')
  expect(importFolder(db, join(import.meta.dirname, '../golden', name, 'store'))).toMatchObject({ ok: true })
  return db
}

const hoursIn = (db: Db) =>
  Object.fromEntries(
    readBreakdown(db, query, 'infoCapture.byHour.N').map(({ by: [hour = ''], count }) => [hour, count]),
  )

describe.each(['plain', 'berlin', 'nasty'])('%s', (store) => {
  it('counts arrivals by the hour on the showroom’s wall', () => {
    const db = storeOf(store)
    const { timeZone } = readSettings(db)
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
    const expected: Record<string, number> = {}
    for (const at of db.prepare(`SELECT arrived_at FROM visits WHERE ${IS_N}`).pluck().all() as number[]) {
      const hour = clock.format(at)
      expected[hour] = (expected[hour] ?? 0) + 1
    }
    expect(hoursIn(db)).toEqual(expected)
    expect(Object.keys(expected).length).toBeGreaterThan(3)
  })
})

describe('a register without times', () => {
  it('makes no peak at noon: the hour of its visits is not known', () => {
    const db = storeOf('berlin')
    const { timeZone } = readSettings(db)
    const before = hoursIn(db)
    db.exec(
      `INSERT INTO import_batches (id, file_name, file_hash, imported_at, row_count) VALUES ('b', 'f', 'h', 0, 2)`,
    )
    const visits = db.prepare(`SELECT id, arrived_on AS day FROM visits WHERE ${IS_N} LIMIT 3`).all() as {
      id: string
      day: BusinessDate
    }[]
    const move = db.prepare(`UPDATE visits SET batch_id = ?, arrived_at = ? WHERE id = ?`)
    // Imported at noon; imported with a time, a minute past; and one that really came at noon.
    const [first, second, third] = visits
    move.run('b', middayOf(first!.day, timeZone), first!.id)
    move.run('b', middayOf(second!.day, timeZone) + 60_000, second!.id)
    move.run(null, middayOf(third!.day, timeZone), third!.id)
    const after = hoursIn(db)
    expect(after['']).toBe(1)
    expect(Object.values(after).reduce((sum, count) => sum + count)).toBe(
      Object.values(before).reduce((sum, count) => sum + count),
    )
    expect(after['12']).toBeGreaterThanOrEqual(2)
  })
})

describe('timeOfDayMs', () => {
  it.each([
    // Berlin springs from 2:00 to 3:00 on 29 March 2026 and falls from 3:00 to 2:00 on 25 October.
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', 1],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', 3],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', 2],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', 2],
    ['2026-05-01T16:00:00Z', 'Asia/Shanghai', 0],
    ['1969-12-31T23:00:00Z', 'UTC', 23],
  ])('%s in %s is in hour %d', (at, timeZone, hour) => {
    expect(Math.floor(timeOfDayMs(Date.parse(at), timeZone) / HOUR_MS)).toBe(hour)
  })
})
