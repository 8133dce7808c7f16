import type { Db } from '../../db/connection.ts'
import type { Instant } from '../../shared/values/business-date.ts'

/** A page that looks again by itself, and whoever comes back to a customer within this time, make no further entry. */
export const A_WHILE_MS = 15 * 60_000
const MOST_KEYS = 5000

/** By open store, in memory only: after a restart a thing is entered once more. */
const lately = new WeakMap<Db, Map<string, Instant>>()

export function isLately(db: Db, key: string, now: Instant): boolean {
  const at = lately.get(db)?.get(key)
  return at !== undefined && Math.abs(now - at) < A_WHILE_MS
}

/** How many things that begin like this happened a while ago at most. */
export function countLately(db: Db, beginning: string, now: Instant): number {
  let count = 0
  for (const [key, at] of lately.get(db) ?? []) {
    if (key.startsWith(beginning) && Math.abs(now - at) < A_WHILE_MS) count += 1
  }
  return count
}

export function rememberLately(db: Db, key: string, now: Instant): void {
  const keys = lately.get(db) ?? new Map<string, Instant>()
  lately.set(db, keys)
  keys.delete(key)
  keys.set(key, now)
  if (keys.size > MOST_KEYS) keys.delete(keys.keys().next().value ?? '')
}
