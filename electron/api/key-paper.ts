import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyPaper } from '../../db/key-file.ts'
import { keyIdOf } from '../../db/store-key.ts'
import { canonicalRecoveryCode, deriveKey } from './secrets.ts'

// A store's key as an owner's recovery code opens it: the paper that sets a new password also opens the data where the key is lost.

/** The code is 80 random bits, which no cost would make any safer: this is for codes that lose a part on their way. */
const COST = { N: 2 ** 14, r: 8, p: 1 }
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export async function closeWithCode(key: Buffer, staffId: string, code: string): Promise<KeyPaper> {
  const salt = randomBytes(16)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, await deriveKey(canonicalRecoveryCode(code), salt, COST), nonce)
  // Whose paper it is and of which key is said in the open, and cannot be changed.
  cipher.setAAD(Buffer.from(`${keyIdOf(key)} ${staffId}`))
  const closed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { staffId, cost: COST, salt: salt.toString('base64'), closed: closed.toString('base64') }
}

/** Null when the code is another one, or the paper is not of this key. */
export async function openWithCode(paper: KeyPaper, keyId: string, code: string): Promise<Buffer | null> {
  const closed = Buffer.from(paper.closed, 'base64')
  try {
    const wrapping = await deriveKey(canonicalRecoveryCode(code), Buffer.from(paper.salt, 'base64'), paper.cost)
    const decipher = createDecipheriv(CIPHER, wrapping, closed.subarray(0, NONCE_BYTES))
    decipher.setAAD(Buffer.from(`${keyId} ${paper.staffId}`))
    decipher.setAuthTag(closed.subarray(closed.length - TAG_BYTES))
    const inner = closed.subarray(NONCE_BYTES, closed.length - TAG_BYTES)
    const key = Buffer.concat([decipher.update(inner), decipher.final()])
    return keyIdOf(key) === keyId ? key : null
  } catch {
    return null
  }
}
