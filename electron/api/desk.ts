import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { backupFolderOf, backupStore } from '../../db/backup.ts'
import { closeStore, type Db, openStore } from '../../db/connection.ts'
import { findStaff } from '../../db/repositories/staff.ts'
import { findStore } from '../../db/repositories/store.ts'
import type { Person } from '../../shared/contract/session.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { demoAheadMs, fillDemo } from '../demo/fill-demo.ts'
import { createSessions, type Sessions } from './sessions.ts'

/** The store that is open now. */
export type OpenStore = {
  readonly db: Db
  readonly file: string
  readonly isDemo: boolean
  /** Beside the file; the demo's keep apart, so that they never push a real one out of the rotation. */
  readonly backupFolder: string
  readonly timeZone: () => string
  readonly activePerson: (staffId: string) => Person | null
}

/** What the main side holds while it runs: the open store, who is signed in where, the clock, the log. */
export type Desk = {
  readonly sessions: Sessions
  readonly clock: () => Instant
  readonly newId: () => string
  readonly log: Logger
  /** Null until the first run is finished or the demo is opened. */
  readonly store: () => OpenStore | null
  /** Makes the showroom's file; the caller fills it. */
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
}

const STORE_FILE = 'showroom.db'
const DEMO_FILE = 'demo.db'

export function createDesk(options: DeskOptions): Desk {
  const { folder } = options
  const wallClock = options.clock ?? Date.now
  let aheadMs = 0
  const clock = () => wallClock() + aheadMs
  const log = options.log ?? pino({ level: 'silent' })
  const sessions = createSessions()
  const storeFile = join(folder, STORE_FILE)
  mkdirSync(folder, { recursive: true })
  let current = existsSync(storeFile) ? asOpenStore(openStore(storeFile), storeFile, false) : null

  const swap = (next: OpenStore | null) => {
    sessions.closeAll()
    if (current !== null) closeStore(current.db)
    current = next
    aheadMs = next?.isDemo === true ? demoAheadMs(wallClock()) : 0
  }

  return {
    sessions,
    clock,
    log,
    newId: options.newId ?? randomUUID,
    store: () => current,
    createStore: (fill) => {
      const opened = asOpenStore(makeStore(storeFile, fill), storeFile, false)
      swap(opened)
      return opened
    },
    openDemo: async () => {
      const file = join(folder, DEMO_FILE)
      if (current?.isDemo === true) swap(null)
      removeStoreFile(file)
      const db = openStore(file, { create: true })
      await fillDemo(db, wallClock())
      const opened = asOpenStore(db, file, true)
      swap(opened)
      return opened
    },
    leaveDemo: () => {
      if (current?.isDemo !== true) return current
      swap(null)
      if (existsSync(storeFile)) current = asOpenStore(openStore(storeFile), storeFile, false)
      return current
    },
    close: async () => {
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

/** A first run that fails half-way leaves no nameless showroom behind. */
function makeStore(file: string, fill: (db: Db) => void): Db {
  const db = openStore(file, { create: true })
  try {
    db.transaction(() => fill(db)).immediate()
    return db
  } catch (error) {
    db.close()
    removeStoreFile(file)
    throw error
  }
}

function asOpenStore(db: Db, file: string, isDemo: boolean): OpenStore {
  return {
    db,
    file,
    isDemo,
    backupFolder: backupFolderOf(file),
    timeZone: () => findStore(db)?.timeZone ?? 'Asia/Shanghai',
    activePerson: (staffId) => {
      const found = findStaff(db, staffId)
      return found === null || !found.active ? null : { id: found.id, name: found.name, role: found.role }
    },
  }
}

function removeStoreFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}
