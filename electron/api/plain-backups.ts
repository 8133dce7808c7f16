import type { Logger } from 'pino'
import { encryptBackup, listPlainBackups } from '../../db/encrypt-backups.ts'
import { heldKey } from '../../db/store-key.ts'
import type { KeyCabinet } from './key-cabinet.ts'
import type { OpenStore } from './open-store.ts'
import { keyIdOfStore } from './services/store-key/key-of-store.ts'

/** Encrypts the backups that were made before their store was, one after the other, while people work. */
export type PlainBackups = {
  readonly begin: (store: OpenStore) => void
  /** After the one that is just being done. What is left is done at the next start. */
  readonly stop: () => Promise<void>
  readonly settled: () => Promise<void>
}

export function createPlainBackups(keys: KeyCabinet, log: Logger): PlainBackups {
  let work: Promise<void> = Promise.resolve()
  let isStopped = false

  async function encryptAll({ backupFolder }: OpenStore, keyId: string): Promise<void> {
    for (const { file } of listPlainBackups(backupFolder)) {
      const key = heldKey(keyId)
      if (isStopped || key === null) return
      const papers = [...(keys.files().find(({ id }) => id === keyId)?.papers ?? [])]
      try {
        const isDone = await encryptBackup(file, key, { id: keyId, papers })
        if (!isDone) log.error('a plain backup is damaged and was left as it is')
      } catch (error) {
        // Somebody has it open, or there is no room for so large a one: the others are not to wait for it.
        log.error({ err: error }, 'a plain backup was not encrypted')
      }
    }
  }

  return {
    begin: (store) => {
      const keyId = store.isDemo ? null : keyIdOfStore(store)
      if (keyId === null) return
      work = work
        .then(() => encryptAll(store, keyId))
        .catch((error: unknown) => log.error({ err: error }, 'plain backups were not encrypted'))
    },
    stop: () => {
      isStopped = true
      return work
    },
    settled: () => work,
  }
}
