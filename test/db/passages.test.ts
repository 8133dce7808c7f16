import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readBreakdown } from '../../db/facts/breakdown.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import type { BreakdownCell, BreakdownKey } from '../../shared/domain/breakdowns.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { BUCKETS, OPEN_BUCKETS } from '../../shared/values/grade.ts'

const CASES = [
  ['plain', '2026-04-01', '2026-04-30', '2026-04-30', null],
  ['plain', '2026-04-01', '2026-06-30', '2026-05-12', 's1'],
  ['berlin', '2026-03-29', '2026-03-29', '2026-06-30', null],
  ['berlin', '2026-03-01', '2026-04-15', '2026-06-30', 's2'],
  ['nasty', '2026-01-10', '2026-02-20', '2026-02-01', null],
  ['nasty', '2025-11-01', '2026-03-31', '2026-06-30', null],
] as const

function sumBy(cells: readonly BreakdownCell[], at: 0 | 1, buckets: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    buckets.map((bucket) => [
      bucket,
      cells.filter(({ by }) => by[at] === bucket).reduce((sum, { count }) => sum + count, 0),
    ]),
  )
}

describe.each(CASES)('%s %s..%s as of %s, %s', (store, from, to, asOf, staffId) => {
  const db = openStore(':memory:')
  expect(importFolder(db, join(import.meta.dirname, '../golden', store, 'store'))).toMatchObject({ ok: true })
  const query = { from, to, asOf, staffId } as ReportQuery
  const { customerTypes } = buildReport(readFacts(db, query))
  const cells = (key: BreakdownKey) => readBreakdown(db, query, key)

  it('starts from the opening stock, grade by grade', () => {
    expect(sumBy(cells('customerTypes.passagesOpen'), 0, OPEN_BUCKETS)).toEqual(customerTypes.opening)
  })

  it('ends in the closing stock, grade by grade', () => {
    expect(sumBy(cells('customerTypes.passagesTo'), 1, OPEN_BUCKETS)).toEqual(customerTypes.closing)
  })

  it('takes in whoever entered', () => {
    const entered = BUCKETS.reduce((sum, bucket) => sum + (customerTypes.moves[`none>${bucket}`] ?? 0), 0)
    expect(cells('customerTypes.passagesNew').reduce((sum, { count }) => sum + count, 0)).toBe(entered)
  })

  it('has each flow once: what starts open or new, and what comes back', () => {
    const [open, fresh, to] = [
      cells('customerTypes.passagesOpen'),
      cells('customerTypes.passagesNew'),
      cells('customerTypes.passagesTo'),
    ]
    const known = new Map([...open, ...fresh].map(({ param, count }) => [param, count]))
    for (const { param, by, count } of to) {
      if (['dormant', 'won', 'lost'].includes(by[0] ?? '')) expect(known.has(param)).toBe(false)
      else expect([param, known.get(param)]).toEqual([param, count])
    }
  })
})
