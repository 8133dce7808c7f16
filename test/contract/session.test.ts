import { createHook } from 'node:async_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { matchesSecret } from '../../electron/api/secrets.ts'
import type { InputOf, OperationName } from '../../shared/contract/contract.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import '../support/quick-scrypt.ts'

const MINUTE_MS = 60_000

const firstRun: InputOf<'setup.createStore'> = {
  storeName: '城东展厅',
  timeZone: 'Asia/Shanghai',
  openWeekdays: [1, 2, 3, 4, 5, 6, 7],
  owner: { name: '何总', password: 'correct horse' },
  people: [{ name: '林小雨', role: 'salesperson', pin: '135790' }],
  channels: [{ name: '自然到店', group: 'walk_in' }],
}

const folders: string[] = []
const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.store()?.db.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A program that was never set up, with a clock in hand. */
function freshDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'ninepoint-'))
  folders.push(folder)
  let now = Date.parse('2026-05-20T10:00:00+08:00')
  const open = () => {
    const desk = createDesk({ folder, clock: () => now })
    desks.push(desk)
    return desk
  }
  return { open, advance: (ms: number) => (now += ms) }
}

async function ask<N extends OperationName>(desk: Desk, op: N, input: InputOf<N>, client = 'window') {
  return dispatch(desk, client, { id: 'test', op, input })
}

describe('the first run', () => {
  it('leaves the owner signed in, the others able to, and cannot be done twice', async () => {
    const desk = freshDesk().open()
    expect(await ask(desk, 'session.status', {})).toMatchObject({ ok: true, value: { stage: 'first_run', me: null } })
    const made = await ask(desk, 'setup.createStore', firstRun)
    expect(made).toMatchObject({
      ok: true,
      value: { status: { stage: 'signed_in', me: { name: '何总', role: 'owner' } } },
    })
    expect(await ask(desk, 'setup.createStore', firstRun)).toMatchObject({ failure: { code: 'already_set_up' } })
    const status = await ask(desk, 'session.status', {}, 'another window')
    expect(status).toMatchObject({ value: { stage: 'sign_in', people: [{ name: '何总' }, { name: '林小雨' }] } })
  })

  it.each([
    ['zh', '来店当天致谢'],
    ['en', 'Thanks on the day of the visit'],
  ] as const)('a new showroom starts with the scripts of its language: %s', async (language, title) => {
    const desk = freshDesk().open()
    await ask(desk, 'setup.createStore', { ...firstRun, language })
    const titles = desk.store()?.db.prepare('SELECT title FROM scripts ORDER BY sort').pluck().all() ?? []
    expect(titles[0]).toBe(title)
    expect(titles.length).toBeGreaterThan(15)
  })

  it('names the field that is wrong and makes no store', async () => {
    const desk = freshDesk().open()
    const bad = {
      ...firstRun,
      owner: { name: '', password: 'short' },
      people: [{ ...firstRun.people[0], pin: '12ab' }],
    }
    const answer = await dispatch(desk, 'window', { id: 'test', op: 'setup.createStore', input: bad })
    expect(answer).toMatchObject({
      failure: {
        code: 'invalid_input',
        fields: [
          { path: 'owner.name', code: 'required' },
          { path: 'owner.password', code: 'password_short' },
          { path: 'people.0.pin', code: 'pin_form' },
        ],
      },
    })
    expect(desk.store()).toBeNull()
  })

  it('is found again after a restart, and closing leaves a verified backup', async () => {
    const program = freshDesk()
    const desk = program.open()
    await ask(desk, 'setup.createStore', firstRun)
    await desk.close()
    expect(desk.store()).toBeNull()
    const again = program.open()
    expect(await ask(again, 'session.status', {})).toMatchObject({ value: { stage: 'sign_in', storeName: '城东展厅' } })
    const owner = again.store()?.db.prepare("SELECT id FROM staff WHERE role = 'owner'").pluck().get() as string
    again.sessions.open('window', owner, again.clock())
    const { value } = (await ask(again, 'store.backups', {})) as { value: { backups: unknown[] } }
    expect(value.backups).toHaveLength(1)
  })
})

describe('a store brought along as an export', () => {
  it('has nobody who can sign in until its owner sets a password, once', async () => {
    const program = freshDesk()
    const desk = program.open()
    await ask(desk, 'setup.createStore', firstRun)
    desk.store()?.db.prepare('DELETE FROM accounts').run()
    desk.sessions.closeAll()
    const { value } = (await ask(desk, 'session.status', {})) as {
      value: { people: unknown[]; unclaimedBy: { id: string }[] }
    }
    expect(value).toMatchObject({ people: [], unclaimedBy: [{ name: '何总' }] })
    const claim = { staffId: value.unclaimedBy[0]?.id ?? '', password: 'correct horse' }
    expect(await ask(desk, 'setup.claimStore', { ...claim, staffId: 'nobody' })).toMatchObject({ ok: false })
    expect(await ask(desk, 'setup.claimStore', claim)).toMatchObject({ value: { status: { me: { name: '何总' } } } })
    expect(await ask(desk, 'setup.claimStore', claim, 'w2')).toMatchObject({ failure: { code: 'already_set_up' } })
    const signIn = { staffId: claim.staffId, secret: claim.password }
    expect(await ask(desk, 'session.signIn', signIn, 'w2')).toMatchObject({ ok: true })
  })
})

describe('signing in', () => {
  it('takes the right PIN, and answers a wrong one and an unknown name alike', async () => {
    const { open } = freshDesk()
    const desk = open()
    await ask(desk, 'setup.createStore', firstRun)
    const lin = desk.store()?.db.prepare("SELECT id FROM staff WHERE name = '林小雨'").pluck().get() as string
    const wrong = await ask(desk, 'session.signIn', { staffId: lin, secret: '000000' }, 'w2')
    const unknown = await ask(desk, 'session.signIn', { staffId: 'nobody', secret: '000000' }, 'w2')
    expect(wrong).toMatchObject({ failure: { code: 'wrong_secret' } })
    expect(unknown).toEqual(wrong)
    const right = await ask(desk, 'session.signIn', { staffId: lin, secret: '135790' }, 'w2')
    expect(right).toMatchObject({ value: { stage: 'signed_in', me: { name: '林小雨' } } })
  })

  it('makes guessing slower and slower, also across a restart, and forgets it after the right PIN', async () => {
    const program = freshDesk()
    const desk = program.open()
    await ask(desk, 'setup.createStore', firstRun)
    const lin = desk.store()?.db.prepare("SELECT id FROM staff WHERE name = '林小雨'").pluck().get() as string
    for (let i = 0; i < 3; i += 1) await ask(desk, 'session.signIn', { staffId: lin, secret: '000000' })
    const blocked = await ask(desk, 'session.signIn', { staffId: lin, secret: '135790' })
    expect(blocked).toMatchObject({ failure: { code: 'too_many_tries', params: { seconds: 1 } } })
    desk.store()?.db.close()
    const again = program.open()
    expect(await ask(again, 'session.signIn', { staffId: lin, secret: '135790' })).toMatchObject({ ok: false })
    program.advance(1001)
    expect(await ask(again, 'session.signIn', { staffId: lin, secret: '135790' })).toMatchObject({ ok: true })
    expect(again.store()?.db.prepare('SELECT failures FROM accounts WHERE staff_id = ?').pluck().get(lin)).toBe(0)
  })

  it('is not kept from anybody by a lock of before the clock was set back', async () => {
    const program = freshDesk()
    const desk = program.open()
    await ask(desk, 'setup.createStore', firstRun)
    const lin = desk.store()?.db.prepare("SELECT id FROM staff WHERE name = '林小雨'").pluck().get() as string
    const YEAR_MS = 365 * 24 * 60 * MINUTE_MS
    program.advance(YEAR_MS)
    for (let i = 0; i < 3; i += 1) await ask(desk, 'session.signIn', { staffId: lin, secret: '000000' })
    program.advance(-YEAR_MS)
    expect(await ask(desk, 'session.signIn', { staffId: lin, secret: '135790' })).toMatchObject({ ok: true })
  })

  it('does not open to a PIN that was replaced while it was checked', async () => {
    const desk = freshDesk().open()
    await ask(desk, 'setup.createStore', firstRun)
    const db = desk.store()?.db
    const lin = db?.prepare("SELECT id FROM staff WHERE name = '林小雨'").pluck().get() as string
    const signingIn = ask(desk, 'session.signIn', { staffId: lin, secret: '135790' }, 'w2')
    db?.prepare("UPDATE accounts SET secret_hash = 'new' WHERE staff_id = ?").run(lin)
    expect(await signingIn).toMatchObject({ failure: { code: 'wrong_secret' } })
    expect(await ask(desk, 'session.status', {}, 'w2')).toMatchObject({ value: { stage: 'sign_in' } })
  })

  it('checks two secrets at a time, however many windows ask', async () => {
    const running = new Set<number>()
    let most = 0
    const hook = createHook({
      init: (id, type) => {
        if (type === 'SCRYPTREQUEST') most = Math.max(most, running.add(id).size)
      },
      after: (id) => void running.delete(id),
    }).enable()
    const checks = Array.from({ length: 6 }, () => matchesSecret('000000', null))
    expect(await Promise.all(checks)).toEqual(Array(6).fill(false))
    hook.disable()
    expect(most).toBe(2)
  })

  it('lets an owner who forgot the password in with the recovery code, once', async () => {
    const desk = freshDesk().open()
    const made = (await ask(desk, 'setup.createStore', firstRun)) as { value: { recoveryCode: string } }
    const owner = desk.store()?.db.prepare("SELECT id FROM staff WHERE role = 'owner'").pluck().get() as string
    const recoveryCode = made.value.recoveryCode.toLowerCase().replaceAll('-', ' ')
    const recover = { staffId: owner, recoveryCode, password: 'a new password' }
    expect(await ask(desk, 'session.recover', recover, 'w2')).toMatchObject({ ok: true })
    expect(await ask(desk, 'session.recover', recover, 'w2')).toMatchObject({ failure: { code: 'wrong_secret' } })
    const signIn = await ask(desk, 'session.signIn', { staffId: owner, secret: 'a new password' }, 'w2')
    expect(signIn).toMatchObject({ ok: true })
  })
})

describe('a session', () => {
  it('ends after five idle minutes, counted by what is done', async () => {
    const { desk, as, db } = testDesk()
    expect(db.open).toBe(true)
    let now = desk.clock()
    const at = { ...desk, clock: () => now }
    as(STAFF.lin)
    const window = `window of ${STAFF.lin}`
    now += 4 * MINUTE_MS
    expect(await ask(at, 'session.touch', {}, window)).toMatchObject({ ok: true })
    now += 4 * MINUTE_MS
    expect(await ask(at, 'session.status', {}, window)).toMatchObject({ value: { stage: 'signed_in' } })
    now += 2 * MINUTE_MS
    expect(await ask(at, 'channels.list', {}, window)).toMatchObject({ failure: { code: 'not_signed_in' } })
  })

  it('is not kept alive by a page that looks again by itself, nor by a clock set back', async () => {
    const { desk, as } = testDesk()
    let now = desk.clock()
    const at = { ...desk, clock: () => now }
    const window = `window of ${STAFF.lin}`
    for (const step of [4 * MINUTE_MS, -60 * MINUTE_MS]) {
      as(STAFF.lin)
      now = desk.clock() + step
      await ask(at, 'channels.list', {}, window)
      now += 2 * MINUTE_MS
      expect(await ask(at, 'channels.list', {}, window)).toMatchObject({ failure: { code: 'not_signed_in' } })
    }
  })

  it('ends at once for a person who is deactivated', async () => {
    const { desk, as } = testDesk()
    as(STAFF.lin)
    const person = { id: STAFF.lin, name: '林小雨', role: 'salesperson' as const, active: false, dailyCapacity: 20 }
    await as(STAFF.owner).call('people.save', person)
    const answer = await ask(desk, 'channels.list', {}, `window of ${STAFF.lin}`)
    expect(answer).toMatchObject({ failure: { code: 'not_signed_in' } })
  })
})
