import type { Db } from '../../../db/connection.ts'
import { appendAudit } from '../../../db/repositories/audit-trail.ts'
import { type Account, findStaff, isUnclaimed, listStaff, saveSecret } from '../../../db/repositories/staff.ts'
import { findStore } from '../../../db/repositories/store.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Status } from '../../../shared/contract/session.ts'
import { businessDateOf } from '../../../shared/values/business-date.ts'
import { DEMO_SECRET } from '../../demo/fill-demo.ts'
import type { OpenContext } from '../context.ts'
import type { Desk } from '../desk.ts'
import type { OpenStore } from '../open-store.ts'
import { enterOrOwe } from '../owed-entries.ts'
import { personOf } from '../person-of.ts'
import { canonicalRecoveryCode, hashSecret, newRecoveryCode } from '../secrets.ts'
import { IDLE_MINUTES } from '../sessions.ts'
import { purgeLeftOver } from './customers/purge-left-over.ts'
import { putSilentLeadsToSleep } from './dormancy.ts'
import { forgetOldDrafts } from './drafts.ts'
import { readMovedAt } from './store-file/moved-note.ts'
import { saveWithPaper } from './store-key/key-of-store.ts'
import { raiseCost, verifySecret } from './verify-secret.ts'

const DEFAULT_ZONE = 'Asia/Shanghai'

/** What to show before anything else: the first run, the sign-in screen, or the program. */
export function readStatus(context: OpenContext): Status {
  const { desk } = context
  const store = desk.store()
  const settings = store === null ? null : findStore(store.db)
  const timeZone = settings?.timeZone ?? DEFAULT_ZONE
  const me = personOf(context)
  return {
    stage: stageOf(desk, me !== null),
    storeName: settings?.name ?? null,
    isDemo: store?.isDemo ?? false,
    demoSecret: store?.isDemo === true ? DEMO_SECRET : null,
    people: store === null ? [] : signInList(store),
    unclaimedBy: store === null ? [] : ownersOfUnclaimed(store),
    me,
    today: businessDateOf(context.now, timeZone),
    timeZone,
    idleMinutes: IDLE_MINUTES,
    backupFailedAt: me?.role === 'owner' ? desk.backups.failedAt() : null,
    movedAt: store === null || store.isDemo ? null : readMovedAt(desk.folder),
  }
}

function stageOf(desk: Desk, isSignedIn: boolean): Status['stage'] {
  if (desk.lock() !== null) return 'locked'
  if (desk.damage() !== null) return 'damaged'
  if (desk.store() === null) return 'first_run'
  return isSignedIn ? 'signed_in' : 'sign_in'
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
  const { desk, clientId, now } = context
  const operation = 'session.signIn'
  await verifySecret(context, db, {
    ...input,
    operation,
    hashOf: pinOf,
    onRight: () => {
      if (findStaff(db, input.staffId)?.active !== true) throw new Refusal('wrong_secret')
      appendAudit(db, { at: now, staffId: input.staffId, operation, subject: input.staffId })
    },
  })
  desk.sessions.open(clientId, input.staffId, now)
  tidyUp(context, db)
  await raiseCost(db, input.staffId, input.secret)
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
  purgeLeftOver(desk, db).catch((error: unknown) => {
    desk.log.error({ err: error }, 'what was left of somebody who was erased was not looked for')
  })
}

export function signOut(context: OpenContext): Status {
  const { desk, clientId, now } = context
  const me = personOf(context)
  desk.sessions.close(clientId)
  const store = desk.store()
  if (store !== null && me !== null) {
    enterOrOwe(desk, store.db, { at: now, staffId: me.id, operation: 'session.signOut', subject: me.id })
  }
  return readStatus(context)
}

export async function recover(
  context: OpenContext,
  input: { staffId: string; recoveryCode: string; password: string },
): Promise<{ recoveryCode: string }> {
  const { db } = openStoreOf(context)
  const { staffId } = input
  const operation = 'session.recover'
  const secret = canonicalRecoveryCode(input.recoveryCode)
  await verifySecret(context, db, { staffId, secret, operation, hashOf: (account) => account?.recoveryHash ?? null })
  const recoveryCode = newRecoveryCode()
  const [secretHash, recoveryHash] = [
    await hashSecret(input.password),
    await hashSecret(canonicalRecoveryCode(recoveryCode)),
  ]
  await saveWithPaper(context.desk, staffId, recoveryCode, () =>
    db
      .transaction(() => {
        saveSecret(db, staffId, secretHash, recoveryHash)
        appendAudit(db, { at: context.now, staffId, operation, subject: staffId })
      })
      .immediate(),
  )
  context.desk.sessions.closeAllOf(staffId)
  return { recoveryCode }
}

/** Somebody who is signed in says once more that it is them, before something that cannot be taken lightly. */
export function confirmSecret(context: OpenContext, staffId: string, secret: string): Promise<void> {
  return verifySecret(context, openStoreOf(context).db, { staffId, secret, operation: 'session.signIn', hashOf: pinOf })
}

const pinOf = (account: Account | null) => account?.secretHash ?? null

function openStoreOf(context: OpenContext): OpenStore {
  const store = context.desk.store()
  if (store === null) throw new Refusal('no_store')
  return store
}
