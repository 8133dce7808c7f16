import type { HandlersOf } from '../context.ts'
import { changeSlots, changeStore, readStore } from '../services/store.ts'
import { backUpStore, readBackups } from '../services/store-backups.ts'

export const storeHandlers: HandlersOf<'store'> = {
  'store.get': readStore,
  'store.update': changeStore,
  'store.updateSlots': changeSlots,
  'store.backUp': backUpStore,
  'store.backups': readBackups,
}
