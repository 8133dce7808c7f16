import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import {
  countOpenStock,
  findNewestRuleSet,
  insertRuleSet,
  listOpenGradedLeads,
  OPEN_GRADED,
  OPEN_STOCK,
} from '../../db/repositories/rule-sets.ts'
import { countScriptUses, SCRIPT_USES, saveScript } from '../../db/repositories/scripts.ts'
import { readThresholds, saveThresholds } from '../../db/repositories/thresholds.ts'
import { addDefaultScripts } from '../../electron/api/services/scripts/add-defaults.ts'
import { DEFAULT_THRESHOLDS } from '../../shared/domain/lights.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const DAY_MS = 86_400_000
const NOON = Date.parse('2026-05-20T12:00:00Z')
const day = (offset: number) => new Date(NOON + offset * DAY_MS).toISOString().slice(0, 10) as BusinessDate

const STAFF_AND_SOURCE = `
  INSERT INTO store (id, name, time_zone) VALUES ('store', 'Store', 'UTC');
  INSERT INTO staff (id, name, role, active) VALUES ('s', 'Lin', 'salesperson', 1);
  INSERT INTO channels (id, "group", name) VALUES ('walk', 'walk_in', 'Walk');`

/** A lead per customer; `events` are appended in their order. */
function newStore() {
  const db = openStore(':memory:')
  db.exec(STAFF_AND_SOURCE)
  const customer = db.prepare("INSERT INTO customers (id, name, created_at) VALUES (?, 'Zhou', ?)")
  const lead = db.prepare(
    "INSERT INTO leads (id, customer_id, channel_id, created_at, created_on, horizon_months) VALUES (?, ?, 'walk', ?, ?, 2)",
  )
  const event = db.prepare('INSERT INTO lead_events (id, lead_id, at, kind, value, reason) VALUES (?, ?, ?, ?, ?, ?)')
  let n = 0
  const addLead = (id: string, events: readonly (readonly [kind: string, value: string, reason?: string])[] = []) => {
    const at = NOON - 100 * DAY_MS
    customer.run(id, at)
    lead.run(id, id, at, day(-100))
    for (const [kind, value, reason = null] of events) event.run(`e${++n}`, id, at + n, kind, value, reason)
    rewriteLeadHistory(db, [id])
  }
  return { db, addLead }
}

describe('limits of the lights', () => {
  it('only what differs from the defaults is kept', () => {
    const { db } = newStore()
    const own = { ...DEFAULT_THRESHOLDS, infoCapture: { amberFrom: 0.25, greenFrom: 0.35, source: 'store' as const } }
    saveThresholds(db, own)
    expect(readThresholds(db)).toEqual(own)
    expect(db.prepare('SELECT key FROM thresholds').pluck().all()).toEqual(['infoCapture'])
    saveThresholds(db, DEFAULT_THRESHOLDS)
    expect(readThresholds(db)).toEqual(DEFAULT_THRESHOLDS)
    expect(db.prepare('SELECT count(*) FROM thresholds').pluck().get()).toBe(0)
  })

  it('the file itself holds no amber above green, and a key it does not know harms nobody', () => {
    const { db } = newStore()
    const insert = db.prepare('INSERT INTO thresholds VALUES (?, ?, ?)')
    expect(() => insert.run('infoCapture', 0.5, 0.4)).toThrow(/CHECK/)
    insert.run('aLightOfTomorrow', 0.1, 0.2)
    expect(readThresholds(db)).toEqual(DEFAULT_THRESHOLDS)
  })
})

describe('versions of the rules', () => {
  it('the newest is in force, none is written over', () => {
    const { db } = newStore()
    expect(findNewestRuleSet(db)).toBeNull()
    const save = (version: number) =>
      insertRuleSet(db, { version, rules: '{}', note: null, savedAt: NOON + version, savedBy: 's' })
    save(2)
    save(3)
    expect(findNewestRuleSet(db)).toMatchObject({ version: 3, savedByName: 'Lin' })
    expect(() => save(3)).toThrow(/UNIQUE/)
    // The first version is the one in the code.
    expect(() => save(1)).toThrow(/CHECK/)
  })

  it('a change is asked of open graded leads alone, and knows whose grade is a person’s', () => {
    const { db, addLead } = newStore()
    addLead('by the rules', [['grade', 'A']])
    addLead('by a person', [
      ['grade', 'A'],
      ['grade', 'C', '家人反对'],
    ])
    addLead('by the rules again', [
      ['grade', 'C', '家人反对'],
      ['grade', 'B'],
    ])
    addLead('ungraded')
    addLead('lost', [
      ['grade', 'A'],
      ['status', 'lost', 'price'],
    ])
    addLead('asleep', [
      ['grade', 'D'],
      ['status', 'dormant'],
    ])
    const leads = listOpenGradedLeads(db).map(({ leadId, grade, isOverridden }) => [leadId, grade, isOverridden])
    expect(leads).toEqual([
      ['by a person', 'C', true],
      ['by the rules', 'A', false],
      ['by the rules again', 'B', false],
    ])
    expect(countOpenStock(db)).toEqual({ A: 1, B: 1, C: 1, D: 0, ungraded: 1 })
  })
})

describe('what came of a script', () => {
  const { db, addLead } = newStore()
  const query = { since: day(-180), now: NOON, withinMs: 7 * DAY_MS }
  const followUp = db.prepare(
    `INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, outcome, script_id)
     VALUES (@id, @leadId, 's', @on, @at, @on, @outcome, @scriptId)`,
  )
  const visit = db.prepare(
    `INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, lead_id, voided_at, void_reason)
     VALUES (@id, @at, @on, @at, 'walk', @kind, 'purchase', 0, @leadId, @voidedAt, @voidReason)`,
  )
  let n = 0
  type Use = { outcome?: string; visitDays?: number; kind?: string; isVoid?: boolean; scriptId?: string }
  const use = (
    offset: number,
    { outcome = 'reached', visitDays, kind = 'showroom', isVoid, scriptId = 'one' }: Use = {},
  ) => {
    const leadId = `l${++n}`
    addLead(leadId)
    followUp.run({ id: leadId, leadId, on: day(offset), at: NOON + offset * DAY_MS, outcome, scriptId })
    if (visitDays === undefined) return
    const at = NOON + (offset + visitDays) * DAY_MS
    const voided = isVoid === true ? { voidedAt: at, voidReason: 'x' } : { voidedAt: null, voidReason: null }
    visit.run({ id: leadId, leadId, at, on: day(offset + visitDays), kind, ...voided })
  }
  beforeAll(() => {
    for (const id of ['one', 'two', 'unused']) {
      saveScript(db, { id, title: id, text: 'x', purpose: 'need', grade: null, stage: null, active: true })
    }
    use(-20, { visitDays: 7 })
    use(-20, { visitDays: 8 })
    use(-20, { visitDays: -1 })
    use(-20, { visitDays: -0.2 })
    use(-20, { visitDays: 2, kind: 'phone' })
    use(-20, { visitDays: 2, isVoid: true })
    use(-20, { outcome: 'not_reached' })
    use(-20, { outcome: 'refused' })
    // Its days are not over: not tried yet, also where the customer has come already.
    use(-3, { visitDays: 1 })
    use(-181, { visitDays: 1 })
    use(-9, { scriptId: 'two', outcome: 'appointment', visitDays: 1 })
  })

  it('counts uses, who was reached, and who came within the days', () => {
    expect(countScriptUses(db, query)).toEqual([
      { scriptId: 'one', used: 9, reached: 8, tried: 8, visited: 1 },
      { scriptId: 'two', used: 1, reached: 1, tried: 1, visited: 1 },
    ])
  })

  it('a script that was said cannot be lost from the records', () => {
    expect(() => db.prepare("DELETE FROM scripts WHERE id = 'one'").run()).toThrow(/FOREIGN KEY/)
  })
})

it('those that ship are added once, and what the store made of one stays', () => {
  const { db } = newStore()
  const added = addDefaultScripts(db, 'zh')
  const [first] = db.prepare('SELECT id, title FROM scripts ORDER BY sort').all() as { id: string; title: string }[]
  db.prepare("UPDATE scripts SET text = '我们自己的说法', active = 0 WHERE id = ?").run(first?.id)
  expect(addDefaultScripts(db, 'zh')).toBe(0)
  expect(db.prepare('SELECT text FROM scripts WHERE id = ?').pluck().get(first?.id)).toBe('我们自己的说法')
  // The other language is another set beside it.
  expect(addDefaultScripts(db, 'en')).toBe(added)
})

describe.each(['a new store', 'a store whose statistics are known'])('%s', (kind) => {
  const { db, addLead } = newStore()
  beforeAll(() => {
    addDefaultScripts(db, 'zh')
    for (let i = 0; i < 400; i += 1) addLead(`lead ${i}`, [['grade', 'ABCD'.charAt(i % 4)]])
    db.exec(`INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, script_id)
      SELECT id, id, 's', '2026-05-01', created_at, '2026-05-01', iif(rowid % 5, NULL, 'zh-need-use') FROM leads`)
    if (kind !== 'a new store') db.exec('ANALYZE')
  })
  it.each([
    ['open graded leads', OPEN_GRADED, {}],
    ['open stock', OPEN_STOCK, {}],
    ['uses of scripts', SCRIPT_USES, { since: '2026-01-01', now: NOON, withinMs: 1 }],
  ])('%s read an index', (_, sql, parameters) => {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]
    const scans = plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?!s\b)|AUTOMATIC/.test(detail))
    expect(scans).toEqual([])
  })
})
