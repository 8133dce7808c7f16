import { afterEach, describe, expect, it } from 'vitest'
import { type Db, migrate, openStore } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { migrations } from '../../db/migrations/index.ts'
import { settleLeads } from '../../db/repositories/lead-index.ts'
import { putSilentLeadsToSleep } from '../../electron/api/services/dormancy.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { indexAndRebuilt } from '../support/lead-index.ts'
import { answered, job, REGISTER_HEADER, readText } from '../support/registers.ts'
import { storeWith } from '../support/small-store.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// Whatever writes, the list and the search know of it when it is done: the index as it stands equals one made anew.

let db: Db | null = null
afterEach(() => {
  if (db === null) return
  const { stands, anew } = indexAndRebuilt(db)
  expect(stands).toEqual(anew)
  db = null
})

async function withLead(): Promise<TestDesk & { readonly leadId: string; readonly visitId: string }> {
  const desk = testDesk()
  db = desk.db
  const { leadId, visitId } = await desk.as(STAFF.lin).call('visits.log', { ...anonymous, contact: someone })
  return { ...desk, leadId: leadId ?? '', visitId }
}

const found = async ({ as }: TestDesk, text: string) =>
  (await as(STAFF.manager).call('leads.list', { filter: { text }, limit: 50, offset: 0 })).rows.map(
    ({ customerName }) => customerName,
  )

const profile = { name: '单小雨', phone: '13611112222', wechat: 'rain_88', gender: null, city: null, note: null }

describe('the index of leads', () => {
  it('follows a visit, a new name and number, and forgets the old ones', async () => {
    const desk = await withLead()
    expect(await found(desk, 'sns')).toEqual(['孙女士'])
    await desk.as(STAFF.lin).call('leads.updateCustomer', { ...profile, leadId: desk.leadId, sharesPhone: false })
    expect(await found(desk, 'sxy')).toEqual(['单小雨'])
    expect([await found(desk, 'sns'), await found(desk, '9000')]).toEqual([[], []])
    const left = JSON.stringify(desk.db.prepare('SELECT block FROM lead_search_data').pluck().all().map(String))
    expect([left.includes('rain'), left.includes('13900139000')]).toEqual([true, false])
  })

  it('follows contacts, answers, owners, orders and losses, and their undoing', async () => {
    const { as, leadId, visitId, advance } = await withLead()
    const [lin, manager] = [as(STAFF.lin), as(STAFF.manager)]
    const step = () => advance(3_600_000)
    step()
    const followUp = { leadId, method: 'call', outcome: 'reached', note: null, doneAt: null } as const
    await lin.call('followUps.log', { ...followUp, nextDueOn: '2026-06-01' })
    await lin.call('followUps.plan', { leadId, dueOn: '2026-06-03' })
    await lin.call('leads.screen', { leadId, version: 1, facts: { ...noFacts, model: '轩逸' }, override: null })
    const assigned = await manager.ask('leads.assign', { leadIds: [leadId], staffId: STAFF.wang, reason: '休假' })
    await manager.call('acts.undo', { undoId: assigned.ok ? (assigned.undoId ?? '') : '' })
    const order = { leadId, orderedOn: '2026-05-20', model: null, priceFen: null, grossProfitFen: null }
    const { dealId } = await lin.call('leads.order', order)
    await lin.call('leads.cancelOrder', { dealId, reason: '贷款没批' })
    await manager.call('leads.lose', { leadId, reason: 'price', competitor: null, note: null })
    await lin.call('leads.reopen', { leadId, reason: '又来电' })
    const { contact: _, ...fields } = { ...anonymous, visitId, arrivedAt: Date.parse('2026-05-20T09:00:00+08:00') }
    await lin.call('visits.correct', fields)
    await lin.call('visits.void', { visitId, reason: '重复' })
  })

  it('follows a lead that falls asleep by itself', async () => {
    const { desk, db: store, advance, leadId } = await withLead()
    advance(400 * 86_400_000)
    expect(putSilentLeadsToSleep(store, desk.clock(), desk.newId)).toBe(1)
    expect(store.prepare('SELECT status FROM lead_list WHERE lead_id = ?').pluck().get(leadId)).toBe('dormant')
  })

  it('follows the import of a folder, new and over what is there', async () => {
    const { db: store } = await withLead()
    const again = openStore(':memory:')
    expect(importTables(again, exportTables(store))).toMatchObject({ ok: true })
    const renamed = new Map(exportTables(store))
    renamed.set('customers.csv', (renamed.get('customers.csv') ?? '').replace('孙女士', '欧阳娜娜'))
    expect(importTables(again, renamed)).toMatchObject({ ok: true })
    const words = again.prepare('SELECT words FROM lead_words').pluck().get()
    expect(words).toMatch(/ouyangnana/)
    const { stands, anew } = indexAndRebuilt(again)
    expect(stands).toEqual(anew)
  })

  it('follows a register, and its undoing', async () => {
    const desk = await withLead()
    const manager = desk.as(STAFF.manager)
    const rows = Array.from(
      { length: 320 },
      (_, nth) => `2026-03-01,09:55,来店,客户${nth},${13_800_138_000 + nth},,2,首次,自然到店,轩逸,B级,一周内,√,林小雨,`,
    )
    const reading = await readText(manager, [REGISTER_HEADER, ...rows].join('\n'))
    const input = { ...job(), token: reading.token, mapping: answered(reading) }
    const { digest } = await manager.call('imports.preview', input)
    const { batchId } = await manager.call('imports.run', { ...input, digest })
    expect(await found(desk, 'kehu31')).toHaveLength(11)
    const { stands, anew } = indexAndRebuilt(desk.db)
    expect(stands).toEqual(anew)
    await manager.call('imports.undo', { ...job(), batchId })
    expect(await found(desk, 'kehu31')).toEqual([])
  })

  it('is made for a store from before there was one', () => {
    const old = openStore(':memory:', { steps: migrations.slice(0, 1) })
    importOld(old)
    migrate(old, migrations)
    old.transaction(settleLeads)(old)
    db = old
    expect(old.prepare('SELECT lead_id FROM lead_list ORDER BY lead_id').pluck().all()).toEqual(['l1', 'l2'])
  })
})

/** The small store as the first schema held it. */
function importOld(old: Db): void {
  const made = openStore(':memory:')
  expect(importTables(made, storeWith())).toMatchObject({ ok: true })
  for (const table of [
    'store',
    'staff',
    'channels',
    'import_batches',
    'customers',
    'leads',
    'lead_history',
    'follow_ups',
  ]) {
    const columns = (old.pragma(`table_info(${table})`) as { readonly name: string }[]).map(({ name }) => `"${name}"`)
    const insert = old.prepare(
      `INSERT OR REPLACE INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`,
    )
    for (const row of made.prepare(`SELECT ${columns.join()} FROM ${table}`).raw().all()) insert.run(row)
  }
}
