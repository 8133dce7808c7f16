import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { OPEN_BUCKETS } from '../../shared/values/grade.ts'
import { dateText, LAST_DAY } from '../bench/store/calendar.ts'
import { generateStore } from '../bench/store/generate-store.ts'
import { dumpStore } from '../support/dump.ts'
import { indexAndRebuilt } from '../support/lead-index.ts'

// The stores of `npm run bench`, at a size that is made in a second: what is measured must be a store like any other.

const TINY = { name: 'tiny', showrooms: 1, days: 120 }
const db = generateStore(':memory:', TINY)

const all = (from: Db, sql: string) => from.prepare(sql).all()

it('is the same again from the same seed, and another from another', () => {
  const small = { ...TINY, days: 5 }
  const made = (seed: number) => dumpStore(generateStore(':memory:', small, seed))
  expect(made(7)).toEqual(made(7))
  expect(made(8).visits).not.toEqual(made(7).visits)
})

it('has the schema of a new store, and nothing in it points nowhere', () => {
  const schema = `SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`
  expect(all(db, schema)).toEqual(all(openStore(':memory:'), schema))
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})

it('has the history and the index that the program itself derives from it', () => {
  const { stands, anew } = indexAndRebuilt(db)
  expect(stands).toEqual(anew)
  const history = () => all(db, 'SELECT * FROM lead_history ORDER BY lead_id, n')
  const written = history()
  db.transaction(() => rewriteLeadHistory(db, 'all'))()
  expect(history()).toEqual(written)
})

it('is what a showroom would have lived through', () => {
  const statuses = db.prepare(`SELECT DISTINCT status FROM lead_list ORDER BY 1`).pluck().all()
  expect(statuses).toEqual(['dormant', 'lost', 'open', 'won'])
  const one = (sql: string) => db.prepare(sql).pluck().get()
  expect(one('SELECT count(phone) - count(DISTINCT phone) FROM customers')).toBe(0)
  const later = `'${dateText(LAST_DAY)}'`
  expect(one(`SELECT count(*) FROM follow_ups WHERE done_on > ${later}`)).toBe(0)
  expect(one(`SELECT count(*) FROM lead_history WHERE on_date > ${later}`)).toBe(0)
  expect(one(`SELECT count(*) FROM follow_ups f JOIN leads l ON l.id = f.lead_id WHERE f.done_at < l.created_at`)).toBe(
    0,
  )
  expect(one(`SELECT count(*) FROM lead_events WHERE kind = 'owner' AND reason IS NOT NULL`)).toBeGreaterThan(0)
  expect(one('SELECT count(*) FROM visits WHERE first_visit = 0 AND lead_id IS NOT NULL')).toBeGreaterThan(0)
})

describe('its report', () => {
  const query = { from: dateText(LAST_DAY - 27), to: dateText(LAST_DAY), asOf: dateText(LAST_DAY), staffId: null }
  const { customerTypes, funnel, followUpWorkload, followUpAudit } = buildReport(readFacts(db, query))

  it.each(OPEN_BUCKETS)('balances: what %s had, and came and went, is what it has', (bucket) => {
    const { opening, closing, movesIn, movesOut } = customerTypes
    expect(opening[bucket] + (movesIn[bucket] ?? 0) - (movesOut[bucket] ?? 0)).toBe(closing[bucket])
  })

  it('has something to say at every point', () => {
    expect(funnel.N).toBeGreaterThan(500)
    expect(funnel.worked).toBeGreaterThan(funnel.won)
    expect(funnel.won).toBeGreaterThan(0)
    const { due, onTime, late, missed } = followUpWorkload
    expect(onTime + late + missed).toBe(due)
    expect(Math.min(onTime, late, missed)).toBeGreaterThan(0)
    expect(followUpAudit.suspectByRule.sameNote).toBeGreaterThan(0)
    expect(followUpAudit.suspectByRule.burst).toBeGreaterThan(0)
  })
})

it('goes out and in again through the exchange', () => {
  const small = generateStore(':memory:', { ...TINY, days: 10 })
  const tables = exportTables(small)
  const again = openStore(':memory:')
  expect(importTables(again, tables)).toMatchObject({ ok: true })
  expect(exportTables(again)).toEqual(tables)
})
