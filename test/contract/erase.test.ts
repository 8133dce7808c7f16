import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { closeStore, openBeside, openStore } from '../../db/connection.ts'
import { erasePeople } from '../../db/person/erase-person.ts'
import { dropBackupsOfErased } from '../../db/person/old-backups.ts'
import { needsPurge } from '../../db/person/purge.ts'
import { purgeAside } from '../../db/person/purge-aside.ts'
import { eraseAgain, keepTombstones, tombstonesFileOf } from '../../db/person/tombstones.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { headOf, holdKey, newStoreKey } from '../../db/store-key.ts'
import { ERASED_TEXT } from '../../shared/values/erased.ts'
import { type BusyDesk, busyDesk } from '../support/busy-desk.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF } from '../support/desk.ts'
import { faultsOf, stateOf } from '../support/store-state.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

const PASSWORD = 'owner-password'

async function showroom(): Promise<BusyDesk> {
  const desk = await busyDesk()
  saveSecret(desk.db, STAFF.owner, cheapHash(PASSWORD), null)
  return desk
}

const customerOf = ({ db }: BusyDesk, leadId: string) => {
  const row = db
    .prepare('SELECT c.id, c.name, c.phone FROM leads l JOIN customers c ON c.id = l.customer_id WHERE l.id = ?')
    .get(leadId)
  return row as { readonly id: string; readonly name: string; readonly phone: string }
}

const asked = (desk: BusyDesk, leadId: string) => {
  const { id: customerId, name } = customerOf(desk, leadId)
  return { customerId, name, reason: 'asked', password: PASSWORD } as const
}

const erase = (desk: BusyDesk, leadId: string) => desk.as(STAFF.owner).call('customers.erase', asked(desk, leadId))

describe('erasing a customer', () => {
  it('asks for the name as it is on file and for the password, and does nothing otherwise', async () => {
    const desk = await showroom()
    const before = stateOf(desk.db)
    const owner = desk.as(STAFF.owner)
    const wrongName = await owner.refused('customers.erase', { ...asked(desk, desk.openId), name: '别人' })
    expect(wrongName.fields).toEqual([{ path: 'name', code: 'name_differs' }])
    const wrong = await owner.refused('customers.erase', { ...asked(desk, desk.openId), password: 'something else' })
    expect(wrong.code).toBe('wrong_secret')
    desk.advance(60_000)
    const { accounts: _, ...after } = stateOf(desk.db)
    const { accounts: __, ...kept } = before
    expect(after).toEqual(kept)
  })

  it('says before what goes and what stays', async () => {
    const desk = await showroom()
    const owner = desk.as(STAFF.owner)
    const { name, holdings } = await owner.call('customers.erasePreview', {
      customerId: customerOf(desk, desk.openId).id,
    })
    expect(name).toBe('客户1')
    expect(holdings).toMatchObject({ numbers: 1, plans: 1, openLeads: 1, leads: 1, visits: 1, followUps: 1, deals: 0 })
    const sold = desk.db.prepare('SELECT lead_id FROM deals').pluck().get() as string
    const ofBuyer = await owner.call('customers.erasePreview', { customerId: customerOf(desk, sold).id })
    expect(ofBuyer.holdings).toMatchObject({ deals: 1, openOrders: 1, openLeads: 0 })
  })

  it('ends an open lead as lost, confirms a loss that was asked for, and drops what was planned', async () => {
    const desk = await showroom()
    await erase(desk, desk.openId)
    await erase(desk, desk.askedId)
    const manager = desk.as(STAFF.manager)
    for (const leadId of [desk.openId, desk.askedId]) {
      const lead = await manager.call('leads.get', { leadId })
      expect(lead).toMatchObject({ status: 'lost', planned: null, lossRequest: null, erased: { reason: 'asked' } })
      expect(lead.customer).toMatchObject({ name: ERASED_TEXT, wechat: null, note: null })
      expect(lead.timeline.map(({ note }) => note).filter((note) => note !== null && /周六/.test(note))).toEqual([])
    }
    const reasons = desk.db.prepare(`SELECT reason FROM lead_events WHERE value = 'lost' AND lead_id = ?`).pluck()
    expect([reasons.get(desk.openId), reasons.get(desk.askedId)]).toEqual(['other', 'price'])
    expect(faultsOf(desk.db)).toEqual([])
  })

  it('leaves nothing to be found, and a new customer with the number is somebody new', async () => {
    const desk = await showroom()
    const { name, phone } = customerOf(desk, desk.openId)
    const manager = desk.as(STAFF.manager)
    const find = async () => {
      const words = [name, phone, phone.slice(-4), 'kehu1']
      const found = await Promise.all(words.map((text) => manager.call('leads.find', { by: 'text', text, limit: 8 })))
      const known = await manager.call('visits.checkPhone', { phone })
      return [found.map(({ rows }) => rows.some(({ leadId }) => leadId === desk.openId)), known.known.length]
    }
    expect(await find()).toEqual([[true, true, true, true], 1])
    await erase(desk, desk.openId)
    expect(await find()).toEqual([[false, false, false, false], 0])
    const again = await manager.call('visits.log', { ...anonymous, contact: { ...someone, name, phone } })
    expect(again.leadId).not.toBe(desk.openId)
    expect(customerOf(desk, again.leadId ?? '').name).toBe(name)
  })

  it('leaves others alone who have the same name and number', async () => {
    const desk = await showroom()
    const { id, name, phone } = customerOf(desk, desk.openId)
    desk.db
      .prepare(
        'UPDATE customers SET name = ?, phone = ?, phone_key = (SELECT phone_key FROM customers WHERE id = ?) WHERE id = ?',
      )
      .run(name, phone, id, customerOf(desk, desk.nobodysId).id)
    desk.db
      .prepare('INSERT INTO drafts VALUES (?, ?, ?, ?, 1, 1)')
      .run('lin', 'visit', 'new', JSON.stringify({ name, phone }))
    await erase(desk, desk.openId)
    expect(customerOf(desk, desk.nobodysId)).toMatchObject({ name, phone })
    expect(desk.db.prepare(`SELECT count(*) FROM drafts WHERE subject = 'new'`).pluck().get()).toBe(1)
    const { rows } = await desk.as(STAFF.manager).call('leads.find', { by: 'text', text: phone, limit: 8 })
    expect(rows.map(({ leadId }) => leadId)).toEqual([desk.nobodysId])
  })

  it('is the end of every act on them, wherever an input names them', async () => {
    const desk = await showroom()
    const { openId: leadId, visitId, followUpId } = desk
    const customerId = customerOf(desk, leadId).id
    await erase(desk, leadId)
    const contact = { ...someone, phone: '13700137000' }
    const inputs: readonly (readonly [string, object])[] = [
      [
        'leads.updateCustomer',
        { leadId, name: 'x', phone: null, wechat: 'w', gender: null, city: null, note: null, sharesPhone: false },
      ],
      ['leads.screen', { leadId, version: 1, facts: noFacts, override: null }],
      ['leads.assign', { leadIds: [leadId], staffId: STAFF.wang, reason: null }],
      ['leads.reopen', { leadId, reason: 'x' }],
      ['followUps.log', { leadId, method: 'call', outcome: 'reached', note: '来了', doneAt: null, nextDueOn: null }],
      ['followUps.review', { followUpId, verdict: 'approved', note: null }],
      ['visits.void', { visitId, reason: 'x' }],
      [
        'visits.log',
        { ...anonymous, firstVisit: false, contact: { ...contact, identity: { as: 'same_lead', leadId } } },
      ],
      ['visits.log', { ...anonymous, contact: { ...contact, identity: { as: 'new_lead', customerId } } }],
      // A form that was open: what was typed in it is kept a moment later, and may be the very name.
      ['drafts.keep', { staffId: STAFF.owner, form: 'profile', subject: leadId, content: { name: someone.name } }],
      ['drafts.keep', { staffId: STAFF.owner, form: 'reason', subject: `visits.void ${visitId}`, content: {} }],
      ['customers.export', { customerId, language: 'zh', words: { app: '', title: '', columns: {}, codes: {} } }],
      ['customers.erase', { customerId, name: ERASED_TEXT, reason: 'asked', password: PASSWORD }],
    ]
    const before = stateOf(desk.db)
    for (const [op, input] of inputs) {
      const answer = await desk.as(STAFF.owner).ask(op, input)
      expect([op, answer.ok ? 'ok' : answer.failure.code]).toEqual([op, 'person_erased'])
    }
    expect(stateOf(desk.db)).toEqual(before)
  })

  it('takes away every way back to the name: no act of before can be undone', async () => {
    const desk = await showroom()
    const { id: customerId } = customerOf(desk, desk.openId)
    const owner = desk.as(STAFF.owner)
    const renamed = { name: '改过的名字', phone: '13911112222', wechat: null, gender: null, city: null, note: null }
    const change = await owner.ask('leads.updateCustomer', { leadId: desk.openId, ...renamed, sharesPhone: false })
    expect(change).toMatchObject({ ok: true, undoId: expect.any(String) })
    const undoId = change.ok ? (change.undoId ?? '') : ''
    const done = await owner.ask('customers.erase', {
      customerId,
      name: renamed.name,
      reason: 'asked',
      password: PASSWORD,
    })
    expect(done).toMatchObject({ ok: true, value: { isPurged: true } })
    expect(done).not.toHaveProperty('undoId')
    expect((await owner.refused('acts.undo', { undoId })).code).toBe('undo_expired')
    expect(desk.db.prepare('SELECT count(*) FROM temp.undo_log').pluck().get()).toBe(0)
  })

  it('keeps in the trail that it was done, and to which id', async () => {
    const desk = await showroom()
    const { id } = customerOf(desk, desk.openId)
    await erase(desk, desk.openId)
    const entry = desk.db.prepare('SELECT operation, staff_id, subject FROM audit_trail ORDER BY seq DESC').raw().get()
    expect(entry).toEqual(['customers.erase', STAFF.owner, id])
  })
})

describe('the file without whoever was erased', () => {
  it('is written on a thread where it is large, while others read', async () => {
    const desk = await showroom()
    erasePeople(desk.db, [
      { customerId: customerOf(desk, desk.openId).id, erasedAt: desk.now(), erasedBy: null, reason: 'asked' },
    ])
    const purged = purgeAside(desk.db, desk.now(), 0)
    expect(needsPurge(desk.db)).toBe(true)
    expect(await purged).toBe(true)
    expect(needsPurge(desk.db)).toBe(false)
    expect(faultsOf(desk.db)).toEqual([])
  })

  it('is written under the key of the store where there is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ninepoint-'))
    const file = join(folder, 'showroom.db')
    const key = newStoreKey()
    const release = holdKey(key)
    const db = openStore(file, { create: true, key })
    db.exec(`INSERT INTO store (id, name, time_zone) VALUES ('store', '城东展厅', 'Asia/Shanghai')`)
    db.exec(`INSERT INTO customers (id, name, created_at) VALUES ('c', '周先生', 1)`)
    erasePeople(db, [{ customerId: 'c', erasedAt: 2, erasedBy: null, reason: 'asked' }])
    expect(await purgeAside(db, 3, 0)).toBe(true)
    expect(db.prepare('SELECT name FROM customers').pluck().get()).toBe(ERASED_TEXT)
    expect(headOf(file).kind).toBe('encrypted')
    closeStore(db)
    release()
    rmSync(folder, { recursive: true })
  })

  it('is written when somebody signs in where somebody else had it open before', async () => {
    const desk = await showroom()
    const reader = openBeside(desk.desk.store()?.file ?? '')
    desk.db.pragma('busy_timeout = 50')
    reader.exec('BEGIN; SELECT * FROM customers')
    expect(reader.prepare('SELECT count(*) FROM customers').pluck().get()).toBeGreaterThan(0)
    expect(await erase(desk, desk.openId)).toEqual({ isPurged: false })
    reader.exec('COMMIT')
    reader.close()
    expect(needsPurge(desk.db)).toBe(true)
    const signIn = { staffId: STAFF.owner, secret: PASSWORD }
    await desk.nobody.call('session.signIn', signIn)
    await vi.waitFor(() => expect(needsPurge(desk.db)).toBe(false), 20_000)
  })
})

describe('who was erased stays erased', () => {
  it('by a list beside the store that names ids only, of this showroom', async () => {
    const desk = await showroom()
    const { id, name, phone } = customerOf(desk, desk.openId)
    await erase(desk, desk.openId)
    const file = desk.desk.store()?.file ?? ''
    const list = readFileSync(tombstonesFileOf(file), 'utf8')
    expect(JSON.parse(list).erasures).toEqual([
      { storeId: 'store', customerId: id, erasedAt: desk.now(), erasedBy: STAFF.owner, reason: 'asked' },
    ])
    expect(list).not.toMatch(new RegExp(`${name}|${phone}`))
    // Another showroom with the same ids is none of its business.
    desk.db.exec(
      `DELETE FROM erasures; UPDATE customers SET name = '别处的人' WHERE id = '${id}'; UPDATE store SET id = 'another'`,
    )
    expect(eraseAgain(desk.db, file)).toBe(0)
    desk.db.exec(`UPDATE store SET id = 'store'`)
    expect(eraseAgain(desk.db, file)).toBe(1)
    expect(customerOf(desk, desk.openId).name).toBe(ERASED_TEXT)
  })

  it('also when that list is torn: it is written anew from the store', async () => {
    const desk = await showroom()
    await erase(desk, desk.openId)
    const list = tombstonesFileOf(desk.desk.store()?.file ?? '')
    const whole = readFileSync(list, 'utf8')
    writeFileSync(list, whole.slice(0, 40))
    keepTombstones(desk.db, desk.desk.store()?.file ?? '')
    expect(readFileSync(list, 'utf8')).toBe(whole)
  })

  it('and a month later no backup of before is kept, once there is a newer one', async () => {
    const desk = await showroom()
    const owner = desk.as(STAFF.owner)
    const { file: before } = await owner.call('store.backUp', {})
    const held = async () => (await owner.call('store.backups', {})).backups.map(({ file }) => file)
    desk.advance(60_000)
    await erase(desk, desk.openId)
    desk.advance(60_000)
    const { file: after } = await owner.call('store.backUp', {})
    expect(await held()).toEqual([after, before])
    desk.advance(30 * 86_400_000)
    const { file: newest } = await owner.call('store.backUp', {})
    expect(await held()).toEqual([newest, after])
  })
})

describe('how many people are on file', () => {
  it('is told to the owner, from 80,000 on with a warning, from 100,000 on with another; nobody erased is counted', async () => {
    const { db, as } = await showroom()
    const add = db.prepare(
      `WITH RECURSIVE n (i) AS (SELECT @from UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @to)
       INSERT INTO customers (id, name, created_at) SELECT 'many' || CAST(i AS INTEGER), '某人', 1 FROM n`,
    )
    const told = async () => {
      const { peopleOnFile, warnings } = await as(STAFF.owner).call('store.place', {})
      return { peopleOnFile, warnings: warnings.filter((one) => /people|important/.test(one)) }
    }
    const { peopleOnFile: few } = await told()
    add.run({ from: few, to: 79_999 })
    expect(await told()).toEqual({ peopleOnFile: 79_999, warnings: [] })
    add.run({ from: 79_999, to: 80_000 })
    expect(await told()).toEqual({ peopleOnFile: 80_000, warnings: ['many_people'] })
    add.run({ from: 80_000, to: 100_000 })
    expect(await told()).toEqual({ peopleOnFile: 100_000, warnings: ['important_data'] })
    erasePeople(db, [{ customerId: 'many90000', erasedAt: 2, erasedBy: null, reason: 'asked' }])
    expect(await told()).toEqual({ peopleOnFile: 99_999, warnings: ['many_people'] })
  })
})

describe('what is written of several people', () => {
  const db = openStore(':memory:')
  it('stays in a store that forgets nobody', () => {
    erasePeople(db, [])
    dropBackupsOfErased(db, '/nowhere', '', new Date(0))
    expect(eraseAgain(db, '/nowhere/showroom.db')).toBe(0)
  })
})
