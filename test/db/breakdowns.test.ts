import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readBreakdown } from '../../db/facts/breakdown.ts'
import { listRecords } from '../../db/facts/records.ts'
import { BREAKDOWN_KEYS, BREAKDOWNS } from '../../shared/domain/breakdowns.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'

const CASES = [
  ['plain', '2026-04-01', '2026-04-30', '2026-04-30', null],
  ['plain', '2026-04-01', '2026-05-20', '2026-05-12', 's1'],
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
  const totalOf = (ref: Parameters<typeof listRecords>[2]) => listRecords(db, query, ref, { limit: 1, offset: 0 }).total

  it.each(BREAKDOWN_KEYS)('%s adds up to the figure of the report, and each cell opens what it counts', (key) => {
    const cells = readBreakdown(db, query, key)
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(totalOf({ key: BREAKDOWNS[key].sumsTo }))
    for (const { param, count } of cells) expect([param, totalOf({ key, param })]).toEqual([param, count])
  })
})
