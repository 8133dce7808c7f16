import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { conditionsOf, type LeadQuestion } from '../../db/repositories/lead-filter.ts'
import { leadFindSql } from '../../db/repositories/lead-find.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { settleLeads } from '../../db/repositories/lead-index.ts'
import { leadListSql } from '../../db/repositories/lead-list.ts'
import { leadsOfOwnerSql } from '../../db/repositories/lead-list-by-owner.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { LEAD_SORTS } from '../../shared/values/lead-look.ts'
import { storeWith } from '../support/small-store.ts'

// Times are not asserted; how the answer is found is. Nothing reads the leads themselves to find those of a window.

const db = openStore(':memory:')
beforeAll(() => {
  importTables(db, storeWith())
  db.exec(`
    CREATE TEMP TABLE n AS
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) SELECT i FROM n;
    INSERT INTO customers (id, name, created_at) SELECT 'm' || i, '小雨', 1767225600000 + i FROM n;
    INSERT INTO leads (id, customer_id, channel_id, created_at, created_on)
      SELECT 'm' || i, 'm' || i, 'walk', 1767225600000 + i, '2026-01-01' FROM n;`)
  rewriteLeadHistory(db, 'all')
  settleLeads(db)
  db.exec('ANALYZE')
})

const everything: LeadQuestion = {
  found: 'most',
  owner: 'any',
  grades: [],
  statuses: ['open'],
  stages: [],
  channels: [],
  createdFrom: null,
  createdTo: null,
  due: null,
  silent: null,
  model: '',
  text: '',
  batchId: null,
  seesOnlyOf: null,
  today: '2026-05-20' as BusinessDate,
  cadenceDays: { A: 2, B: 7, C: 15, D: 90 },
}

function planOf(sql: string, question: LeadQuestion): string[] {
  const bound = {
    ...conditionsOf(question).bound,
    owners: '[]',
    window: '[]',
    name: '',
    meId: '',
    pageOwner: 's1',
    limit: 100,
    offset: 1000,
  }
  const used = Object.fromEntries(Object.entries(bound).filter(([name]) => sql.includes(`@${name}`)))
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(used) as { readonly detail: string }[]
  return plan.map(({ detail }) => detail)
}

const sqlOf = (question: LeadQuestion, by: (typeof LEAD_SORTS)[number] = 'due', descending = false) =>
  leadListSql(conditionsOf(question), { by, descending })

describe('a window of the list', () => {
  it.each(LEAD_SORTS.filter((by) => by !== 'owner'))('of open leads is read in order by %s', (by) => {
    for (const descending of [false, true]) {
      const plan = planOf(sqlOf(everything, by, descending).window, everything)
      expect(plan).toEqual([expect.stringMatching(/^SEARCH r USING (?:COVERING )?INDEX lead_list_\w+ \(status=\?/)])
    }
  })

  it('by owner is read in order of those whose leads the page shows, and of nobody else', () => {
    for (const question of [everything, { ...everything, statuses: [] }]) {
      for (const descending of [false, true]) {
        const sql = leadsOfOwnerSql(conditionsOf(question).where, descending)
        expect(planOf(sql, question)[0]).toMatch(/^SEARCH r USING COVERING INDEX lead_list_owner \(owner_id=\?/)
      }
    }
  })

  it.each([null, 's1'])('of a search begins with what was found, whoever looks (%s)', (seesOnlyOf) => {
    const question = { ...everything, text: '小雨 1234', seesOnlyOf }
    const plan = planOf(sqlOf(question).window, question)
    expect(plan).toContain('SEARCH r USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan).toContainEqual(expect.stringMatching(/^SCAN s VIRTUAL TABLE INDEX \d+:M\d/))
    expect(plan).not.toContainEqual(expect.stringMatching(/^SCAN r/))
  })

  it('of what somebody types into the palette begins with what was found', () => {
    const question = { ...everything, statuses: [], text: '小雨', seesOnlyOf: 's1' }
    const { window } = leadFindSql(conditionsOf(question).where)
    const plan = planOf(window, question)
    expect(plan).toContain('SEARCH r USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan).not.toContainEqual(expect.stringMatching(/^SCAN r/))
  })

  it.each<readonly [string, Partial<LeadQuestion>]>([
    ['one person’s', { owner: { id: 's1' } }],
    ['nobody’s', { owner: 'nobody' }],
    ['an import', { batchId: 'b1', statuses: [] }],
    ['what is overdue', { due: 'overdue' }],
    ['one stage', { stages: ['desire'] }],
    ['what nobody has asked', { stages: ['unknown'] }],
    ['one grade', { grades: ['A'] }],
  ])('of %s reads no others', (_what, asked) => {
    const question = { ...everything, ...asked }
    for (const sql of [sqlOf(question).count, sqlOf(question).window]) {
      expect(planOf(sql, question)[0]).toMatch(/^SEARCH r USING (?:COVERING )?INDEX/)
    }
  })

  it('fetches its rows one by one by their keys', () => {
    const plan = planOf(sqlOf(everything).rows, everything)
    // Channels and people are few, whatever the store.
    const scans = plan.filter((step) => step.startsWith('SCAN') && !/^SCAN (?:ch|s)\b/.test(step))
    expect(scans).toEqual(['SCAN w VIRTUAL TABLE INDEX 1:'])
    expect(plan).not.toContainEqual(expect.stringContaining('AUTOMATIC'))
  })
})
