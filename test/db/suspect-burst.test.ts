import { expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { countReviewQueue } from '../../db/facts/review-queue.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { storeWith } from '../support/small-store.ts'

const AT_ONCE = 20_000
const day = '2026-05-10' as BusinessDate
const NOON = Date.parse(`${day}T12:00:00+08:00`)

// Were each of them the fifth of a burst that looks for all the others, this would not come to an end.
it('thousands recorded at one instant are one burst, and found at once', () => {
  const db = openStore(':memory:')
  importTables(db, storeWith())
  db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${AT_ONCE})
     INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, logged_at, method, note, note_key)
     SELECT 'many' || i, 'l1', 's1', :day, :noon, :day, :noon, 'showroom', 'note of ' || i, 'note of ' || i FROM n`,
  ).run({ day, noon: NOON })
  db.prepare(
    `INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, logged_at, method, note, note_key)
     SELECT 'alone', 'l1', 's1', :day, :noon - 3600000, :day, :noon - 3600000, 'showroom', 'by itself', 'by itself'`,
  ).run({ day, noon: NOON })
  const queue = countReviewQueue(db, { from: day, to: day, asOf: day, staffId: null })
  expect(queue).toEqual({ done: AT_ONCE + 1, unreviewed: AT_ONCE + 1, suspect: AT_ONCE })
  db.close()
}, 15_000)
