import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../db/backup.ts'
import { sha256Of } from '../../db/backup-file.ts'
import { isDamage, openBeside } from '../../db/connection.ts'
import { lookThrough } from '../../db/store-check.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { AT_REST } from '../support/at-rest.ts'
import { type ClosedShowroom, closedShowroom } from '../support/closed-showroom.ts'
import { SPOILS, type Spoil } from '../support/damage.ts'
import { STAFF, START, testDesk } from '../support/desk.ts'
import { seededRandom } from '../support/random.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { anonymous } from '../support/visitors.ts'

const ROUNDS = rounds(300, 3000)
/** Every so manyth damage is looked for by the desk's own thread, as at a real start; for the others the same is done here. */
const ON_THREAD_EVERY = 20
const RESCUE_EVERY = 5

const root = mkdtempSync(join(tmpdir(), 'ninepoint-damage-'))
const otherLog = join(root, 'other.db-wal')
/** A plain store and an encrypted one. */
let stores: readonly ClosedShowroom[]
beforeAll(async () => {
  stores = [await closedShowroom(), await closedShowroom({ isEncrypted: true })]
  const other = testDesk()
  // Of a store that was made in it the log alone is a whole store: here it holds a day's work.
  other.db.pragma('wal_checkpoint(TRUNCATE)')
  for (let n = 0; n < 20; n += 1) await other.as(STAFF.lin).call('visits.log', anonymous)
  copyFileSync(`${other.desk.store()?.file}-wal`, otherLog)
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
  for (const { folder } of stores) rmSync(folder, { recursive: true, force: true })
})

function copyOf(whole: ClosedShowroom): string {
  const folder = mkdtempSync(join(root, 'round-'))
  cpSync(whole.folder, folder, { recursive: true })
  return folder
}

const openDesk = (folder: string, isOnThread: boolean) =>
  createDesk({ folder, clock: () => Date.parse(START), ...AT_REST, ...(isOnThread ? { checkAfterMs: 0 } : {}) })

async function ask<N extends OperationName>(desk: Desk, op: N): Promise<OutputOf<N>> {
  const answer = await dispatch(desk, 'window', { id: 'test', op, input: {} })
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value as OutputOf<N>
}

/** The look that follows every start, here and now instead of on its thread. */
function lookNow(desk: Desk): void {
  const store = desk.store()
  if (store === null) return
  const db = openBeside(store.file)
  try {
    if (lookThrough(db, 'quick') !== 'sound') desk.closeDamaged()
  } catch (error) {
    if (!isDamage(error)) throw error
    desk.closeDamaged()
  } finally {
    db.close()
  }
}

async function startOver(folder: string, isOnThread: boolean): Promise<Desk> {
  const desk = openDesk(folder, isOnThread)
  if (isOnThread) await desk.lookedThrough()
  else lookNow(desk)
  return desk
}

/** The file and its log; an empty one beside it says nothing and changes nothing. */
function hashesOf(file: string): readonly (string | null)[] {
  const hasBytes = (path: string) => existsSync(path) && statSync(path).size > 0
  const log = `${file}-wal`
  return [existsSync(file) ? sha256Of(file) : null, hasBytes(log) ? sha256Of(log) : null]
}

type Round = {
  readonly whole: ClosedShowroom
  readonly name: string
  readonly spoil: Spoil
  readonly nth: number
  readonly random: () => number
}

async function damageAndRescue({ whole, name, spoil, nth, random }: Round): Promise<void> {
  const folder = copyOf(whole)
  const file = join(folder, 'showroom.db')
  spoil(file, random, otherLog)
  // The newest two do not hold either in every second round.
  const spoilt = nth % 2 === 0 ? 2 : 0
  for (const backup of whole.backups.slice(0, spoilt))
    SPOILS['a page of noise']?.(join(backupFolderOf(file), backup), random, '')
  const before = hashesOf(file)

  const desk = await startOver(folder, nth % ON_THREAD_EVERY === 0)
  const about = `${name}, round ${nth}`
  expect((await ask(desk, 'session.status')).stage, about).toBe('damaged')
  expect(hashesOf(file), about).toEqual(before)
  const { newest } = await ask(desk, 'setup.damage')
  expect(newest, about).toMatchObject({
    file: whole.backups[spoilt],
    counts: { visits: whole.visitsInBackups[spoilt] },
  })
  if (nth % RESCUE_EVERY === 0) {
    const { keptAs, status } = await ask(desk, 'setup.rescue')
    expect(status.stage, about).toBe('sign_in')
    expect(hashesOf(keptAs ?? ''), about).toEqual(before)
    const visits = desk.store()?.db.prepare('SELECT count(*) FROM visits').pluck().get()
    expect(visits, about).toBe(whole.visitsInBackups[spoilt])
    desk.store()?.db.close()
  }
  rmSync(folder, { recursive: true })
}

describe('R9 damage is noticed at the start, never papered over by an empty store', () => {
  it(`in ${ROUNDS} damaged files: the newest backup that holds is offered, the damaged file kept`, {
    timeout: 600_000,
  }, async () => {
    const random = seededRandom(seed)
    const { done, expectAll } = tally(ROUNDS)
    const kinds = Object.entries(SPOILS)
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      const [name = '', spoil = () => undefined] = kinds[nth % kinds.length] ?? []
      const whole = stores[Math.floor(nth / kinds.length) % 2]
      if (whole !== undefined) await damageAndRescue({ whole, name, spoil, nth, random })
      done()
    }
    expectAll()
  })

  it.each([
    [0, true],
    [0, false],
    [1, true],
    [1, false],
  ])('a file that is whole opens as it is (store %i, on its thread: %s)', async (nth, isOnThread) => {
    const whole = stores[nth]
    if (whole === undefined) throw new Error('no such store')
    const folder = copyOf(whole)
    const desk = await startOver(folder, isOnThread)
    expect((await ask(desk, 'session.status')).stage).toBe('sign_in')
    expect(desk.store()?.db.prepare('SELECT count(*) FROM visits').pluck().get()).toBe(whole.visits)
    expect(readdirSync(folder).filter((name) => name.includes('replaced'))).toEqual([])
    desk.store()?.db.close()
  })
})
