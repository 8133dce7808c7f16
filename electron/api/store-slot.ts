import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf, backupStore } from '../../db/backup.ts'
import { listBackups } from '../../db/backup-file.ts'
import { closeStore, type Db, StoreFileError } from '../../db/connection.ts'
import {
  closeAlone,
  dropStaged,
  finishSwap,
  restoreBackup,
  type StoreSource,
  stageStore,
  swapIn,
} from '../../db/replace-store.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { demoAheadMs } from '../demo/fill-demo.ts'
import { makeDemo, makeShowroom, type OpenStore, openShowroom } from './open-store.ts'
import type { ImportEngine } from './services/imports/engine.ts'
import type { Sessions } from './sessions.ts'
import type { WriteTurns } from './write-turns.ts'

/** Why there is no store although there was one: its file is damaged, or gone while its backups are there. */
export type StoreDamage = { readonly problem: 'damaged' | 'missing'; readonly file: string }

/** The one place where a store is open, and everything that puts another one there. */
export type StoreSlot = {
  /** Null until the first run is finished or the demo is opened, and while the store is damaged. */
  readonly store: () => OpenStore | null
  readonly damage: () => StoreDamage | null
  /** How far the demo's clock is ahead of the wall's; 0 in a real store. */
  readonly aheadMs: () => number
  /** Makes the showroom's file, which the caller fills; refused with `already_set_up` when another program did so meanwhile. */
  readonly createStore: (fill: (db: Db) => void) => OpenStore
  readonly openDemo: () => Promise<OpenStore>
  readonly leaveDemo: () => OpenStore | null
  /**
   * Another store in the place of `present`, the one that was open (null: none) when it was looked at who may do this; refused when
   * it is another one by now. Answers the backup made of it first, null where there was none.
   */
  readonly replaceStore: (source: StoreSource, present: OpenStore | null) => Promise<string | null>
  /** A backup in the place of a damaged or missing store; answers where the damaged file lies now. */
  readonly rescueStore: (backup: string) => Promise<string | null>
  /** A verified backup, then the file closed with nothing left in its journal. */
  readonly close: () => Promise<void>
}

type SlotOptions = {
  readonly folder: string
  readonly wallClock: () => Instant
  readonly sessions: Sessions
  readonly imports: ImportEngine
  readonly writeTurns: WriteTurns
}

const STORE_FILE = 'showroom.db'
const DEMO_FILE = 'demo.db'

/** What stands in the slot now. */
type Slot = SlotOptions & {
  readonly storeFile: string
  current: OpenStore | null
  damage: StoreDamage | null
  aheadMs: number
}

export function createStoreSlot(options: SlotOptions): StoreSlot {
  const storeFile = join(options.folder, STORE_FILE)
  mkdirSync(options.folder, { recursive: true })
  finishSwap(storeFile)
  const { store, damage } = look(storeFile)
  const slot: Slot = { ...options, storeFile, current: store, damage, aheadMs: 0 }
  let demoUnderWay: Promise<OpenStore> | null = null
  return {
    store: () => slot.current,
    damage: () => (slot.current === null ? slot.damage : null),
    aheadMs: () => slot.aheadMs,
    createStore: (fill) => createStore(slot, fill),
    openDemo: () => {
      // Two windows that ask at once get one showroom, not each the other's file taken away.
      demoUnderWay ??= openDemo(slot).finally(() => {
        demoUnderWay = null
      })
      return demoUnderWay
    },
    leaveDemo: () => {
      if (slot.current?.isDemo === true) lookAgain(slot)
      return slot.current
    },
    replaceStore: (source, present) => alone(slot, () => replaceStore(slot, source, present)),
    rescueStore: (backup) =>
      alone(slot, async () => {
        if (slot.damage === null || slot.current !== null) throw new Refusal('already_set_up')
        const kept = restoreBackup(backup, storeFile, now(slot))
        lookAgain(slot)
        return kept
      }),
    close: () => close(slot),
  }
}

/** The store in its file, or why there is none. What is not a store at all counts as damaged where there are backups of one. */
function look(storeFile: string): { readonly store: OpenStore | null; readonly damage: StoreDamage | null } {
  const hasBackups = listBackups(backupFolderOf(storeFile)).some(({ manifest }) => manifest !== null)
  if (!existsSync(storeFile) && hasBackups) return { store: null, damage: { problem: 'missing', file: storeFile } }
  try {
    return { store: openShowroom(storeFile), damage: null }
  } catch (error) {
    const problem = error instanceof StoreFileError ? error.problem : null
    if (problem !== 'damaged' && !(problem === 'foreign' && hasBackups)) throw error
    return { store: null, damage: { problem: 'damaged', file: storeFile } }
  }
}

function swap(slot: Slot, next: OpenStore | null): void {
  slot.sessions.closeAll()
  void slot.imports.stop()
  if (slot.current !== null) closeStore(slot.current.db)
  slot.current = next
  slot.aheadMs = next?.isDemo === true ? demoAheadMs(slot.wallClock()) : 0
}

function lookAgain(slot: Slot): void {
  swap(slot, null)
  const { store, damage } = look(slot.storeFile)
  slot.damage = damage
  slot.current = store
}

function createStore(slot: Slot, fill: (db: Db) => void): OpenStore {
  const made = makeShowroom(slot.storeFile, fill)
  const opened = made ?? openShowroom(slot.storeFile)
  swap(slot, opened)
  if (made === null || opened === null) throw new Refusal('already_set_up')
  slot.damage = null
  return opened
}

async function openDemo(slot: Slot): Promise<OpenStore> {
  // Its thread has the file open that is about to be taken away.
  await slot.imports.stop()
  if (slot.current?.isDemo === true) swap(slot, null)
  const opened = await makeDemo(join(slot.folder, DEMO_FILE), slot.wallClock())
  swap(slot, opened)
  return opened
}

/** Nobody writes, and no thread has the file open, while `work` puts another file in its place. */
async function alone<T>({ imports, writeTurns }: Slot, work: () => Promise<T>): Promise<T> {
  await imports.stop()
  const done = await writeTurns.take()
  try {
    // Somebody may have begun one while the turn was waited for.
    await imports.stop()
    return await work()
  } finally {
    done()
  }
}

async function replaceStore(slot: Slot, source: StoreSource, present: OpenStore | null): Promise<string | null> {
  const { storeFile } = slot
  if (slot.current?.isDemo === true) throw new Refusal('not_in_demo')
  // Set up or replaced while the turn was waited for: nobody has said that this one may go.
  if (slot.current !== present) throw new Refusal(present === null ? 'already_set_up' : 'not_signed_in')
  if (slot.current === null) {
    lookAgain(slot)
    // Made meanwhile by another program on the same folder: somebody works in it.
    if (slot.current !== null) throw new Refusal('already_set_up')
  }
  stageStore(source, storeFile)
  try {
    const before = slot.current === null ? null : await backUpBefore(slot, slot.current)
    const kept = placeStaged(slot)
    // Byte for byte the same is in the backup that was just verified.
    if (before !== null && kept !== null) rmSync(kept, { force: true })
    return before
  } catch (error) {
    dropStaged(storeFile)
    throw error
  }
}

async function backUpBefore(slot: Slot, { db, backupFolder }: OpenStore): Promise<string> {
  const { file } = await backupStore(db, backupFolder, now(slot), 'before_replacing')
  return file
}

/** In one go: whoever asks before finds the old store, whoever asks after the new one. */
function placeStaged(slot: Slot): string | null {
  if (slot.current !== null) closeAlone(slot.current.db, slot.current.file)
  try {
    return swapIn(slot.storeFile, now(slot))
  } finally {
    lookAgain(slot)
  }
}

async function close(slot: Slot): Promise<void> {
  await slot.imports.stop()
  if (slot.current === null) return
  const { db, isDemo, backupFolder } = slot.current
  try {
    if (!isDemo) await backupStore(db, backupFolder, now(slot))
  } finally {
    swap(slot, null)
  }
}

function now({ wallClock }: Slot): Date {
  return new Date(wallClock())
}
