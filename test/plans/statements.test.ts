import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SeenStatement } from '../support/statement-watch.ts'
import { MAY_EXEC, MAY_SCAN } from './may-scan.ts'
import { planReader } from './plan-reader.ts'

// Every statement that the program prepared while the node tests ran (test/support/statement-watch.ts), by its query plan in a
// store with statistics: none reads a table that grows with history from end to end, unless it says why it may. Nobody has to
// list a new statement here: whatever a test makes run is looked at.

const folder = process.env['NINEPOINT_STATEMENTS'] ?? ''
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
const seen = lines.map((line) => JSON.parse(line) as SeenStatement)
/** Where the same statement is asked in several files it must hold in each. */
const asked = new Map(seen.map((one) => [`${one.site} ${one.sql}`, one]))
const prepared = [...asked.values()].filter(({ by }) => by === 'prepare')
const executed = [...asked.values()].filter(({ by }) => by === 'exec')
/** A part of the tests alone has not seen everything: then only what it did see is judged. */
const isWhole = files.length > 100

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what the program asks its store', () => {
  const plans = planReader()

  it('the test sees a scan, a skip through an index and a search for no word', () => {
    const whole = 'SELECT count(*) FROM visits WHERE note IS NULL'
    expect(plans.readsAll(whole)).toEqual(['visits'])
    expect(plans.readsAll('SELECT id FROM visits WHERE lead_id = @id')).toEqual([])
    expect(plans.readsAll('DELETE FROM follow_ups WHERE outcome IS NULL')).toEqual(['follow_ups'])
    expect(plans.readsAll('SELECT max(at) FROM audit_trail')).toEqual(['audit_trail'])
    expect(plans.readsAll('SELECT max(seq) FROM audit_trail')).toEqual([])
    const joined = 'SELECT v.id, s.name FROM visits v LEFT JOIN staff s ON s.id = v.received_by'
    expect(plans.readsAll(joined)).toEqual(['visits'])
    expect(plans.readsAll('SELECT rowid FROM lead_search')).toEqual(['a search table'])
    expect(plans.readsAll(`SELECT rowid FROM lead_search WHERE lead_search MATCH 'a'`)).toEqual([])
  })

  it.runIf(isWhole)('was seen whole', () => {
    expect(prepared.length).toBeGreaterThan(450)
  })

  it('reads no table that grows with history from end to end', () => {
    const faults = prepared.flatMap(({ sql, site }) => {
      if (MAY_SCAN.some((may) => site.startsWith(may.site) && (may.sql?.test(sql) ?? true))) return []
      const tables = plans.readsAll(sql)
      return tables.length === 0 ? [] : [`${site} reads all of ${tables.join(', ')}:\n${sql}`]
    })
    expect(faults).toEqual([])
  })

  it('is prepared, but for what makes a store anew', () => {
    const sites = new Set(executed.map(({ site }) => site))
    expect([...sites].filter((site) => MAY_EXEC[site] === undefined)).toEqual([])
  })

  it.runIf(isWhole)('makes use of every exception', () => {
    const unused = MAY_SCAN.filter(
      (may) => !prepared.some(({ sql, site }) => site.startsWith(may.site) && (may.sql?.test(sql) ?? true)),
    )
    expect(unused).toEqual([])
  })
})
