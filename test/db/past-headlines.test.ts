import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { keepPastHeadlines, readPastHeadlines } from '../../db/facts/past-headlines.ts'
import { readHeadlines } from '../../db/facts/read-headlines.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { GRADES } from '../../shared/values/grade.ts'
import { buildStore, reportQuery, storePlan } from './generated-store.ts'

const FIRST = '2026-03-20' as BusinessDate
const day = fc.integer({ min: 0, max: 24 }).map((n) => addDays(FIRST, n))
const person = fc.constantFrom('s1', 's2', 'gone')
const some = fc.nat({ max: 1000 })
const asText = (value: string | number | null) =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`

/** One row of a table is given another value, as any way of writing might. */
function changeOf(table: string, column: string, value: fc.Arbitrary<string | number | null>, extra = '') {
  return fc.tuple(some, value).map(([pick, to]) => ({ table, pick, set: `${column} = ${asText(to)}${extra}` }))
}
const nobodyOr = fc.option(person, { nil: null })

const change = fc.oneof(
  changeOf('visits', 'arrived_on', day),
  changeOf('visits', 'received_by', nobodyOr),
  changeOf('visits', 'voided_at', fc.constant(1), `, void_reason = 'again'`),
  changeOf('visits', 'purpose', fc.constantFrom('purchase', 'other')),
  changeOf('follow_ups', 'done_on', day, ', done_at = coalesce(done_at, 1)'),
  changeOf('follow_ups', 'first_due_on', fc.option(day, { nil: null })),
  changeOf('follow_ups', 'due_on', day),
  changeOf('follow_ups', 'staff_id', person),
  changeOf('follow_ups', 'reviewed_on', day, `, review = 'approved', reviewed_at = 1`),
  changeOf(
    'follow_ups',
    'review',
    fc.constantFrom('approved', 'rejected'),
    ', reviewed_at = 1, reviewed_on = coalesce(reviewed_on, due_on)',
  ),
  changeOf('deals', 'ordered_on', day),
  changeOf('deals', 'cancelled_on', fc.option(day, { nil: null })),
  changeOf('deals', 'staff_id', person),
  changeOf('door_counts', 'count', fc.nat(9)),
  changeOf('targets', 'deals', fc.nat(9)),
  changeOf('store', 'response_minutes', fc.constantFrom(1, 30, 3000)),
  changeOf('leads', 'channel_id', fc.constantFrom('walk', 'friend')),
)
const event = fc.record({
  pick: some,
  at: day,
  what: fc.oneof(
    fc.constantFrom(...GRADES).map((value) => ['grade', value] as const),
    fc.constantFrom('won', 'lost', 'open').map((value) => ['status', value] as const),
    nobodyOr.map((value) => ['owner', value] as const),
  ),
})
const removal = fc.record({ pick: some, from: fc.constantFrom('deals', 'follow_ups', 'door_counts') })
const step = fc.oneof({ weight: 3, arbitrary: change }, { weight: 3, arbitrary: event }, removal)

let written = 0
function apply(db: Db, act: typeof step extends fc.Arbitrary<infer S> ? S : never): void {
  const table = 'table' in act ? act.table : 'from' in act ? act.from : 'leads'
  const rows = db.prepare(`SELECT * FROM ${table}`).all() as Readonly<Record<string, string | number | null>>[]
  const row = rows[act.pick % Math.max(1, rows.length)]
  if (row === undefined) return
  const [key, value] = Object.entries(row)[0] ?? ['', null]
  if ('table' in act) db.prepare(`UPDATE ${table} SET ${act.set} WHERE ${key} IS ?`).run(value)
  else if ('from' in act) db.prepare(`DELETE FROM ${table} WHERE ${key} IS ?`).run(value)
  else {
    written += 1
    db.prepare('INSERT INTO lead_events (id, lead_id, at, kind, value) VALUES (?, ?, ?, ?, ?)').run(
      `new ${written}`,
      value,
      Date.parse(`${act.at}T10:00:00Z`),
      ...act.what,
    )
    rewriteLeadHistory(db, [String(value)])
  }
}

it('a reading that is still kept is what would be read anew, whatever was written since', () => {
  let kept = 0
  let forgotten = 0
  fc.assert(
    fc.property(
      storePlan,
      fc.array(reportQuery, { minLength: 4, maxLength: 5 }),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (plan, queries, steps) => {
        const db = buildStore(plan)
        try {
          for (const act of steps) {
            keepPastHeadlines(db, readPastHeadlines(db, queries))
            apply(db, act)
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
  db.prepare(`UPDATE follow_ups SET done_at = 1, done_on = ?`).run(addDays(FIRST, 10))
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
