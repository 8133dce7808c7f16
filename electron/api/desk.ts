import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { listRecoverable } from '../../db/repositories/staff.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import { type BackupSchedule, createBackupSchedule } from './backup-schedule.ts'
import { type KeyCabinet, openKeyCabinet } from './key-cabinet.ts'
import type { KeyKeeper } from './key-keeper.ts'
import type { OpenStore } from './open-store.ts'
import { payOwedEntries } from './owed-entries.ts'
import { createPackedShelf, type PackedShelf } from './packed-shelf.ts'
import { createPlainBackups } from './plain-backups.ts'
import { createImportEngine, type ImportEngine, type ImportLimits } from './services/imports/engine.ts'
import { keyIdOfStore, renewPapers } from './services/store-key/key-of-store.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { type LostKey, lostKeys } from './store-lock.ts'
import { createStoreSlot, type StoreSlot, storeFileIn } from './store-slot.ts'
import { createTrendFill, type TrendFill } from './trend-fill.ts'
import { createWriteTurns, type WriteTurns } from './write-turns.ts'

/** What the main side holds while it runs: the open store, who is signed in where, the clock, the log. */
export type Desk = Omit<StoreSlot, 'aheadMs'> & {
  /** Where everything of this PC's program lies. */
  readonly folder: string
  readonly sessions: Sessions
  readonly clock: () => Instant
  readonly newId: () => string
  readonly log: Logger
  readonly writeTurns: WriteTurns
  readonly imports: ImportEngine
  /** What the store of this folder is encrypted with. */
  readonly keys: KeyCabinet
  /** Papers of keys that are not at hand, from key files and backups. */
  readonly lostKeys: () => readonly LostKey[]
  /** What was backed up before the store was encrypted is encrypted as well, while people work. */
  readonly encryptBackups: () => void
  /** Resolves when no backup is being encrypted any more. */
  readonly backupsEncrypted: () => Promise<void>
  /** Packed showrooms that lie ready, and the one store that was looked into before it is put in place. */
  readonly packed: PackedShelf
  /** Keeps a packed showroom that lies elsewhere ready to be opened; throws when it is not there. */
  readonly offerPacked: (path: string) => Promise<void>
  /** Backups while the program is open. */
  readonly backups: BackupSchedule
  /** Past months read before somebody waits for them. */
  readonly trends: TrendFill
}

export type DeskOptions = {
  readonly folder: string
  readonly clock?: () => Instant
  readonly newId?: () => string
  readonly log?: Logger
  readonly importLimits?: Partial<ImportLimits>
  /** Who keeps the store's keys at this PC, and what they gave; without it they lie beside the store. */
  readonly keyKeeper?: KeyKeeper
  readonly unsealed?: ReadonlyMap<string, Buffer>
  /** How long after it was opened the store is looked through. */
  readonly checkAfterMs?: number
  /** How often it is looked whether a backup is due. */
  readonly backupLookMs?: number
  /** How often a past month is read that nobody has read yet. */
  readonly trendLookMs?: number
}

const CHECK_AFTER_MS = 5_000
const BACKUP_LOOK_MS = 60_000
const TREND_LOOK_MS = 5_000

export function createDesk(options: DeskOptions): Desk {
  const { folder } = options
  const wallClock = options.clock ?? Date.now
  const keys = openKeyCabinet({ storeFile: storeFileIn(folder), keeper: options.keyKeeper, unsealed: options.unsealed })
  const equipment = { ...equip(options), keys }
  const { aheadMs, ...slot } = createStoreSlot({
    folder,
    wallClock,
    ...equipment,
    checkAfterMs: options.checkAfterMs ?? CHECK_AFTER_MS,
  })
  const packed = createPackedShelf(folder)
  const backups = createBackupSchedule({
    ...equipment,
    folder,
    wallClock,
    store: slot.store,
    lookEveryMs: options.backupLookMs ?? BACKUP_LOOK_MS,
  })
  const clock = () => wallClock() + aheadMs()
  const trends = createTrendFill({
    ...equipment,
    store: slot.store,
    now: clock,
    lookEveryMs: options.trendLookMs ?? TREND_LOOK_MS,
  })
  const plainBackups = createPlainBackups(keys, equipment.log)
  const encryptBackups = () => {
    const store = slot.store()
    if (store !== null) plainBackups.begin(store)
  }
  dropStalePapers(equipment, slot.store())
  encryptBackups()
  return {
    ...equipment,
    ...slot,
    folder,
    clock,
    packed,
    lostKeys: () => lostKeys(storeFileIn(folder), keys),
    encryptBackups,
    backupsEncrypted: plainBackups.settled,
    offerPacked: packed.offer,
    backups,
    trends,
    close: async () => {
      backups.stop()
      trends.stop()
      packed.forgetPreview()
      await plainBackups.stop()
      try {
        const open = slot.store()
        if (open !== null) payOwedEntries(equipment, open.db)
        await slot.close()
      } finally {
        keys.close()
      }
    },
  }
}

/** Whoever is no longer an owner must not open the data with a paper of former days. */
function dropStalePapers(desk: Pick<Desk, 'keys' | 'log'>, store: OpenStore | null): void {
  const keyId = store === null ? null : keyIdOfStore(store)
  if (store === null || keyId === null) return
  desk.keys.keepPapersOf(keyId, listRecoverable(store.db))
  renewPapers(desk, store, keyId)
}

/** What a desk has whatever store is open. */
function equip({ newId, log = pino({ level: 'silent' }), importLimits: limits = {} }: DeskOptions) {
  const writeTurns = createWriteTurns()
  const imports = createImportEngine({ turns: writeTurns, log, idBase: newId ?? null, limits })
  return { sessions: createSessions(), log, writeTurns, imports, newId: newId ?? randomUUID }
}
