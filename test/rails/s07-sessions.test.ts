import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupStore } from '../../db/backup.ts'
import { saveSecret, saveStaff } from '../../db/repositories/staff.ts'
import type { OperationName } from '../../shared/contract/contract.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { type Ask, type LocalLine, openLine, overChannel, overHttp, type Way } from '../support/local-line.ts'
import { tally } from '../support/rounds.ts'

const MINUTE_MS = 60_000
const PASSWORD = 'correct horse'
const LIN = { id: STAFF.lin, name: '林小雨', role: 'salesperson', active: true, dailyCapacity: 20 } as const

let desk: TestDesk
let line: LocalLine
let ways: readonly Way[]
beforeAll(async () => {
  desk = testDesk({
    fill: (db) => {
      saveStaff(db, { id: 'second', name: '何太', role: 'owner', active: true, dailyCapacity: null })
      for (const id of [STAFF.owner, 'second', STAFF.lin]) saveSecret(db, id, cheapHash(PASSWORD), cheapHash('CODE'))
    },
  })
  line = await openLine(desk.desk, { callsPerSecond: 100_000 })
  ways = [overChannel(desk.desk), overHttp(desk.desk, line)]
})
afterAll(async () => {
  await line.close()
  await desk.desk.close()
})

const codeOf = async (ask: Ask, op: OperationName = 'channels.list', input: unknown = {}) => {
  const answer = await ask(op, input)
  return answer.ok ? 'ok' : answer.failure.code
}
/** What the owner does at a window of their own. */
const owner = async (op: OperationName, input: unknown) => {
  const answer = await desk.as(STAFF.owner).ask(op, input)
  if (!answer.ok) throw new Error(`${op}: ${answer.failure.code}`)
  return answer.value
}

/** What ends a person's sessions, wherever they are; what else it takes to be as before. */
const ENDINGS: Readonly<Record<string, readonly [end: () => unknown, after: () => unknown]>> = {
  'another role': [() => owner('people.save', { ...LIN, role: 'manager' }), () => owner('people.save', LIN)],
  'becoming an owner': [() => owner('people.save', { ...LIN, role: 'owner' }), () => owner('people.save', LIN)],
  leaving: [() => owner('people.save', { ...LIN, active: false }), () => owner('people.save', LIN)],
  'a new PIN': [() => owner('people.setSecret', { staffId: STAFF.lin, secret: '246802' }), () => undefined],
  'a restore': [restore, () => undefined],
}

async function restore() {
  const store = desk.desk.store()
  if (store === null) throw new Error('no store')
  const { file } = await backupStore(store.db, store.backupFolder, new Date(desk.now()))
  const { previewId } = (await owner('store.previewBackup', { file: file.split(/[\\/]/).at(-1) })) as {
    previewId: string
  }
  await owner('store.restore', { previewId, password: PASSWORD })
}

describe('S7 a session ends when it has to', () => {
  it('at the next call, at every window over both carriers, and nobody else’s with it', async () => {
    const names = Object.entries(ENDINGS)
    const { done, expectAll } = tally(names.length * ways.length)
    for (const [name, [end, after]] of names) {
      const windows = await Promise.all(ways.map((way) => way.windowOf(STAFF.lin)))
      const other = await ways[0]?.windowOf(STAFF.manager)
      // The control: each of them was let through until then.
      for (const ask of windows) expect([name, await codeOf(ask)]).toEqual([name, 'ok'])
      await end()
      for (const ask of windows) {
        expect([name, await codeOf(ask)]).toEqual([name, 'not_signed_in'])
        done()
      }
      if (name !== 'a restore' && other !== undefined) expect(await codeOf(other)).toBe('ok')
      await after()
    }
    expectAll()
  })

  it('that was signed out of is closed, and only that one', async () => {
    const { done, expectAll } = tally(ways.length)
    for (const way of ways) {
      const [one, other] = [await way.windowOf(STAFF.lin), desk.as(STAFF.wang)]
      expect(await codeOf(one)).toBe('ok')
      expect(await codeOf(one, 'session.signOut')).toBe('ok')
      expect(await codeOf(one)).toBe('not_signed_in')
      expect(await codeOf(other.ask)).toBe('ok')
      done()
    }
    expectAll()
  })

  it('is closed while an import holds the turn to write', async () => {
    const window = desk.as(STAFF.lin)
    const turn = await desk.desk.writeTurns.take()
    expect(await codeOf(window.ask, 'session.signOut')).toBe('ok')
    expect(desk.desk.sessions.staffIdOf(`window of ${STAFF.lin}`, desk.now())).toBeNull()
    turn()
  })

  it('ends with five idle minutes and with every jump of the clock, forward or back', async () => {
    const jumps = [5 * MINUTE_MS + 1, 365 * 24 * 60 * MINUTE_MS, -5 * MINUTE_MS - 1, -365 * 24 * 60 * MINUTE_MS]
    const { done, expectAll } = tally(jumps.length * ways.length)
    for (const way of ways) {
      for (const jump of jumps) {
        const ask = await way.windowOf(STAFF.lin)
        expect(await codeOf(ask)).toBe('ok')
        desk.advance(jump)
        expect([jump, await codeOf(ask)]).toEqual([jump, 'not_signed_in'])
        desk.advance(-jump)
        // Not even when the clock is right again.
        expect(await codeOf(ask)).toBe('not_signed_in')
        done()
      }
      const ask = await way.windowOf(STAFF.lin)
      desk.advance(5 * MINUTE_MS)
      expect(await codeOf(ask)).toBe('ok')
      desk.advance(-5 * MINUTE_MS)
    }
    expectAll()
  })
})
