import type { Db } from '../../../db/connection.ts'
import { type Account, findAccount, findStaff, replaceHash, saveTries } from '../../../db/repositories/staff.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { OpenContext } from '../context.ts'
import { enterOrOwe } from '../owed-entries.ts'
import { hashSecret, isOutdated, matchesSecret } from '../secrets.ts'
import { isLately, rememberLately } from '../seen-lately.ts'

/** Free tries before waiting begins; then 1 s, doubling to a quarter of an hour. Kept in the store, so a restart changes nothing. */
const FREE_TRIES = 3
const LONGEST_WAIT_MS = 15 * 60_000

function waitMs(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(1000 * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MS)
}

/** Milliseconds an account is still locked for. A longer lock than there is was written before the PC's clock was set back. */
export function lockedForMs(lockedUntil: number, now: number): number {
  const leftMs = lockedUntil - now
  return leftMs > 0 && leftMs <= LONGEST_WAIT_MS ? leftMs : 0
}

type Tries = Pick<Account, 'failures' | 'lockedUntil'>

/** Tries at names that have no secret: as slow as at any other, or the answer would tell which there are. In memory. */
const nobodysTries = new WeakMap<Db, Map<string, Tries>>()
const MOST_NAMES = 200

type Attempt = {
  readonly staffId: string
  readonly secret: string
  readonly operation: string
  /** Which of an account's hashes it must lead to. */
  readonly hashOf: (account: Account | null) => string | null
  /** Done in the transaction that forgets the failed tries; what it throws is the answer. */
  readonly onRight?: () => void
}

/**
 * Checks a PIN, a password or a recovery code: counted before it is checked, refused without a look while the account is locked,
 * the same and as slow for names there are not. What fails is entered in the audit trail.
 */
export async function verifySecret(context: OpenContext, db: Db, attempt: Attempt): Promise<void> {
  const { now } = context
  const { staffId, hashOf } = attempt
  const account = findAccount(db, staffId)
  const tries = account ?? nobodysTries.get(db)?.get(staffId) ?? { failures: 0, lockedUntil: 0 }
  const leftMs = lockedForMs(tries.lockedUntil, now)
  if (leftMs > 0) {
    enterOnce(context, db, attempt, tries.lockedUntil)
    throw new Refusal('too_many_tries', { params: { seconds: Math.ceil(leftMs / 1000) } })
  }
  // Counted before the slow comparison: many tries at once must not all see the same count.
  const failures = tries.failures + 1
  keepTries(db, staffId, account, { failures, lockedUntil: now + waitMs(failures) })
  const isRight = await matchesSecret(attempt.secret, hashOf(account))
  // Meanwhile another showroom may have been opened, or the secret been given anew.
  if (context.desk.store()?.db !== db) throw new Refusal('wrong_secret')
  if (!isRight || hashOf(findAccount(db, staffId)) !== hashOf(account)) {
    const seconds = waitMs(failures) / 1000
    enter(context, db, attempt, seconds === 0 ? 'wrong_secret' : `wrong_secret wait=${seconds}`)
    throw new Refusal('wrong_secret')
  }
  db.transaction(() => {
    attempt.onRight?.()
    saveTries(db, staffId, 0, 0)
  }).immediate()
}

function keepTries(db: Db, staffId: string, account: Account | null, tries: Tries): void {
  if (account !== null) return saveTries(db, staffId, tries.failures, tries.lockedUntil)
  const names = nobodysTries.get(db) ?? new Map<string, Tries>()
  nobodysTries.set(db, names)
  names.set(staffId, tries)
  if (names.size > MOST_NAMES) names.delete(names.keys().next().value ?? '')
}

/** A hash made with less work than is asked for today is made anew while the secret, which was right, is at hand. */
export async function raiseCost(db: Db, staffId: string, secret: string): Promise<void> {
  const known = findAccount(db, staffId)?.secretHash
  if (known === undefined || !isOutdated(known)) return
  const made = await hashSecret(secret)
  if (db.open) replaceHash(db, staffId, known, made)
}

/** Who tries on at a locked account is entered once for each lock. */
function enterOnce(context: OpenContext, db: Db, attempt: Attempt, lockedUntil: number): void {
  const key = `locked ${attempt.staffId} ${lockedUntil}`
  if (isLately(db, key, context.now)) return
  rememberLately(db, key, context.now)
  enter(context, db, attempt, 'too_many_tries')
}

function enter({ desk, now }: OpenContext, db: Db, { staffId, operation }: Attempt, detail: string): void {
  // What was sent is kept only where it is an id of ours.
  const subject = findStaff(db, staffId)?.id ?? null
  enterOrOwe(desk, db, { at: now, staffId: null, operation, subject, kind: 'refused', detail })
}
