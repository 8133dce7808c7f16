import { BackupError } from '../../../../db/backup-file.ts'
import { listPlainBackups } from '../../../../db/encrypt-backups.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findAccount, saveSecret } from '../../../../db/repositories/staff.ts'
import { newStoreKey } from '../../../../db/store-key.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context, OpenContext } from '../../context.ts'
import type { OpenStore } from '../../open-store.ts'
import { canonicalRecoveryCode, hashSecret, newRecoveryCode } from '../../secrets.ts'
import { confirmSecret, readStatus } from '../session.ts'
import { asStoreRefusal } from '../store-file/previews.ts'
import { keyIdOfStore, saveWithPaper } from './key-of-store.ts'

export function readProtection({ desk, store, me }: Context): AnswerOf<'store.protection'> {
  const keyId = store.isDemo ? null : keyIdOfStore(store)
  const file = desk.keys.files().find(({ id }) => id === keyId)
  const people = new Set(file?.papers.map(({ staffId }) => staffId))
  return {
    isEncrypted: keyId !== null,
    keptBy: keyId === null ? null : (file?.keptBy ?? 'file'),
    hasMyPaper: people.has(me.id),
    papers: people.size,
    plainBackups: keyId === null ? 0 : listPlainBackups(store.backupFolder).length,
  }
}

/** A plain store becomes an encrypted one: the key is on the disk first, the store changes in one swap, the paper comes last. */
export async function encryptStore(
  context: Context,
  { password }: { readonly password: string },
): Promise<AnswerOf<'store.encrypt'>> {
  const { desk, store, me, now, clientId } = context
  if (store.isDemo) throw new Refusal('not_in_demo')
  if (keyIdOfStore(store) !== null) throw new Refusal('already_encrypted')
  await confirmSecret(context, me.id, password)
  // Never one that lies here already: it may have come with another showroom, and others may have it.
  const key = newStoreKey()
  await desk.keys.add(key, [])
  try {
    await desk.encryptStore(store, key)
  } catch (error) {
    if (error instanceof Refusal) throw error
    desk.log.error({ err: error }, 'the store was not encrypted')
    if (error instanceof BackupError) throw new Refusal('backup_failed')
    throw asStoreRefusal(error)
  }
  const opened = desk.store()
  if (opened === null) throw new Error('the encrypted store was not opened')
  desk.sessions.open(clientId, me.id, now)
  const recoveryCode = await renewCode(context, opened, 'store.encrypt')
  desk.encryptBackups()
  return { recoveryCode, status: readStatus(context) }
}

/** For an owner who has none, or whose paper is lost or has been seen. */
export async function giveNewRecoveryCode(
  context: Context,
  { password }: { readonly password: string },
): Promise<AnswerOf<'store.newRecoveryCode'>> {
  if (context.store.isDemo) throw new Refusal('not_in_demo')
  await confirmSecret(context, context.me.id, password)
  return { recoveryCode: await renewCode(context, context.store, 'store.newRecoveryCode') }
}

async function renewCode(
  { desk, me, now }: OpenContext & Pick<Context, 'me'>,
  { db }: OpenStore,
  operation: string,
): Promise<string> {
  const recoveryCode = newRecoveryCode()
  const hash = await hashSecret(canonicalRecoveryCode(recoveryCode))
  // Meanwhile another showroom may have been opened.
  if (desk.store()?.db !== db) throw new Refusal('not_signed_in')
  await saveWithPaper(desk, me.id, recoveryCode, () =>
    db
      .transaction(() => {
        const account = findAccount(db, me.id)
        if (account === null) throw new Refusal('not_signed_in')
        saveSecret(db, me.id, account.secretHash, hash)
        appendAudit(db, { at: now, staffId: me.id, operation, subject: me.id })
      })
      .immediate(),
  )
  return recoveryCode
}
