import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readBreakdown } from '../../db/facts/breakdown.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport } from '../../shared/domain/report.ts'

const db = openStore(':memory:')
const query = { from: '2026-04-01', to: '2026-04-30', asOf: '2026-04-30', staffId: null } as ReportQuery
const FROM_A_REGISTER =
  "id IN (SELECT id FROM leads WHERE created_on BETWEEN '2026-04-01' AND '2026-04-30' ORDER BY id LIMIT 5)"

const waits = () => readBreakdown(db, query, 'leadAllocation.waits')
const countOf = (speed: string) => waits().reduce((sum, { by, count }) => sum + (by[1] === speed ? count : 0), 0)

beforeAll(() => {
  expect(importFolder(db, join(import.meta.dirname, '../golden/plain/store'))).toMatchObject({ ok: true })
})

it('leads of a foreign file are neither fast nor slow, while the report counts them as ever', () => {
  const before = { report: buildReport(readFacts(db, query)), inTime: countOf('inTime') }
  expect(before.inTime).toBe(before.report.leadAllocation.assignedInTime)
  db.exec(`INSERT INTO import_batches (id, file_name, file_hash, imported_at, row_count) VALUES ('b', 'old.csv', 'h', 0, 5);
    UPDATE leads SET batch_id = 'b' WHERE ${FROM_A_REGISTER}`)
  expect(waits().find(({ by }) => by[0] === 'imported')).toEqual({
    param: 'imported>imported',
    by: ['imported', 'imported'],
    count: 5,
  })
  expect(countOf('inTime')).toBeLessThan(before.inTime)
  expect(buildReport(readFacts(db, query))).toEqual(before.report)
})
