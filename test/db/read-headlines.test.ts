import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { readHeadlines } from '../../db/facts/read-headlines.ts'
import { daysBefore } from '../../shared/domain/days-before.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { forecastDeals } from '../../shared/domain/forecast.ts'
import { headlines, neededVisitors } from '../../shared/domain/lights.ts'
import { buildReport } from '../../shared/domain/report.ts'

const db = openStore(':memory:')
importFolder(db, join(import.meta.dirname, '../golden/plain/store'))

it.each([
  ['2026-04-01', '2026-04-30', '2026-04-30', null],
  ['2026-05-01', '2026-05-31', '2026-05-12', null],
  ['2026-05-01', '2026-05-31', '2026-05-12', 's1'],
])('the headlines of %s..%s as of %s for %s are those of the whole report', (from, to, asOf, staffId) => {
  const query = { from, to, asOf, staffId } as ReportQuery
  const report = buildReport(readFacts(db, query))
  const before = buildReport(readFacts(db, daysBefore(query)))
  const read = readHeadlines(db, query)
  expect(read.headlines).toEqual(headlines(report, neededVisitors(report, before)))
  expect(read.compliance).toBe(report.followUpWorkload.compliance)
  expect(Object.values(read.headlines).filter((headline) => headline !== null).length).toBeGreaterThan(5)
})

it('the forecast stands on the deals and open days of the days before and so far', () => {
  const query = { from: '2026-05-01', to: '2026-05-31', asOf: '2026-05-12', staffId: null } as ReportQuery
  const [facts, before] = [readFacts(db, query), readFacts(db, daysBefore(query))]
  const forecast = forecastDeals(facts, before)
  const sold = db.prepare(`SELECT count(*) FROM deals
    WHERE ordered_on BETWEEN ? AND '2026-05-12' AND (cancelled_on IS NULL OR cancelled_on > '2026-05-12')`)
  expect(forecast?.pastDeals).toBe(sold.pluck().get('2026-01-31'))
  // Open Monday to Saturday: 13 to 30 May.
  expect(forecast?.openDaysLeft).toBe(16)
  expect(forecast?.low).toBeGreaterThanOrEqual(buildReport(facts).targetProgress.actual)
})
