import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readBreakdown } from '../../db/facts/breakdown.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { paceDays } from '../../renderer/screens/board/points/pace-view.ts'
import { daysBefore } from '../../shared/domain/days-before.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { forecastDeals } from '../../shared/domain/forecast.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { targetOf } from '../../shared/domain/targets/open-days.ts'
import { targetCurve } from '../../shared/domain/targets/target-curve.ts'

/** Whole months, parts of them, several, one without a target, and a day of knowledge before, within and after the period. */
const CASES = [
  ['plain', '2026-04-01', '2026-04-30', '2026-04-30', null],
  ['plain', '2026-04-01', '2026-05-20', '2026-05-12', 's1'],
  ['plain', '2026-03-10', '2026-06-30', '2026-04-18', null],
  ['berlin', '2026-03-01', '2026-04-15', '2026-06-30', null],
  ['berlin', '2026-04-01', '2026-04-30', '2026-04-18', 's2'],
  ['nasty', '2026-01-10', '2026-02-20', '2026-02-01', null],
] as const

function storeOf(name: string): Db {
  const db = openStore(':memory:')
  expect(importFolder(db, join(import.meta.dirname, '../golden', name, 'store'))).toMatchObject({ ok: true })
  return db
}

describe.each(CASES)('%s %s..%s as of %s, %s', (store, from, to, asOf, staffId) => {
  const db = storeOf(store)
  const query = { from, to, asOf, staffId } as ReportQuery
  const facts = readFacts(db, query)
  const { actual, expectedByNow, target, openDaysLeft } = buildReport(facts).targetProgress
  const forecast = forecastDeals(facts, readFacts(db, daysBefore(query)))
  const curve = targetCurve(facts, forecast, actual)
  const cells = readBreakdown(db, query, 'targetProgress.byDay')
  const days = paceDays({ curve, cells, end: facts.end, target, perDeal: 1 })
  const atEnd = days.find(({ date }) => date === facts.end)

  it('says on the last known day what the report says', () => {
    expect(atEnd).toMatchObject({ sum: actual, expected: expectedByNow })
    expect(atEnd?.forecast).toEqual(forecast === null ? null : { deals: actual, low: actual, high: actual })
  })

  it('ends at the target and at the forecast', () => {
    const last = days.at(-1)
    expect(last?.expected).toBe(target)
    expect(last?.forecast ?? null).toEqual(
      forecast === null ? null : { deals: forecast.deals, low: forecast.low, high: forecast.high },
    )
    if (target !== null && target > actual && openDaysLeft > 0) expect(last?.required).toBeCloseTo(target, 9)
  })

  it('expects by every day what the target of that day is', () => {
    const { openWeekdays } = facts.store
    expect(curve.map(({ expected }) => expected)).toEqual(
      curve.map(({ date }) => targetOf(facts.query.from, date, openWeekdays, facts.targets)),
    )
  })

  it('asks nothing of a closed day, and knows nothing of a day to come', () => {
    for (const [i, day] of days.entries()) {
      const before = days[i - 1]
      if (day.date > facts.end) expect([day.sum, day.count]).toEqual([null, null])
      if (day.isOpen || before === undefined || before.date.slice(0, 7) !== day.date.slice(0, 7)) continue
      expect([day.expected, day.required ?? before.required]).toEqual([before.expected, before.required])
      if (before.forecast !== null) expect(day.forecast).toEqual(before.forecast)
    }
  })
})
