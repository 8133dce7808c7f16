import { expect, it } from 'vitest'
import { MOST_FOUND } from '../../db/repositories/lead-filter.ts'
import { settleLeads } from '../../db/repositories/lead-index.ts'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'

// A search that finds more than anybody reads: the newest are listed, and that there are more.

const COUNT = MOST_FOUND + 40
const { as, desk } = testDesk()
const db = desk.store()?.db
if (db === undefined) throw new Error('no store')
db.exec(`
  CREATE TEMP TABLE numbers AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${COUNT}) SELECT i FROM n;
  INSERT INTO customers (id, name, created_at) SELECT 'c' || i, '万一', 1767225600000 + i FROM numbers;
  INSERT INTO leads (id, customer_id, channel_id, created_at, created_on, model)
    SELECT 'l' || i, 'c' || i, '${CHANNELS.walkIn}', 1767225600000 + i, '2026-01-01', iif(i <= 20, 'X1', 'X2') FROM numbers;
  INSERT INTO lead_history (lead_id, n, at, on_date, until_on, kind, from_bucket, to_bucket, status, owner_id)
    SELECT 'l' || i, 0, 1767225600000 + i, '2026-01-01', '9999-12-31', 'enter', 'none', 'ungraded', 'open',
      iif(i <= 30, '${STAFF.lin}', '${STAFF.wang}') FROM numbers;`)
settleLeads(db)

const sort = { by: 'created', descending: false } as const
const list = (text: string, filter: object = {}, who: string = STAFF.manager, offset = 0) =>
  as(who).call('leads.list', { sort, limit: 100, offset, filter: { ...filter, text } })

it('the newest are listed, in the order that was asked for and page by page', async () => {
  const pages = await Promise.all([0, 100, 200, 300, 400, 500].map((offset) => list('wany', {}, STAFF.manager, offset)))
  for (const page of pages) expect(page).toMatchObject({ total: MOST_FOUND, isCut: true })
  const listed = pages.flatMap(({ rows }) => rows.map(({ leadId }) => leadId))
  expect(listed).toEqual(Array.from({ length: MOST_FOUND }, (_, n) => `l${n + 41}`))
})

it('what else is asked for is asked first: nobody of the oldest is missing', async () => {
  for (const who of [STAFF.manager, STAFF.lin, STAFF.wang]) {
    expect(await list('wany', { model: 'x1' }, who)).toMatchObject({ total: 20, isCut: false })
    expect(await list('万一', { who: STAFF.lin }, who)).toMatchObject({ total: 30, isCut: false })
  }
})

it('all that are listed are assigned, and no others', async () => {
  const done = await as(STAFF.manager).call('leads.assignMatching', {
    filter: { text: 'wany' },
    except: [],
    expected: MOST_FOUND,
    staffId: STAFF.lin,
    reason: '交接',
  })
  expect(done).toBeDefined()
  expect(await list('wany', { who: STAFF.wang })).toMatchObject({ total: 10 })
  expect(db.prepare(`SELECT count(*) FROM lead_list WHERE owner_id = ?`).pluck().get(STAFF.lin)).toBe(30 + MOST_FOUND)
})

it('a file holds all of them', async () => {
  const words = { app: '', title: '潜客', columns: {}, codes: {} }
  const file = await as(STAFF.manager).call('exports.leads', {
    filter: { text: 'wany' },
    sort,
    format: 'csv',
    words,
  })
  expect(file.rows).toBe(COUNT)
})
