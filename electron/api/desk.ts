import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import type { Instant } from '../../shared/values/business-date.ts'
import { createPackedShelf, type PackedShelf } from './packed-shelf.ts'
import { createImportEngine, type ImportEngine, type ImportLimits } from './services/imports/engine.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createStoreSlot, type StoreSlot } from './store-slot.ts'
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
  /** Packed showrooms that lie ready, and the one store that was looked into before it is put in place. */
  readonly packed: PackedShelf
  /** Keeps a packed showroom that lies elsewhere ready to be opened; throws when it is not there. */
  readonly offerPacked: (path: string) => Promise<void>
}

export type DeskOptions = {
  readonly folder: string
  readonly clock?: () => Instant
  readonly newId?: () => string
  readonly log?: Logger
  readonly importLimits?: Partial<ImportLimits>
}

export function createDesk(options: DeskOptions): Desk {
  const { folder } = options
  const wallClock = options.clock ?? Date.now
  const equipment = equip(options)
  const { aheadMs, ...slot } = createStoreSlot({ folder, wallClock, ...equipment })
  const packed = createPackedShelf(folder)
  return {
    ...equipment,
    ...slot,
    folder,
    clock: () => wallClock() + aheadMs(),
    packed,
    offerPacked: packed.offer,
    close: async () => {
      packed.forgetPreview()
      await slot.close()
    },
  }
}

/** What a desk has whatever store is open. */
function equip({ newId, log = pino({ level: 'silent' }), importLimits: limits = {} }: DeskOptions) {
  const writeTurns = createWriteTurns()
  const imports = createImportEngine({ turns: writeTurns, log, idBase: newId ?? null, limits })
  return { sessions: createSessions(), log, writeTurns, imports, newId: newId ?? randomUUID }
}
