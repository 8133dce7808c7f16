import type { Db } from '../../../db/connection.ts'
import { appendAudit } from '../../../db/repositories/audit-trail.ts'
import {
  findAccount,
  findStaff,
  isUnclaimed,
  listStaff,
  saveSecret,
  saveTries,
} from '../../../db/repositories/staff.ts'
import { findStore } from '../../../db/repositories/store.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Status } from '../../../shared/contract/session.ts'
import { businessDateOf } from '../../../shared/values/business-date.ts'
import { DEMO_SECRET } from '../../demo/fill-demo.ts'
import type { OpenContext } from '../context.ts'
import type { OpenStore } from '../open-store.ts'
import { personOf } from '../person-of.ts'
import { canonicalRecoveryCode, hashSecret, matchesSecret, newRecoveryCode } from '../secrets.ts'
import { IDLE_MINUTES } from '../sessions.ts'
import { putSilentLeadsToSleep } from './dormancy.ts'
import { forgetOldDrafts } from './drafts.ts'
import { readMovedAt } from './store-file/moved-note.ts'

const DEFAULT_ZONE = 'Asia/Shanghai'

/** What to show before anything else: the first run, the sign-in screen, or the program. */
export function readStatus(context: OpenContext): Status {
  const { desk } = context
  const store = desk.store()
  const settings = store === null ? null : findStore(store.db)
  const timeZone = settings?.timeZone ?? DEFAULT_ZONE
  const me = personOf(context)
  return {
    stage: desk.damage() !== null ? 'damaged' : store === null ? 'first_run' : me === null ? 'sign_in' : 'signed_in',
    storeName: settings?.name ?? null,
    isDemo: store?.isDemo ?? false,
    demoSecret: store?.isDemo === true ? DEMO_SECRET : null,
    people: store === null ? [] : signInList(store),
    unclaimedBy: store === null ? [] : ownersOfUnclaimed(store),
    me,
    today: businessDateOf(context.now, timeZone),
    timeZone,
    idleMinutes: IDLE_MINUTES,
    movedAt: store === null || store.isDemo ? null : readMovedAt(desk.folder),
  }
}

function ownersOfUnclaimed({ db }: OpenStore): Status['unclaimedBy'] {
  if (!isUnclaimed(db)) return []
  return listStaff(db)
    .filter((person) => person.active && person.role === 'owner')
    .map(({ id, name, role }) => ({ id, name, role }))
}

function signInList(store: OpenStore): Status['people'] {
  return listStaff(store.db)
    .filter((person) => person.active && person.hasSecret)
    .map(({ id, name, role }) => ({ id, name, role }))
}

export async function signIn(context: OpenContext, input: { staffId: string; secret: string }): Promise<Status> {
  const { db } = openStoreOf(context)
  await verify(context, input.staffId, input.secret, (account) => account?.secretHash ?? null)
  const person = findStaff(db, input.staffId)
  if (person === null || !person.active) throw new Refusal('wrong_secret')
  context.desk.sessions.open(context.clientId, person.id, context.now)
  tidyUp(context, db)
  return readStatus(context)
}

/** Somebody comes to the desk: the time to see who has fallen silent since. What stands in the way must keep nobody out. */
function tidyUp({ desk, now }: OpenContext, db: Db): void {
  try {
    putSilentLeadsToSleep(db, now, desk.newId)
  } catch (error) {
    desk.log.error({ err: error }, 'silent leads were not put to sleep')
  }
  try {
    forgetOldDrafts(db, now)
  } catch (error) {
    desk.log.error({ err: error }, 'old drafts were not forgotten')
  }
}

export function signOut(context: OpenContext): Status {
  context.desk.sessions.close(context.clientId)
  return readStatus(context)
}

export async function recover(
  context: OpenContext,
  input: { staffId: string; recoveryCode: string; password: string },
): Promise<{ recoveryCode: string }> {
  const { db } = openStoreOf(context)
  await verify(
    context,
    input.staffId,
    canonicalRecoveryCode(input.recoveryCode),
    (account) => account?.recoveryHash ?? null,
  )
  const recoveryCode = newRecoveryCode()
  const [secretHash, recoveryHash] = [
    await hashSecret(input.password),
    await hashSecret(canonicalRecoveryCode(recoveryCode)),
  ]
  saveSecret(db, input.staffId, secretHash, recoveryHash)
  appendAudit(db, { at: context.now, staffId: input.staffId, operation: 'session.recover', subject: input.staffId })
  context.desk.sessions.closeAllOf(input.staffId)
  return { recoveryCode }
}

/** Free tries before waiting begins; then 1 s, doubling to a quarter of an hour. Kept in the store, so a restart changes nothing. */
const FREE_TRIES = 3
const LONGEST_WAIT_MS = 15 * 60_000

function waitMs(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(1000 * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MS)
}

/** Somebody who is signed in says once more that it is them, before something that cannot be taken lightly. */
export function confirmSecret(context: OpenContext, staffId: string, secret: string): Promise<void> {
  return verify(context, staffId, secret, (account) => account?.secretHash ?? null)
}

async function verify(
  context: OpenContext,
  staffId: string,
  secret: string,
  hashOf: (account: ReturnType<typeof findAccount>) => string | null,
): Promise<void> {
  const { db } = openStoreOf(context)
  const account = findAccount(db, staffId)
  const leftMs = (account?.lockedUntil ?? 0) - context.now
  // A longer wait than there is was written before the PC's clock was set back: it would lock even the owner out for as long.
  if (leftMs > 0 && leftMs <= LONGEST_WAIT_MS) {
    throw new Refusal('too_many_tries', { params: { seconds: Math.ceil(leftMs / 1000) } })
  }
  // Counted before the slow comparison: many tries at once must not all see the same count.
  const failures = (account?.failures ?? 0) + 1
  if (account !== null) saveTries(db, staffId, failures, context.now + waitMs(failures))
  const isRight = await matchesSecret(secret, hashOf(account))
  // Meanwhile another showroom may have been opened, or the secret been given anew.
  if (context.desk.store()?.db !== db) throw new Refusal('wrong_secret')
  if (!isRight || hashOf(findAccount(db, staffId)) !== hashOf(account)) throw new Refusal('wrong_secret')
  saveTries(db, staffId, 0, 0)
}

function openStoreOf(context: OpenContext): OpenStore {
  const store = context.desk.store()
  if (store === null) throw new Refusal('no_store')
  return store
}
