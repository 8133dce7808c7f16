import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { afterAll } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { saveChannel } from '../../db/repositories/channels.ts'
import { saveStaff } from '../../db/repositories/staff.ts'
import { insertStore } from '../../db/repositories/store.ts'
import { newStoreKey } from '../../db/store-key.ts'
import { createDesk, type Desk, type DeskOptions } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { type Answer, type Failure, Refusal } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { AT_REST } from './at-rest.ts'

/** The people of the test showroom; lin and wang sell. */
export const STAFF = { owner: 'owner', manager: 'manager', lin: 'lin', wang: 'wang', reception: 'reception' } as const
/** One channel of each group. */
export const CHANNELS = { walkIn: 'walk-in', referral: 'referral', outbound: 'outbound' } as const

/** A Wednesday morning. */
export const START = '2026-05-20T10:00:00+08:00'

export type Caller = {
  /** The gate's own answer, for any name and any input. */
  readonly ask: (op: string, input: unknown) => Promise<Answer>
  /** The answer; a failure is thrown as a `Refusal` (with `failure.code`, `.fields`, `.params`). */
  readonly call: <N extends OperationName>(op: N, input: InputOf<N>) => Promise<OutputOf<N>>
  /** The failure of a call that must fail; throws when it succeeds. */
  readonly refused: <N extends OperationName>(op: N, input: InputOf<N>) => Promise<Failure>
}

export type TestDesk = {
  readonly desk: Desk
  readonly db: Db
  /** A window at which this person is signed in from now on (every call opens it anew). */
  readonly as: (staffId: string) => Caller
  /** A window at which nobody is signed in. */
  readonly nobody: Caller
  readonly now: () => Instant
  /** Moving the clock leaves everybody at the keyboard: whoever was signed in still is. */
  readonly advance: (ms: number) => void
  readonly setClock: (iso: string) => void
}

export type TestDeskOptions = {
  readonly at?: string
  readonly timeZone?: string
  /** Monday = 1. */
  readonly openWeekdays?: readonly number[]
  readonly importLimits?: DeskOptions['importLimits']
  readonly log?: Logger
  /** A store that lies encrypted on the disk, its key beside it. */
  readonly isEncrypted?: boolean
  /** More to put into the store, in the transaction that makes it. */
  readonly fill?: (db: Db) => void
}

const opened: { desk: Desk; folder: string }[] = []
afterAll(async () => {
  for (const { desk, folder } of opened.splice(0)) {
    await desk.imports.stop()
    desk.store()?.db.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A real desk over a store file of its own, with people and channels, gone when the test file is done. */
export function testDesk(options: TestDeskOptions = {}): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'ninepoint-'))
  let now = Date.parse(options.at ?? START)
  let ids = 0
  // An unexpected failure is answered without its cause; a test wants to see it.
  const log = options.log ?? pino({ level: 'error' })
  const limits = options.importLimits === undefined ? {} : { importLimits: options.importLimits }
  const desk = createDesk({ folder, clock: () => now, newId: () => `new-${++ids}`, log, ...limits, ...AT_REST })
  opened.push({ desk, folder })
  const key = options.isEncrypted === true ? newStoreKey() : undefined
  // Where the key lies beside the store it is laid down at once.
  if (key !== undefined) void desk.keys.add(key, [])
  const { db } = desk.createStore((fresh) => fillStore(fresh, options), key)
  const windows = new Set<string>()

  const setNow = (instant: Instant) => {
    now = instant
    for (const window of windows) desk.sessions.touch(window, desk.clock())
  }

  return {
    desk,
    db,
    as: (staffId) => {
      const window = `window of ${staffId}`
      windows.add(window)
      desk.sessions.open(window, staffId, desk.clock())
      return callerAt(desk, window)
    },
    nobody: callerAt(desk, 'window of nobody'),
    now: () => now,
    advance: (ms) => setNow(now + ms),
    setClock: (iso) => setNow(Date.parse(iso)),
  }
}

function fillStore(db: Db, options: TestDeskOptions): void {
  insertStore(db, 'store', {
    name: '城东展厅',
    timeZone: options.timeZone ?? 'Asia/Shanghai',
    openWeekdays: options.openWeekdays ?? [1, 2, 3, 4, 5, 6, 7],
    lateEntryMinutes: 60,
    responseMinutes: 30,
  })
  const active = true
  saveStaff(db, { id: STAFF.owner, name: '何总', role: 'owner', active, dailyCapacity: null })
  saveStaff(db, { id: STAFF.manager, name: '许经理', role: 'manager', active, dailyCapacity: null })
  saveStaff(db, { id: STAFF.lin, name: '林小雨', role: 'salesperson', active, dailyCapacity: 20 })
  saveStaff(db, { id: STAFF.wang, name: '王大力', role: 'salesperson', active, dailyCapacity: 10 })
  saveStaff(db, { id: STAFF.reception, name: '前台小周', role: 'reception', active, dailyCapacity: null })
  saveChannel(db, { id: CHANNELS.walkIn, name: '自然到店', group: 'walk_in' })
  saveChannel(db, { id: CHANNELS.referral, name: '老客户介绍', group: 'referral' })
  saveChannel(db, { id: CHANNELS.outbound, name: '车展', group: 'outbound' })
  options.fill?.(db)
}

function callerAt(desk: Desk, window: string): Caller {
  const ask: Caller['ask'] = (op, input) => dispatch(desk, window, { id: 'test', op, input })
  return {
    ask,
    call: async (op, input) => {
      const answer = await ask(op, input)
      if (!answer.ok) throw new Refusal(answer.failure.code, answer.failure)
      // The gate has parsed it with the operation's own output schema.
      return answer.value as OutputOf<typeof op>
    },
    refused: async (op, input) => {
      const answer = await ask(op, input)
      if (answer.ok) throw new Error(`${op} was not refused`)
      return answer.failure
    },
  }
}
