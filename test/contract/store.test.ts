import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'

const SETTINGS = {
  name: '城西展厅',
  timeZone: 'Asia/Shanghai',
  openWeekdays: [7, 1, 1, 2],
  lateEntryMinutes: 45,
  responseMinutes: 20,
}

describe('store.update', () => {
  it('keeps what was set, each weekday once and in order', async () => {
    const owner = testDesk().as(STAFF.owner)
    await owner.call('store.update', SETTINGS)
    const { slots, ...settings } = await owner.call('store.get', {})
    expect(settings).toEqual({ ...SETTINGS, openWeekdays: [1, 2, 7] })
    expect(slots.map((slot) => slot.cadenceDays)).toEqual([2, 7, 15, 90])
  })

  it('refuses a zone nobody knows and a week without an open day', async () => {
    const owner = testDesk().as(STAFF.owner)
    expect((await owner.refused('store.update', { ...SETTINGS, timeZone: '+08:00' })).code).toBe('invalid_input')
    const refusal = await owner.refused('store.update', { ...SETTINGS, timeZone: 'Mars/Olympus', openWeekdays: [] })
    expect(refusal.fields).toEqual([
      { path: 'timeZone', code: 'not_a_time_zone' },
      { path: 'openWeekdays', code: 'required' },
    ])
  })

  it('re-dates every record into a new time zone', async () => {
    const { as, db } = testDesk({ fill: addNightRecords })
    const owner = as(STAFF.owner)
    expect(datesOf(db)).toEqual(Array(6).fill('2026-05-03'))
    await owner.call('store.update', { ...SETTINGS, timeZone: 'Europe/Berlin' })
    expect(datesOf(db)).toEqual(Array(6).fill('2026-05-02'))
    const { days } = await owner.call('doorCounts.month', { month: '2026-05' })
    expect(days.filter((day) => day.logged > 0).map((day) => day.date)).toEqual(['2026-05-02'])
    // 20 May, 10:00 in Shanghai is still the 19th in Los Angeles.
    await owner.call('store.update', { ...SETTINGS, timeZone: 'America/Los_Angeles' })
    expect((await owner.call('session.status', {})).today).toBe('2026-05-19')
  })
})

/** Everything that carries a derived date, one hour past midnight of 3 May in Shanghai. */
function addNightRecords(db: Db): void {
  const at = Date.parse('2026-05-03T01:00:00+08:00')
  const on = '2026-05-03'
  db.prepare(`INSERT INTO customers (id, name, created_at) VALUES ('c', '赵先生', ?)`).run(at)
  db.prepare(`INSERT INTO leads (id, customer_id, channel_id, created_at, created_on) VALUES ('l', 'c', ?, ?, ?)`).run(
    CHANNELS.walkIn,
    at,
    on,
  )
  db.prepare(`INSERT INTO lead_events (id, lead_id, at, kind, value) VALUES ('e', 'l', ?, 'status', 'won')`).run(at + 1)
  db.prepare(
    `INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, lead_id)
     VALUES ('v', ?, ?, ?, ?, 'showroom', 'purchase', 1, 'l')`,
  ).run(at, on, at, CHANNELS.walkIn)
  db.prepare(
    `INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, review, reviewed_by, reviewed_at, reviewed_on)
     VALUES ('f', 'l', ?, ?, ?, ?, 'approved', ?, ?, ?)`,
  ).run(STAFF.lin, on, at, on, STAFF.manager, at, on)
  rewriteLeadHistory(db, 'all')
}

function datesOf(db: Db): unknown[] {
  const sql = `
    SELECT created_on FROM leads UNION ALL SELECT arrived_on FROM visits
    UNION ALL SELECT done_on FROM follow_ups UNION ALL SELECT reviewed_on FROM follow_ups
    UNION ALL SELECT on_date FROM lead_history WHERE n = 0 OR won_on IS NULL
    UNION ALL SELECT won_on FROM lead_history WHERE won_on IS NOT NULL`
  return db.prepare(sql).pluck().all()
}

describe('store.updateSlots', () => {
  it('takes new labels and cadences of all four', async () => {
    const manager = testDesk().as(STAFF.manager)
    const { slots } = await manager.call('store.get', {})
    const labels = ['H', 'A', 'B', 'C']
    const changed = slots.map((slot, index) => ({ ...slot, label: labels[index] ?? '', cadenceDays: index + 3 }))
    await manager.call('store.updateSlots', { slots: changed })
    expect((await manager.call('store.get', {})).slots).toEqual(changed)
  })

  it('refuses a slot or a label that comes twice', async () => {
    const manager = testDesk().as(STAFF.manager)
    const { slots } = await manager.call('store.get', {})
    const [first] = slots
    const repeated = slots.map((slot, index) => (index === 2 && first !== undefined ? first : slot))
    expect((await manager.refused('store.updateSlots', { slots: repeated })).fields).toEqual([
      { path: 'slots.2.slot', code: 'repeated' },
      { path: 'slots.2.label', code: 'repeated' },
    ])
    expect((await manager.call('store.get', {})).slots).toEqual(slots)
  })
})

describe('backups', () => {
  it('are taken, listed newest first, and written to the audit trail', async () => {
    const { as, advance, db } = testDesk()
    const owner = as(STAFF.owner)
    expect((await owner.call('store.backups', {})).backups).toEqual([])
    const first = await owner.call('store.backUp', {})
    advance(60_000)
    const second = await owner.call('store.backUp', {})
    const { folder, backups } = await owner.call('store.backups', {})
    expect(backups.map((backup) => backup.file)).toEqual([second.file, first.file])
    expect(backups.map((backup) => backup.takenAt)).toEqual(
      ['2026-05-20T10:01:00+08:00', '2026-05-20T10:00:00+08:00'].map(Date.parse),
    )
    expect(backups[0]).toMatchObject({ people: 5, leads: 0, visits: 0, deals: 0, madeFor: null })
    expect(existsSync(join(folder, second.file))).toBe(true)
    expect(db.prepare('SELECT operation, subject FROM audit_trail').all()).toEqual([
      { operation: 'store.backUp', subject: first.file },
      { operation: 'store.backUp', subject: second.file },
    ])
  })
})
