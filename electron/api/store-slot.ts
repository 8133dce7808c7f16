import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { backupStore } from '../../db/backup.ts'
import { closeStore, type Db } from '../../db/connection.ts'
import {
  closeAlone,
  dropStaged,
  finishSwap,
  restoreBackup,
  type StoreSource,
  stageStore,
  swapIn,
} from '../../db/replace-store.ts'
import { headOf } from '../../db/store-key.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { demoAheadMs } from '../demo/fill-demo.ts'
import type { KeyCabinet } from './key-cabinet.ts'
import { look, type StoreDamage } from './look-at-store.ts'
import { makeDemo, makeShowroom, type OpenStore, openShowroom } from './open-store.ts'
import { payOwedEntries } from './owed-entries.ts'
import type { ImportEngine } from './services/imports/engine.ts'
import type { Sessions } from './sessions.ts'
import { createStoreCheck, type StoreCheck } from './store-check.ts'
import type { StoreLock } from './store-lock.ts'
import type { WriteTurns } from './write-turns.ts'

/** The one place where a store is open, and everything that puts another one there. */
export type StoreSlot = {
  /** Null until the first run is finished or the demo is opened, and while the store is damaged. */
  readonly store: () => OpenStore | null
  readonly damage: () => StoreDamage | null
  /** Null unless the store's key is lost. */
  readonly lock: () => StoreLock | null
  /** How far the demo's clock is ahead of the wall's; 0 in a real store. */
  readonly aheadMs: () => number
  /** Makes the showroom's file, under `key`, which the caller fills; refused with `already_set_up` when another program did so meanwhile. */
  readonly createStore: (fill: (db: Db) => void, key?: Buffer) => OpenStore
  readonly openDemo: () => Promise<OpenStore>
  readonly leaveDemo: () => OpenStore | null
  /**
   * Another store in the place of `present`, the one that was open (null: none) when it was looked at who may do this; refused when
   * it is another one by now. Answers the backup made of it first, null where there was none. A plain one comes under the key of the
   * store whose place it takes, else under `key`, else it stays plain.
   */
  readonly replaceStore: (source: StoreSource, present: OpenStore | null, key?: Buffer) => Promise<string | null>
  /** A backup in the place of a damaged or missing store; answers where the damaged file lies now. */
  readonly rescueStore: (backup: string) => Promise<string | null>
  /** Opens what was locked, where its key has come to hand. */
  readonly tryAgain: () => void
  /** The store that is open, and plain, encrypted with `key`, which is kept already; after a verified backup, whose name is answered. */
  readonly encryptStore: (present: OpenStore, key: Buffer) => Promise<string>
  /** Something in the open store's file could not be read: it is closed, and nothing more is written into it. */
  readonly closeDamaged: () => void
  /** The whole file is to be looked through now: something could not be read, and it is not clear whether it was in this file. */
  readonly lookThrough: () => void
  /** Resolves when nobody is looking through the store's file any more. */
  readonly lookedThrough: () => Promise<void>
  /** Does work while nobody writes and no thread has the store's file open. */
  readonly quietly: <T>(work: () => Promise<T>) => Promise<T>
  /** A verified backup, then the file closed with nothing left in its journal. */
  readonly close: () => Promise<void>
}

type SlotOptions = {
  readonly folder: string
  readonly wallClock: () => Instant
  readonly sessions: Sessions
  readonly imports: ImportEngine
  readonly writeTurns: WriteTurns
  readonly log: Logger
  readonly checkAfterMs: number
  readonly keys: KeyCabinet
}

const STORE_FILE = 'showroom.db'
const DEMO_FILE = 'demo.db'

/** Where the showroom of a folder lies. */
export function storeFileIn(folder: string): string {
  return join(folder, STORE_FILE)
}

/** What stands in the slot now. */
type Slot = SlotOptions & {
  readonly storeFile: string
  readonly check: StoreCheck
  current: OpenStore | null
  damage: StoreDamage | null
  lock: StoreLock | null
  aheadMs: number
}

export function createStoreSlot(options: SlotOptions): StoreSlot {
  const storeFile = storeFileIn(options.folder)
  mkdirSync(options.folder, { recursive: true })
  finishSwap(storeFile)
  const { store, damage, lock } = look(storeFile, 'later', options)
  const check = createStoreCheck({ ...options, afterMs: options.checkAfterMs, onDamaged: () => closeDamaged(slot) })
  const slot: Slot = { ...options, storeFile, check, current: store, damage, lock, aheadMs: 0 }
  if (store !== null) check.begin(storeFile, 'soon')
  let demoUnderWay: Promise<OpenStore> | null = null
  return {
    store: () => slot.current,
    damage: () => (slot.current === null ? slot.damage : null),
    lock: () => (slot.current === null ? slot.lock : null),
    aheadMs: () => slot.aheadMs,
    createStore: (fill, key) => createStore(slot, fill, key),
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
    replaceStore: (source, present, key) => alone(slot, () => replaceStore(slot, { source, key }, present)),
    rescueStore: (backup) =>
      alone(slot, async () => {
        if (slot.damage === null || slot.current !== null) throw new Refusal('already_set_up')
        const kept = restoreBackup(backup, storeFile, now(slot), keyForRescue(slot))
        slot.damage = null
        lookAgain(slot)
        return kept
      }),
    tryAgain: () => {
      if (slot.current === null) lookAgain(slot)
    },
    encryptStore: (present, key) => alone(slot, () => encryptStore(slot, present, key)),
    closeDamaged: () => closeDamaged(slot),
    lookThrough: () => {
      if (slot.current?.isDemo === false) check.begin(storeFile, 'now')
    },
    lookedThrough: check.settled,
    quietly: (work) => quietly(slot, work),
    close: () => close(slot),
  }
}

function swap(slot: Slot, next: OpenStore | null): void {
  slot.sessions.closeAll()
  void slot.imports.stop()
  void slot.check.stop()
  if (slot.current !== null) {
    payOwedEntries(slot, slot.current.db)
    closeStore(slot.current.db)
  }
  slot.current = next
  slot.aheadMs = next?.isDemo === true ? demoAheadMs(slot.wallClock()) : 0
}

function lookAgain(slot: Slot): void {
  swap(slot, null)
  // Where something could not be read a glance might find nothing wrong, and it would be worked in again.
  const { store, damage, lock } = look(slot.storeFile, slot.damage === null ? 'later' : 'whole', slot)
  slot.damage = damage
  slot.lock = lock
  slot.current = store
  if (store !== null) slot.check.begin(slot.storeFile, 'soon')
}

/** Without the tidying of an orderly end: only what was acknowledged and still lies in the log is taken over by closing it. */
function closeDamaged(slot: Slot): void {
  if (slot.current === null || slot.current.isDemo) return
  const { db, file } = slot.current
  slot.log.error('the store is damaged and was closed')
  slot.sessions.closeAll()
  void slot.imports.stop()
  void slot.check.stop()
  slot.current = null
  slot.aheadMs = 0
  slot.damage = { problem: 'damaged', file }
  try {
    db.close()
  } catch (error) {
    slot.log.error({ err: error }, 'the damaged store could not be closed')
  }
}

function createStore(slot: Slot, fill: (db: Db) => void, key?: Buffer): OpenStore {
  const made = makeShowroom(slot.storeFile, fill, key)
  // Under a key that the other program has laid beside it.
  if (made === null) slot.keys.lookAgain()
  const opened = made ?? openShowroom(slot.storeFile, 'whole', slot.wallClock())
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
async function alone<T>({ imports, check, writeTurns }: Slot, work: () => Promise<T>): Promise<T> {
  await imports.stop()
  await check.stop()
  const done = await writeTurns.take()
  try {
    // Somebody may have begun one while the turn was waited for.
    await imports.stop()
    await check.stop()
    return await work()
  } finally {
    done()
  }
}

/** What was being looked through is looked through afterwards, from the beginning. */
async function quietly<T>(slot: Slot, work: () => Promise<T>): Promise<T> {
  const wasLooking = slot.check.isUnderWay()
  try {
    return await alone(slot, work)
  } finally {
    if (wasLooking && slot.current?.isDemo === false) slot.check.begin(slot.storeFile, 'soon')
  }
}

/** The key of the store that is there: its owner has the paper of that one, and of no other that may lie here. */
function ownKey({ storeFile, keys }: Slot): Buffer | null {
  const head = headOf(storeFile)
  return head.kind === 'encrypted' ? keys.keyOf(head.keyId) : null
}

/** Of a damaged store that was plain nobody has asked for a key. */
function keyForRescue(slot: Slot): Buffer | undefined {
  if (headOf(slot.storeFile).kind === 'plain') return undefined
  return ownKey(slot) ?? slot.keys.newest() ?? undefined
}

type Incoming = { readonly source: StoreSource; readonly key: Buffer | undefined }

async function replaceStore(slot: Slot, incoming: Incoming, present: OpenStore | null): Promise<string | null> {
  const { storeFile } = slot
  if (slot.current?.isDemo === true) throw new Refusal('not_in_demo')
  // Set up or replaced while the turn was waited for: nobody has said that this one may go.
  if (slot.current !== present) throw new Refusal(present === null ? 'already_set_up' : 'not_signed_in')
  if (slot.current === null) {
    lookAgain(slot)
    // Made meanwhile by another program on the same folder: somebody works in it.
    if (slot.current !== null) throw new Refusal('already_set_up')
  }
  stageStore(incoming.source, storeFile, ownKey(slot) ?? incoming.key)
  try {
    const before = slot.current === null ? null : await backUpBefore(slot, slot.current)
    placeStaged(slot, before === null ? 'keep' : 'discard')
    return before
  } catch (error) {
    dropStaged(storeFile)
    throw error
  }
}

async function encryptStore(slot: Slot, present: OpenStore, key: Buffer): Promise<string> {
  const { storeFile } = slot
  if (slot.current !== present || present.isDemo || headOf(storeFile).kind !== 'plain')
    throw new Refusal('already_encrypted')
  payOwedEntries(slot, present.db)
  const { file, manifest } = await backupStore(present.db, present.backupFolder, now(slot), 'before_replacing')
  if (manifest === null) throw new Error('a backup without its manifest')
  stageStore({ file, sha256: manifest.sha256 }, storeFile, key)
  try {
    placeStaged(slot, 'discard')
    return file
  } catch (error) {
    dropStaged(storeFile)
    throw error
  }
}

async function backUpBefore(slot: Slot, { db, backupFolder }: OpenStore): Promise<string> {
  // What is still owed of this store is lost with it otherwise.
  payOwedEntries(slot, db)
  const { file } = await backupStore(db, backupFolder, now(slot), 'before_replacing')
  return file
}

/** In one go: whoever asks before finds the old store, whoever asks after the new one. `discard`: what was there is in a backup. */
function placeStaged(slot: Slot, old: 'keep' | 'discard'): void {
  if (slot.current !== null) closeAlone(slot.current.db, slot.current.file)
  try {
    const kept = swapIn(slot.storeFile, now(slot), old)
    if (kept !== null && old === 'discard') slot.log.error('the file of the store before could not be taken away')
  } finally {
    lookAgain(slot)
  }
}

async function close(slot: Slot): Promise<void> {
  await slot.imports.stop()
  await slot.check.stop()
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
