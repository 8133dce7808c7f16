import { randomBytes, scryptSync } from 'node:crypto'

/** A hash as the store keeps it, made with next to no work: a thousand tries take no longer than one at full cost. */
export function cheapHash(secret: string): string {
  const salt = randomBytes(16)
  const key = scryptSync(secret, salt, 32, { N: 16, r: 8, p: 1 })
  return `scrypt$16$8$1$${salt.toString('base64')}$${key.toString('base64')}`
}
