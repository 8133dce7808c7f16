import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { openBeside, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { keepPastHeadlines, readPastHeadlines } from '../../db/facts/past-headlines.ts'
import { readHeadlines } from '../../db/facts/read-headlines.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { buildStore, reportQuery, storePlan } from './generated-store.ts'
import { applyChange, randomChange } from './random-changes.ts'

const FIRST = '2026-03-20' as BusinessDate
it('a reading that is still kept is what would be read anew, whatever was written since', () => {
  let kept = 0
  let forgotten = 0
  fc.assert(
    fc.property(
      storePlan,
      fc.array(reportQuery, { minLength: 4, maxLength: 5 }),
      fc.array(randomChange, { minLength: 1, maxLength: 8 }),
      (plan, queries, steps) => {
        const db = buildStore(plan)
        try {
          for (const act of steps) {
            keepPastHeadlines(db, readPastHeadlines(db, queries))
            applyChange(db, act)
            const { all, fresh } = readPastHeadlines(db, queries)
            expect(all).toEqual(queries.map((query) => readHeadlines(db, query)))
            kept += all.length - fresh.length
            forgotten += fresh.length
          }
        } finally {
          db.close()
        }
      },
    ),
    { numRuns: 40 },
  )
  // Neither always nor never: both would pass by themselves.
  expect(kept).toBeGreaterThan(200)
  expect(forgotten).toBeGreaterThan(200)
})

it('what happens today leaves the readings of earlier days where they are', () => {
  const db = buildStore({
    leads: [
      {
        at: 60,
        channel: 'walk',
        hasPhone: true,
        again: [],
        deals: [],
        first: {
          at: 60,
          loggedAfter: 0,
          channel: 'walk',
          kind: 'showroom',
          purpose: 'purchase',
          staff: 's1',
          isVoid: false,
        },
        events: [{ at: 90, kind: 'owner', value: 's1' }],
        followUps: [
          { staff: 's1', due: 2, firstDue: null, done: null, loggedAfter: 0, method: 'call', note: null, review: null },
        ],
      },
    ],
    anonymous: [],
    doorDays: [],
  })
  const queries = [5, 9].map(
    (n) => ({ from: FIRST, to: addDays(FIRST, n), asOf: addDays(FIRST, n), staffId: null }) as ReportQuery,
  )
  keepPastHeadlines(db, readPastHeadlines(db, queries))
  db.prepare(`UPDATE follow_ups SET done_at = 1, done_on = ?, method = 'wechat'`).run(addDays(FIRST, 10))
  const lead = String(db.prepare('SELECT id FROM leads').pluck().get())
  db.prepare(`INSERT INTO lead_events (id, lead_id, at, kind, value) VALUES ('n', ?, ?, 'grade', 'A')`).run(
    lead,
    Date.parse(`${addDays(FIRST, 10)}T12:00:00Z`),
  )
  rewriteLeadHistory(db, [lead])
  expect(readPastHeadlines(db, queries).fresh).toEqual([])
  db.prepare(`UPDATE follow_ups SET done_on = ?`).run(addDays(FIRST, 7))
  expect(readPastHeadlines(db, queries).fresh.map(({ query }) => query)).toEqual([queries[1]])
  db.close()
})

it('nothing is kept of a reading that was overtaken by a write', () => {
  const db = buildStore({ leads: [], anonymous: [], doorDays: [1] })
  const query = { from: FIRST, to: addDays(FIRST, 5), asOf: addDays(FIRST, 5), staffId: null } as ReportQuery
  const past = readPastHeadlines(db, [query])
  db.prepare('UPDATE door_counts SET count = count + 1').run()
  keepPastHeadlines(db, past)
  expect(readPastHeadlines(db, [query]).fresh).toHaveLength(1)
  db.close()
})

it('nothing is kept of a reading into which another program wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headlines-'))
  const db = openStore(join(folder, 'a.db'), { create: true })
  importFolder(db, join(import.meta.dirname, '../golden/plain/store'))
  const other = openBeside(join(folder, 'a.db'))
  onTestFinished(() => {
    for (const one of [other, db]) one.close()
    rmSync(folder, { recursive: true })
  })
  const query = { from: '2026-04-01', to: '2026-04-30', asOf: '2026-04-30', staffId: null } as ReportQuery
  // As soon as the last of them is read.
  const queries = Object.assign([query], {
    map: (read: (one: ReportQuery) => unknown) => {
      const all = [read(query)]
      other.exec('DELETE FROM door_counts')
      return all
    },
  })
  keepPastHeadlines(db, readPastHeadlines(db, queries as ReportQuery[]))
  expect(readPastHeadlines(db, [query]).all).toEqual([readHeadlines(db, query)])
})
