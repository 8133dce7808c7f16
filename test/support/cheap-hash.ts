import { scryptSync } from 'node:crypto'

/** A secret's hash that costs next to nothing to compare: its parameters stand in it (electron/api/secrets.ts). */
export function cheapHash(secret: string): string {
  const salt = Buffer.alloc(16, 7)
  const key = scryptSync(secret, salt, 32, { N: 16, r: 8, p: 1 })
  return `scrypt$16$8$1$${salt.toString('base64')}$${key.toString('base64')}`
}
