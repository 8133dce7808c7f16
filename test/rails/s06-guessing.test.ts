import { createHook } from 'node:async_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveSecret, saveStaff } from '../../db/repositories/staff.ts'
import { insertStore } from '../../db/repositories/store.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { canonicalRecoveryCode } from '../../electron/api/secrets.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { rounds, tally } from '../support/rounds.ts'

const PIN = '135790'
const CODE = 'ABCD-EFGH-JKLM-NPQR'
const CLIENTS = 50

let now = Date.parse('2026-05-20T10:00:00+08:00')
let desk: Desk
const folder = mkdtempSync(join(tmpdir(), 'ninepoint-guessing-'))
const open = () => createDesk({ folder, clock: () => now })

/** Every comparison of a secret goes through scrypt, whatever it costs. */
let verified = 0
const hook = createHook({
  init: (_id, type) => {
    if (type === 'SCRYPTREQUEST') verified += 1
  },
})

beforeAll(() => {
  desk = open()
  const settings = {
    name: '展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1],
    lateEntryMinutes: 60,
    responseMinutes: 30,
  }
  desk.createStore((db) => {
    insertStore(db, 'store', settings)
    for (const [id, role] of [
      ['owner', 'owner'],
      ['lin', 'salesperson'],
      ['wang', 'salesperson'],
      ['zhou', 'salesperson'],
    ] as const) {
      saveStaff(db, { id, name: id, role, active: true, dailyCapacity: null })
      saveSecret(db, id, cheapHash(PIN), id === 'owner' ? cheapHash(canonicalRecoveryCode(CODE)) : null)
    }
  })
  hook.enable()
})
afterAll(async () => {
  hook.disable()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (op: string, input: unknown, client = 'window') => dispatch(desk, client, { id: 'try', op, input })
const signIn = (staffId: string, secret: string, client = 'window') =>
  ask('session.signIn', { staffId, secret }, client)
const codeOf = async (answer: ReturnType<typeof ask>) => {
  const told = await answer
  return told.ok ? 'ok' : told.failure.code
}
const trail = (staffId: string) =>
  desk
    .store()
    ?.db.prepare(`SELECT detail FROM audit_trail WHERE kind = 'refused' AND subject = ?`)
    .pluck()
    .all(staffId) as string[]

describe('S6 guessing gets nobody in', () => {
  it('a thousand PINs from fifty windows at once, a second apart: fewer than twenty are looked at', async () => {
    const wanted = rounds(1000, 20_000)
    const { done, expectAll } = tally(wanted)
    // Somebody is at work under that name, at a window of their own.
    desk.sessions.open('desk of lin', 'lin', now)
    const codes: string[] = []
    const before = verified
    for (let first = 0; first < wanted; first += CLIENTS) {
      const tries = Array.from({ length: CLIENTS }, (_, n) => {
        // The right one is among them, when it is too late.
        const secret = first + n === 777 ? PIN : String(900_000 + ((first + n) % 90_000))
        return codeOf(signIn('lin', secret, `client ${n}`)).finally(done)
      })
      codes.push(...(await Promise.all(tries)))
      now += 1000
      desk.sessions.touch('desk of lin', now)
    }
    expectAll()
    expect(new Set(codes)).toEqual(new Set(['wrong_secret', 'too_many_tries']))
    expect(verified - before).toBeLessThan(20)
    expect(verified - before).toBe(codes.filter((code) => code === 'wrong_secret').length)
    expect(await codeOf(ask('channels.list', {}, 'desk of lin'))).toBe('ok')
  })

  it('is entered: each that was looked at, and once a lock those that were not', () => {
    const said = trail('lin').map((detail) => detail.split(' ')[0])
    expect(said.filter((code) => code === 'wrong_secret').length).toBeLessThan(20)
    expect(said.filter((code) => code === 'too_many_tries').length).toBeLessThan(20)
    expect(said).toContain('too_many_tries')
  })

  it('the lock holds after a restart, and is nobody else’s', async () => {
    desk.store()?.db.close()
    desk = open()
    expect(await codeOf(signIn('lin', PIN))).toBe('too_many_tries')
    // The control: whoever was not guessed at gets in at once.
    expect(await codeOf(signIn('wang', PIN))).toBe('ok')
  })

  it('the owner lets somebody in again at once, whose hash is then made as it is made today', async () => {
    desk.sessions.open('desk of owner', 'owner', now)
    const { value } = (await ask('people.list', {}, 'desk of owner')) as {
      value: { people: { lockedUntil: number }[] }
    }
    expect(value.people.filter(({ lockedUntil }) => lockedUntil !== null)).toMatchObject([{ id: 'lin' }])
    expect(await codeOf(ask('people.unlock', { staffId: 'nobody' }, 'desk of owner'))).toBe('not_found')
    expect(await codeOf(ask('people.unlock', { staffId: 'lin' }, 'desk of owner'))).toBe('ok')
    const hashes = () =>
      desk.store()?.db.prepare(`SELECT substr(secret_hash, 1, 14) FROM accounts WHERE staff_id = 'lin'`).pluck().get()
    expect(hashes()).toMatch(/^scrypt\$16\$/)
    expect(await codeOf(signIn('lin', PIN, 'another window'))).toBe('ok')
    expect(hashes()).toBe('scrypt$131072$')
  })

  it('the recovery code is guessed at no faster', async () => {
    const before = verified
    const recover = { staffId: 'owner', password: 'a new password' }
    const codes: string[] = []
    for (let n = 0; n < 40; n += 1) {
      codes.push(await codeOf(ask('session.recover', { ...recover, recoveryCode: `WRONG-${n}` })))
    }
    expect(codes).toEqual([...Array(3).fill('wrong_secret'), ...Array(37).fill('too_many_tries')])
    expect(await codeOf(ask('session.recover', { ...recover, recoveryCode: CODE }))).toBe('too_many_tries')
    expect(verified - before).toBe(3)
  })

  it('a name there is not is answered like one there is, for as much work', async () => {
    const sixTries = async (staffId: string) => {
      const before = verified
      const answers: unknown[] = []
      for (let n = 0; n < 6; n += 1) answers.push(await signIn(staffId, '000000'))
      return { answers, work: verified - before }
    }
    const known = await sixTries('zhou')
    const unknown = await sixTries('13800138000')
    expect(unknown).toEqual(known)
    expect(known.work).toBe(3)
    // What was typed as a name is not kept.
    expect(JSON.stringify(desk.store()?.db.prepare('SELECT * FROM audit_trail').all())).not.toContain('13800138000')
  })
})
