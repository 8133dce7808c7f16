import { renewBackupPapers } from '../../../../db/backup-papers.ts'
import { headOf } from '../../../../db/store-key.ts'
import type { Desk } from '../../desk.ts'
import type { OpenStore } from '../../open-store.ts'

/** Which key the open store is under; null of a plain one. */
export function keyIdOfStore({ file }: OpenStore): string | null {
  const head = headOf(file)
  return head.kind === 'encrypted' ? head.keyId : null
}

/** The store's backups open by the papers that hold today, and by no earlier ones. What cannot be written now is at the next start. */
export function renewPapers(
  { keys, log }: Pick<Desk, 'keys' | 'log'>,
  { backupFolder }: OpenStore,
  keyId: string,
): void {
  try {
    renewBackupPapers(backupFolder, keyId, keys.files().find(({ id }) => id === keyId)?.papers ?? [])
  } catch (error) {
    log.error({ err: error }, 'earlier papers still open the backups')
  }
}

/**
 * Writes a person's new recovery code into the store by `save`, and closes the store's key with it: the same paper is to set a new
 * password and to open the data. In this order, so that there is no moment at which no paper opens them.
 */
export async function saveWithPaper(desk: Desk, staffId: string, code: string, save: () => void): Promise<void> {
  const store = desk.store()
  const keyId = store === null || store.isDemo ? null : keyIdOfStore(store)
  const dropEarlier = keyId === null ? () => undefined : await desk.keys.addPaper(keyId, staffId, code)
  save()
  dropEarlier()
  if (store !== null && keyId !== null) renewPapers(desk, store, keyId)
}
