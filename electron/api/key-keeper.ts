import { type KeyFile, readKeyFiles } from '../../db/key-file.ts'

/** Who keeps the keys of this PC's stores. */
export type KeyKeeper = {
  /** `system`: the system's own key store, which gives them to this user of this PC alone. `file`: nobody; they lie beside the store. */
  readonly kind: KeyFile['keptBy']
  /** Null when it cannot be done just now. */
  readonly seal: (key: Buffer) => Promise<string | null>
  readonly unseal: (sealed: string) => Promise<Buffer | null>
}

/** Where there is no key store: the key lies in its file as it is, and whoever has the folder has the data. */
export const fileKeeper: KeyKeeper = {
  kind: 'file',
  seal: async (key) => key.toString('base64'),
  unseal: async (value) => Buffer.from(value, 'base64'),
}

/** What the system's key store gives of a store's keys, by their ids. */
export async function unsealKeys(storeFile: string, keeper: KeyKeeper): Promise<ReadonlyMap<string, Buffer>> {
  const unsealed = new Map<string, Buffer>()
  for (const { id, keptBy, value } of readKeyFiles(storeFile)) {
    if (keptBy !== 'system' || keeper.kind !== 'system') continue
    const key = await keeper.unseal(value)
    if (key !== null) unsealed.set(id, key)
  }
  return unsealed
}
