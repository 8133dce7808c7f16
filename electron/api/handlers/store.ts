import type { HandlersOf } from '../context.ts'
import { changeSlots, changeStore, readStore } from '../services/store.ts'
import { backUpStore, readBackups } from '../services/store-backups.ts'
import { listPacked, openPacked, packStore } from '../services/store-file/packed.ts'
import { markMoved, readPlace, scheduleBackups } from '../services/store-file/place.ts'
import { previewBackup } from '../services/store-file/previews.ts'
import { restoreStore, takePacked } from '../services/store-file/replace.ts'
import { encryptStore, giveNewRecoveryCode, readProtection } from '../services/store-key/protection.ts'

export const storeHandlers: HandlersOf<'store'> = {
  'store.get': readStore,
  'store.update': changeStore,
  'store.updateSlots': changeSlots,
  'store.backUp': backUpStore,
  'store.backups': readBackups,
  'store.place': readPlace,
  'store.previewBackup': previewBackup,
  'store.restore': restoreStore,
  'store.pack': packStore,
  'store.packed': listPacked,
  'store.openPacked': openPacked,
  'store.takePacked': takePacked,
  'store.markMoved': markMoved,
  'store.scheduleBackups': scheduleBackups,
  'store.protection': readProtection,
  'store.encrypt': encryptStore,
  'store.newRecoveryCode': giveNewRecoveryCode,
}
