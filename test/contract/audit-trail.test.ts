import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveSecret } from '../../db/repositories/staff.ts'
import { openFile } from '../../db/store-key.ts'
import { oweEntry } from '../../electron/api/owed-entries.ts'
import { type BusyDesk, busyDesk } from '../support/busy-desk.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF } from '../support/desk.ts'

const PASSWORD = 'correct horse'
const page = { before: null, limit: 50 }
const everything = { staffId: null, kind: null, from: null, to: null, ...page }

let desk: BusyDesk
beforeAll(async () => {
  desk = await busyDesk()
  saveSecret(desk.db, STAFF.owner, cheapHash(PASSWORD), null)
})

describe('the audit trail', () => {
  it('says who did what to whom, newest first, with the customer’s profile to open', async () => {
    const owner = desk.as(STAFF.owner)
    await desk.as(STAFF.wang).call('leads.get', { leadId: desk.openId })
    await desk.as(STAFF.lin).call('leads.deliver', { dealId: desk.dealId, deliveredOn: '2026-05-20' })
    const { entries, next } = await owner.call('audit.list', { ...everything, limit: 2 })
    expect(entries).toMatchObject([
      { staffName: '林小雨', kind: 'changed', operation: 'leads.deliver', about: '客户5', detail: null },
      { staffName: '王大力', kind: 'read', operation: 'leads.get', about: '客户1', leadId: desk.openId },
    ])
    expect(entries[1]?.detail).toBe('contact=masked')
    const { entries: older } = await owner.call('audit.list', { ...everything, before: next })
    expect(older[0]?.seq).toBe((entries[1]?.seq ?? 0) - 1)
    const days = await owner.call('audit.list', { ...everything, from: '2026-05-21', to: '2026-05-22' })
    expect(days).toEqual({ entries: [], next: null })
  })

  it('tells a manager who has seen one customer, by whatever record of theirs', async () => {
    const manager = desk.as(STAFF.manager)
    const { entries } = await manager.call('audit.ofCustomer', { leadId: desk.openId, ...page })
    expect(new Set(entries.map(({ about }) => about))).toEqual(new Set(['客户1']))
    expect(entries.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['leads.get', 'leads.screen', 'followUps.log']),
    )
    expect((await manager.refused('audit.ofCustomer', { leadId: 'nobody', ...page })).code).toBe('not_found')
  })

  it('is not filled by a program that is refused again and again', async () => {
    const { db } = desk
    const log = db.prepare(
      `INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, received_by)
       VALUES (?, 1, '1970-01-01', 1, 'walk-in', 'showroom', 'purchase', 1, 'lin')`,
    )
    const ids = Array.from({ length: 205 }, (_, n) => `of lin ${n}`)
    for (const id of ids) log.run(id)
    const refusals = db.prepare(`SELECT count(*) FROM audit_trail WHERE kind = 'refused'`).pluck()
    const before = Number(refusals.get())
    const tried = async (visitId: string) =>
      (await desk.as(STAFF.wang).refused('visits.void', { visitId, reason: '重复' })).code
    for (const id of ids) expect(await tried(id)).toBe('not_yours')
    expect(refusals.get()).toBe(before + 200)
    desk.advance(15 * 60_000)
    expect(await tried('of lin 1')).toBe('not_yours')
    expect(refusals.get()).toBe(before + 201)
  })

  it('is held against the newest backup of it, also after an older one was restored', async () => {
    const check = () => desk.as(STAFF.owner).call('audit.check', { after: 0 })
    expect(await check()).toMatchObject({ isEnd: true, fault: null, backedUpTo: null })
    const { file } = await desk.as(STAFF.owner).call('store.backUp', {})
    const first = await check()
    expect(first).toMatchObject({ fault: null, backedUpTo: first.of - 1 })
    desk.advance(3_600_000)
    await desk.as(STAFF.owner).call('doorCounts.save', { date: '2026-05-18', count: 3 })
    const { previewId } = await desk.as(STAFF.owner).call('store.previewBackup', { file })
    // Could not be entered when it happened; it belongs to the store that goes.
    const owed = { at: desk.now(), staffId: STAFF.lin, operation: 'leads.get', subject: 'owed', kind: 'read' } as const
    oweEntry(desk.desk, desk.db, owed)
    const folder = desk.desk.store()?.backupFolder ?? ''
    const { before } = await desk.as(STAFF.owner).call('store.restore', { previewId, password: PASSWORD })
    const gone = openFile(join(folder, before ?? ''), { readonly: true })
    expect(gone.prepare(`SELECT count(*) FROM audit_trail WHERE subject = 'owed'`).pluck().get()).toBe(1)
    gone.close()
    // What was there before the restore went on further, and is no part of this one.
    expect(await check()).toMatchObject({ fault: null, of: first.of, backedUpTo: null })

    await desk.as(STAFF.owner).call('store.backUp', {})
    const db = desk.desk.store()?.db
    const last = first.of
    db?.exec(`DROP TRIGGER audit_trail_no_delete; DELETE FROM audit_trail WHERE seq >= ${last};
      UPDATE sqlite_sequence SET seq = ${last - 1} WHERE name = 'audit_trail'`)
    expect(await check()).toMatchObject({ fault: { seq: last, fault: 'cut' } })
  })
})
