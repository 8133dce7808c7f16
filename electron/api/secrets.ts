import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * PINs, passwords and recovery codes at rest: scrypt with its parameters stored beside each hash (reference of the numbers:
 * OWASP password storage), so that they can be raised later without resetting anyone.
 */
const COST = { N: 2 ** 17, r: 8, p: 1 }

/** Each takes an eighth of a gigabyte while it runs: many windows that sign in at once wait for each other. */
const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function derive(secret: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await runScrypt(secret, salt, cost)
  } finally {
    // The place passes straight to the next in line, so that nobody slips in between.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

function runScrypt(secret: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Node's default memory limit is below what N = 2^17 needs.
    scrypt(secret.normalize('NFKC'), salt, 32, { ...cost, maxmem: 256 * 1024 * 1024 }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** 32 bytes that only this secret leads to, for what is to be closed with it. */
export function deriveKey(secret: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return derive(secret, salt, cost)
}

export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(secret, salt, COST)
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString('base64')}$${key.toString('base64')}`
}

/** Whether a hash was made with other parameters than a new one would be. */
export function isOutdated(stored: string): boolean {
  const [, N, r, p] = stored.split('$')
  return Number(N) !== COST.N || Number(r) !== COST.r || Number(p) !== COST.p
}

/** A hash of nothing anyone knows: checked for names that have none, so that both answers take equally long. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`

export async function matchesSecret(secret: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? NOBODY).split('$')
  const key = await derive(secret, Buffer.from(salt ?? '', 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  const expected = Buffer.from(hash ?? '', 'base64')
  return timingSafeEqual(key, expected) && stored !== null
}

/** Sixteen letters and digits without look-alikes, in groups of four: 80 bits, to be written on paper. */
export function newRecoveryCode(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const code = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
  return code.replace(/(.{4})(?!$)/g, '$1-')
}

/** As it is compared: written by hand it comes back with spaces, small letters, no dashes. */
export function canonicalRecoveryCode(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
