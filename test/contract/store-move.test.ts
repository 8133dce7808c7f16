import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '../../db/backup-file.ts'
import { openStore } from '../../db/connection.ts'
import { findAccount, saveSecret } from '../../db/repositories/staff.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { type Caller, STAFF, START } from '../support/desk.ts'
import { askAt, otherPc, PACK_PASSWORD, PASSWORD, showroom, trailOf, visitsIn } from '../support/two-pcs.ts'
import { anonymous, someone } from '../support/visitors.ts'
import '../support/quick-scrypt.ts'

describe('restoring a backup', () => {
  it('shows what it holds and what would be lost, replaces, signs everybody out, and can be taken back', async () => {
    const { desk, as, owner, advance } = await showroom()
    const { file } = await owner.call('store.backUp', {})
    advance(3_600_000)
    const { leadId } = await as(STAFF.lin).call('visits.log', { ...anonymous, contact: someone })
    await as(STAFF.lin).call('followUps.log', {
      leadId: leadId ?? '',
      method: 'call',
      outcome: 'reached',
      note: null,
      doneAt: null,
      nextDueOn: null,
    })
    const preview = await owner.call('store.previewBackup', { file })
    expect(preview).toMatchObject({
      storeName: '城东展厅',
      takenAt: Date.parse(START),
      newestAt: Date.parse(START),
      counts: { people: 5, customers: 0, leads: 0, visits: 1, followUps: 0, deals: 0 },
      lost: { people: 0, customers: 1, leads: 1, visits: 1, followUps: 1, deals: 0 },
      gained: { people: 0, customers: 0, leads: 0, visits: 0, followUps: 0, deals: 0 },
    })
    expect(visitsIn(desk)).toBe(2)

    const { before, status } = await owner.call('store.restore', { previewId: preview.previewId, password: PASSWORD })
    expect(status).toMatchObject({ stage: 'sign_in', me: null, storeName: '城东展厅' })
    expect(visitsIn(desk)).toBe(1)
    expect(trailOf(desk)).toContain('store.restore')
    const folder = desk.store()?.backupFolder ?? ''
    expect(verifyBackup(join(folder, before ?? '')).ok).toBe(true)
    // Nothing half-done, and nothing kept twice.
    expect(readdirSync(desk.folder).filter((name) => /restoring|swap|replaced/.test(name))).toEqual([])

    const again = as(STAFF.owner)
    const { backups } = await again.call('store.backups', {})
    expect(backups.filter(({ madeFor }) => madeFor === 'before_replacing').map((one) => one.file)).toEqual([before])
    const back = await again.call('store.previewBackup', { file: before ?? '' })
    expect(back).toMatchObject({ lost: { visits: 0 }, gained: { visits: 1, leads: 1, followUps: 1, customers: 1 } })
    await again.call('store.restore', { previewId: back.previewId, password: PASSWORD })
    expect(visitsIn(desk)).toBe(2)
  })

  it('leaves whoever restores the password and the paper of today: those of back then may be gone', async () => {
    const { desk, owner, db, advance } = await showroom()
    const { file } = await owner.call('store.backUp', {})
    advance(60_000)
    const today = [cheapHash('a new secret'), cheapHash('ABCDEFGHJKLMNPQR')] as const
    saveSecret(db, STAFF.owner, ...today)
    saveSecret(db, STAFF.lin, cheapHash('246802'), null)
    const { previewId } = await owner.call('store.previewBackup', { file })
    await owner.call('store.restore', { previewId, password: 'a new secret' })
    const restored = desk.store()?.db ?? db
    expect(restored).not.toBe(db)
    const of = (id: string) => findAccount(restored, id)
    expect([of(STAFF.owner)?.secretHash, of(STAFF.owner)?.recoveryHash]).toEqual(today)
    // Everybody else’s is that of back then.
    expect(of(STAFF.lin)?.secretHash).not.toBe(cheapHash('246802'))
    await askAt(desk).call('session.signIn', { staffId: STAFF.owner, secret: 'a new secret' })
  })

  it('needs the owner’s password, and the very file that was looked at', async () => {
    const { desk, owner, advance } = await showroom()
    const { file } = await owner.call('store.backUp', {})
    advance(60_000)
    const other = await owner.call('store.backUp', {})
    const folder = desk.store()?.backupFolder ?? ''
    const { previewId } = await owner.call('store.previewBackup', { file })
    expect((await owner.refused('store.restore', { previewId, password: 'wrong horse' })).code).toBe('wrong_secret')
    expect((await owner.refused('store.restore', { previewId: 'guessed', password: PASSWORD })).code).toBe(
      'preview_expired',
    )
    // Another valid store under the name of the one that was agreed to.
    copyFileSync(join(folder, other.file), join(folder, file))
    expect((await owner.refused('store.restore', { previewId, password: PASSWORD })).code).toBe('preview_expired')
    expect((await owner.refused('store.previewBackup', { file })).code).toBe('backup_unusable')
    expect((await owner.refused('store.previewBackup', { file: '../showroom.db' })).code).toBe('invalid_input')
    expect((await owner.refused('store.previewBackup', { file: 'ninepoint-20990101-000000.db' })).code).toBe(
      'not_found',
    )
    expect(visitsIn(desk)).toBe(1)
    expect((await owner.call('session.status', {})).me?.id).toBe(STAFF.owner)
  })

  it('is not done when the present store cannot be backed up first, nor while another program has it open', async () => {
    const { desk, owner } = await showroom()
    const { file } = await owner.call('store.backUp', {})
    const { previewId } = await owner.call('store.previewBackup', { file })
    const store = desk.store()
    const others = openStore(store?.file ?? '')
    const refusal = await owner.refused('store.restore', { previewId, password: PASSWORD })
    expect(refusal.code).toBe('store_open_elsewhere')
    others.close()
    store?.db.pragma('foreign_keys = OFF')
    store?.db.prepare("UPDATE visits SET channel_id = 'gone'").run()
    expect((await owner.refused('store.restore', { previewId, password: PASSWORD })).code).toBe('backup_failed')
    expect(desk.store()).toBe(store)
    expect(visitsIn(desk)).toBe(1)
    expect(readdirSync(desk.folder).filter((name) => /restoring|swap|replaced/.test(name))).toEqual([])
  })

  it('stops a thread that works on a foreign file, and waits for who is writing', async () => {
    const { desk, as, owner } = await showroom()
    const { file } = await owner.call('store.backUp', {})
    const { previewId } = await owner.call('store.previewBackup', { file })
    const contentBase64 = Buffer.from(`来店日期,客户\n${'2026-05-01,客\n'.repeat(20_000)}`).toString('base64')
    const reading = as(STAFF.manager).ask('imports.read', { job: 'job-1', fileName: '登记.csv', contentBase64 })
    const endWriting = Promise.withResolvers<void>()
    const writing = desk.writeTurns.share(() => endWriting.promise)
    let isReplaced = false
    const restoring = owner.call('store.restore', { previewId, password: PASSWORD }).then(() => {
      isReplaced = true
    })
    await reading
    expect(isReplaced).toBe(false)
    endWriting.resolve()
    await Promise.all([writing, restoring])
    expect(
      (await as(STAFF.owner).call('store.backups', {})).backups.some(({ madeFor }) => madeFor === 'before_replacing'),
    ).toBe(true)
  })
})

describe('moving to another PC', () => {
  it('takes everything along in one file, and the same people sign in there', async () => {
    const { desk, owner, folder } = await showroom()
    const packed = await owner.call('store.pack', { password: PACK_PASSWORD })
    expect(packed.file).toBe('城东展厅_20260520.ninepoint')
    const path = join(folder, 'packed', packed.file)
    expect(packed.bytes).toBe(readFileSync(path).length)
    for (const word of ['SQLite', '城东展厅', '林小雨', 'scrypt$'])
      expect(readFileSync(path).includes(word)).toBe(false)
    expect(readdirSync(join(folder, 'packed'))).toEqual([packed.file])
    expect((await owner.call('store.pack', { password: PACK_PASSWORD })).file).toBe('城东展厅_20260520-2.ninepoint')

    const there = otherPc()
    expect(await there.call('session.status', {})).toMatchObject({ stage: 'first_run' })
    await there.desk.offerPacked(path)
    const { files } = await there.call('store.packed', {})
    expect(files).toMatchObject([{ file: packed.file, isOffered: true, bytes: packed.bytes }])
    const id = files[0]?.id ?? ''
    expect(await there.refused('store.openPacked', { id, password: 'correct horse' })).toBe('pack_password_wrong')
    expect(readdirSync(join(there.folder, 'packed'))).toEqual([])
    const preview = await there.call('store.openPacked', { id, password: PACK_PASSWORD })
    expect(preview).toMatchObject({ storeName: '城东展厅', counts: { people: 5, visits: 1 }, lost: null, gained: null })
    const { status, before } = await there.call('store.takePacked', { previewId: preview.previewId, password: null })
    expect(before).toBeNull()
    expect(status).toMatchObject({ stage: 'sign_in', storeName: '城东展厅', me: null, movedAt: null })
    expect(visitsIn(there.desk)).toBe(1)
    expect(readdirSync(join(there.folder, 'packed'))).toEqual([])
    const signedIn = await there.call('session.signIn', { staffId: STAFF.lin, secret: '135790' })
    expect(signedIn.me?.id).toBe(STAFF.lin)
    expect(desk.store()).not.toBeNull()
  })

  it('replaces a showroom that is there only for its owner, with the password, and with the way back', async () => {
    const from = await showroom()
    const { file } = await from.owner.call('store.pack', { password: PACK_PASSWORD })
    const { desk, as, nobody, owner } = await showroom()
    await as(STAFF.lin).call('visits.log', anonymous)
    await desk.offerPacked(join(from.folder, 'packed', file))
    expect((await nobody.refused('store.packed', {})).code).toBe('not_signed_in')
    expect((await as(STAFF.manager).refused('store.packed', {})).code).toBe('forbidden')
    const id = (await owner.call('store.packed', {})).files[0]?.id ?? ''
    expect((await as(STAFF.lin).refused('store.openPacked', { id, password: PACK_PASSWORD })).code).toBe('forbidden')
    const { previewId, lost } = await owner.call('store.openPacked', { id, password: PACK_PASSWORD })
    // Ids are given by each test desk from 1: the first visit of both has the same.
    expect(lost?.visits).toBe(1)
    const take = (caller: Caller, password: string | null) =>
      caller.refused('store.takePacked', { previewId, password }).then(({ code }) => code)
    expect(await take(nobody, PASSWORD)).toBe('not_signed_in')
    expect(await take(as(STAFF.manager), PASSWORD)).toBe('forbidden')
    expect(await take(owner, null)).toBe('wrong_secret')
    expect(visitsIn(desk)).toBe(2)
    const { before } = await owner.call('store.takePacked', { previewId, password: PASSWORD })
    expect(visitsIn(desk)).toBe(1)
    const { previewId: back } = await as(STAFF.owner).call('store.previewBackup', { file: before ?? '' })
    await as(STAFF.owner).call('store.restore', { previewId: back, password: PASSWORD })
    expect(visitsIn(desk)).toBe(2)
  })

  it('replaces no showroom that came to be while the first one was still awaited', async () => {
    const from = await showroom()
    const { file } = await from.owner.call('store.pack', { password: PACK_PASSWORD })
    const { desk, call, refused } = otherPc()
    await desk.offerPacked(join(from.folder, 'packed', file))
    const id = (await call('store.packed', {})).files[0]?.id ?? ''
    const { previewId } = await call('store.openPacked', { id, password: PACK_PASSWORD })
    const owner = { name: '何总', password: PASSWORD }
    const place = { storeName: '城西展厅', timeZone: 'Asia/Shanghai', openWeekdays: [1], language: 'zh' }
    const setUp = call('setup.createStore', { ...place, owner, people: [], channels: [] })
    // Asked for while there is none yet; its turn comes when there is one.
    expect(await refused('store.takePacked', { previewId, password: null })).toBe('already_set_up')
    await setUp
    expect(await call('session.status', {})).toMatchObject({ storeName: '城西展厅' })
    expect(visitsIn(desk)).toBe(0)
  })

  it('opens no file that is cut, changed, foreign or newer, and leaves nothing of it behind', async () => {
    const { owner, folder, db } = await showroom()
    const { file } = await owner.call('store.pack', { password: PACK_PASSWORD })
    db.pragma('user_version = 99999')
    const newer = await owner.call('store.pack', { password: PACK_PASSWORD })
    const good = readFileSync(join(folder, 'packed', file))
    const there = otherPc()
    mkdirSync(join(there.folder, 'packed'))
    const problemOf = async (name: string, bytes: Buffer) => {
      writeFileSync(join(there.folder, 'packed', name), bytes)
      return there.refused('store.openPacked', { id: name, password: PACK_PASSWORD })
    }
    const middle = Math.floor(good.length / 2)
    const changed = Buffer.from(good)
    changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle)
    expect(await problemOf('cut.ninepoint', good.subarray(0, middle))).toBe('pack_unreadable')
    expect(await problemOf('short.ninepoint', good.subarray(0, 60))).toBe('pack_unreadable')
    expect(await problemOf('changed.ninepoint', changed)).toBe('pack_unreadable')
    expect(await problemOf('foreign.ninepoint', Buffer.from('age? no.\n'.repeat(99)))).toBe('pack_unreadable')
    expect(await problemOf('newer.ninepoint', readFileSync(join(folder, 'packed', newer.file)))).toBe('store_newer')
    expect(await there.refused('store.openPacked', { id: '../showroom.db', password: PACK_PASSWORD })).toBe('not_found')
    expect(readdirSync(join(there.folder, 'packed')).filter((name) => !name.endsWith('.ninepoint'))).toEqual([])
    expect(existsSync(join(there.folder, 'showroom.db'))).toBe(false)
    // The control: the whole file opens.
    expect(await problemOf('good.ninepoint', good)).toBe('ok')
  })

  it('refuses a password that anybody could try out', async () => {
    const { owner } = await showroom()
    for (const password of ['', 'short 1', '1234567890', 'aaaaaaaaaaaaaaa', '13800138000']) {
      const refusal = await owner.refused('store.pack', { password })
      expect([password, refusal.fields]).toEqual([password, [{ path: 'password', code: 'pack_password_weak' }]])
    }
  })

  it('is told plainly at the old PC, and taken back there', async () => {
    const { owner, nobody, desk } = await showroom()
    await owner.call('store.markMoved', { isMoved: true })
    expect((await nobody.call('session.status', {})).movedAt).toBe(Date.parse(START))
    // A note, not a lock: it does not travel in the store, and work can go on.
    await owner.call('store.backUp', {})
    const { file = '' } = (await owner.call('store.backups', {})).backups[0] ?? {}
    const there = otherPc()
    copyFileSync(join(desk.store()?.backupFolder ?? '', file), join(there.folder, 'showroom.db'))
    expect((await otherPc(there.folder).call('session.status', {})).movedAt).toBeNull()
    await owner.call('store.markMoved', { isMoved: false })
    expect((await nobody.call('session.status', {})).movedAt).toBeNull()
  })

  it('is not for the demo showroom', async () => {
    const { desk } = await showroom()
    await desk.openDemo()
    const { call, refused } = askAt(desk)
    const { people } = await call('session.status', {})
    const staffId = people.find(({ role }) => role === 'owner')?.id
    await call('session.signIn', { staffId, secret: '888888' })
    for (const [op, input] of [
      ['store.pack', { password: PACK_PASSWORD }],
      ['store.packed', {}],
      ['store.restore', { previewId: 'x', password: '888888' }],
      ['store.previewBackup', { file: 'ninepoint-20260520-100000.db' }],
      ['store.markMoved', { isMoved: true }],
    ] as const) {
      expect([op, await refused(op, input)]).toEqual([op, 'not_in_demo'])
    }
    expect(await call('store.place', {})).toMatchObject({ isDemo: true, warnings: [] })
  })
})
