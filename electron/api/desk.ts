import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { backupStore } from '../../db/backup.ts'
import { closeStore, type Db } from '../../db/connection.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { demoAheadMs } from '../demo/fill-demo.ts'
import { makeDemo, makeShowroom, type OpenStore, openShowroom } from './open-store.ts'
import { createImportEngine, type ImportEngine, type ImportLimits } from './services/imports/engine.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createWriteTurns, type WriteTurns } from './write-turns.ts'

/** What the main side holds while it runs: the open store, who is signed in where, the clock, the log. */
export type Desk = {
  readonly sessions: Sessions
  readonly clock: () => Instant
  readonly newId: () => string
  readonly log: Logger
  readonly writeTurns: WriteTurns
  readonly imports: ImportEngine
  /** Null until the first run is finished or the demo is opened. */
  readonly store: () => OpenStore | null
  /** Makes the showroom's file, which the caller fills; refused with `already_set_up` when another program did so meanwhile. */
  readonly createStore: (fill: (db: Db) => void) => OpenStore
  readonly openDemo: () => Promise<OpenStore>
  readonly leaveDemo: () => OpenStore | null
  /** A verified backup, then the file closed with nothing left in its journal. */
  readonly close: () => Promise<void>
}

export type DeskOptions = {
  readonly folder: string
  readonly clock?: () => Instant
  readonly newId?: () => string
  readonly log?: Logger
  readonly importLimits?: Partial<ImportLimits>
}

const STORE_FILE = 'showroom.db'
const DEMO_FILE = 'demo.db'

export function createDesk(options: DeskOptions): Desk {
  const { folder } = options
  const wallClock = options.clock ?? Date.now
  let aheadMs = 0
  const clock = () => wallClock() + aheadMs
  const equipment = equip(options)
  const { sessions, imports } = equipment
  const storeFile = join(folder, STORE_FILE)
  mkdirSync(folder, { recursive: true })
  let current = openShowroom(storeFile)
  let demoUnderWay: Promise<OpenStore> | null = null

  const swap = (next: OpenStore | null) => {
    sessions.closeAll()
    void imports.stop()
    if (current !== null) closeStore(current.db)
    current = next
    aheadMs = next?.isDemo === true ? demoAheadMs(wallClock()) : 0
  }

  const openDemo = async () => {
    // Its thread has the file open that is about to be taken away.
    await imports.stop()
    if (current?.isDemo === true) swap(null)
    const opened = await makeDemo(join(folder, DEMO_FILE), wallClock())
    swap(opened)
    return opened
  }

  return {
    ...equipment,
    clock,
    store: () => current,
    createStore: (fill) => {
      const made = makeShowroom(storeFile, fill)
      const opened = made ?? openShowroom(storeFile)
      swap(opened)
      if (made === null || opened === null) throw new Refusal('already_set_up')
      return opened
    },
    openDemo: () => {
      // Two windows that ask at once get one showroom, not each the other's file taken away.
      demoUnderWay ??= openDemo().finally(() => {
        demoUnderWay = null
      })
      return demoUnderWay
    },
    leaveDemo: () => {
      if (current?.isDemo !== true) return current
      swap(null)
      current = openShowroom(storeFile)
      return current
    },
    close: async () => {
      await imports.stop()
      if (current === null) return
      const { db, isDemo, backupFolder } = current
      try {
        if (!isDemo) await backupStore(db, backupFolder, new Date(wallClock()))
      } finally {
        swap(null)
      }
    },
  }
}

/** What a desk has whatever store is open. */
function equip({ newId, log = pino({ level: 'silent' }), importLimits: limits = {} }: DeskOptions) {
  const writeTurns = createWriteTurns()
  const imports = createImportEngine({ turns: writeTurns, log, idBase: newId ?? null, limits })
  return { sessions: createSessions(), log, writeTurns, imports, newId: newId ?? randomUUID }
}
