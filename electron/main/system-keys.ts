import type { SafeStorage } from 'electron'
import type { Logger } from 'pino'
import type { FromDesk, ToDesk } from '../desk-process/messages.ts'

/** The system's own key store: Windows' DPAPI, the Mac's keychain, GNOME's or KDE's wallet. */
export type SystemKeys = {
  readonly isAvailable: () => Promise<boolean>
  /** What the store's process asked to be closed or opened, in base64. */
  readonly answer: (asked: Extract<FromDesk, { kind: 'seal' | 'unseal' }>) => Promise<Extract<ToDesk, { kind: 'kept' }>>
}

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>

export function systemKeys(storage: Storage, platform: NodeJS.Platform, log: Logger): SystemKeys {
  const carryOut = async ({ kind, value }: { readonly kind: 'seal' | 'unseal'; readonly value: string }) => {
    if (kind === 'seal') return (await storage.encryptStringAsync(value)).toString('base64')
    return (await storage.decryptStringAsync(Buffer.from(value, 'base64'))).result
  }
  return {
    isAvailable: async () => {
      try {
        // Without a wallet Electron would close it with a password that everybody knows.
        if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend()))
          return false
        return await storage.isAsyncEncryptionAvailable()
      } catch (error) {
        log.error({ err: error }, 'the key store of the system cannot be asked')
        return false
      }
    },
    answer: async (asked) => {
      try {
        return { kind: 'kept', n: asked.n, value: await carryOut(asked) }
      } catch (error) {
        log.error({ err: error }, 'the key store of the system refused')
        return { kind: 'kept', n: asked.n, value: null }
      }
    },
  }
}
