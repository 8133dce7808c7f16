import { headOf, holdKey } from '../../db/store-key.ts'
import { openKeyCabinet } from '../api/key-cabinet.ts'
import { openWithCode } from '../api/key-paper.ts'
import { lostKeys } from '../api/store-lock.ts'

/** The other way where the key store of the PC keeps the key: what stands on an owner's paper. */
const CODE_VARIABLE = 'NINEPOINT_RECOVERY_CODE'

/**
 * Takes the key an encrypted store needs, from beside it or by the recovery code in the environment; answers how to let go of it
 * again. Where there is none, opening the file says so.
 */
export async function takeKeys(file: string): Promise<() => void> {
  const head = headOf(file)
  if (head.kind !== 'encrypted') return () => undefined
  const cabinet = openKeyCabinet({ storeFile: file })
  const code = process.env[CODE_VARIABLE]
  if (cabinet.keyOf(head.keyId) !== null || code === undefined) return cabinet.close
  for (const { keyId, paper } of lostKeys(file, cabinet)) {
    const key = keyId === head.keyId ? await openWithCode(paper, keyId, code) : null
    if (key === null) continue
    const release = holdKey(key)
    return () => {
      release()
      cabinet.close()
    }
  }
  return cabinet.close
}
