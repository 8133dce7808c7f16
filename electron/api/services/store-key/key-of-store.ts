import { headOf } from '../../../../db/store-key.ts'
import type { Desk } from '../../desk.ts'
import type { OpenStore } from '../../open-store.ts'

/** Which key the open store is under; null of a plain one. */
export function keyIdOfStore({ file }: OpenStore): string | null {
  const head = headOf(file)
  return head.kind === 'encrypted' ? head.keyId : null
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
}
