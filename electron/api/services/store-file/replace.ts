import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { backupsUntilNow } from '../../../../db/audit/backed-up-trail.ts'
import { backupFolderOf } from '../../../../db/backup.ts'
import { BackupError, listBackups, verifyBackup } from '../../../../db/backup-file.ts'
import { storeIdOf } from '../../../../db/person/tombstones.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { type Account, findAccount, findStaff, saveSecret } from '../../../../db/repositories/staff.ts'
import { newStoreKey } from '../../../../db/store-key.ts'
import { summaryOfFile } from '../../../../db/store-summary.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context, OpenContext } from '../../context.ts'
import type { Desk } from '../../desk.ts'
import type { StoreDamage } from '../../look-at-store.ts'
import type { OpenStore } from '../../open-store.ts'
import type { Previewed } from '../../packed-shelf.ts'
import { confirmSecret, readStatus } from '../session.ts'
import { keyIdOfStore } from '../store-key/key-of-store.ts'
import { removeMovedNote } from './moved-note.ts'
import { mayReplace } from './packed.ts'
import { asStoreRefusal } from './previews.ts'

type Replacing = {
  readonly previewId: string
  readonly operation: string
  readonly staffId: string | null
  /** The store whose owner has agreed, or that there was none. */
  readonly present: OpenStore | null
}

export async function restoreStore(
  context: Context,
  { previewId, password }: { readonly previewId: string; readonly password: string },
): Promise<AnswerOf<'store.restore'>> {
  if (context.store.isDemo) throw new Refusal('not_in_demo')
  const staffId = context.me.id
  await confirmSecret(context, staffId, password)
  return replace(context, { previewId, operation: 'store.restore', staffId, present: context.store })
}

/** The first showroom at this PC, or, with the owner's password, another one for the present. */
export async function takePacked(
  context: OpenContext,
  { previewId, password }: { readonly previewId: string; readonly password: string | null },
): Promise<AnswerOf<'store.takePacked'>> {
  const present = context.desk.store()
  const owner = mayReplace(context)
  if (owner !== null) await confirmSecret(context, owner.id, password ?? '')
  const staffId = owner?.id ?? null
  const answer = await replace(context, { previewId, operation: 'store.takePacked', staffId, present })
  removeMovedNote(context.desk.folder)
  return { ...answer, status: readStatus(context) }
}

async function replace(context: OpenContext, { previewId, operation, staffId, present }: Replacing) {
  const { desk, now } = context
  const preview = desk.packed.findPreview(previewId)
  if (preview === null) throw new Refusal('preview_expired')
  const key = await keepKeyOf(desk, preview, present)
  const secret = present === null || staffId === null ? null : secretOf(present, staffId)
  const before = await putInPlace(desk, preview, { present, key })
  if (desk.packed.findPreview(previewId) !== null) desk.packed.forgetPreview()
  const store = desk.store()
  if (store !== null) {
    const detail = backupsUntilNow(store.backupFolder)
    if (staffId !== null && secret !== null) keepSecret(store, staffId, secret)
    appendAudit(store.db, { at: now, staffId, operation, subject: basename(preview.file), detail })
  }
  return { before: before === null ? null : basename(before), status: readStatus(context) }
}

type Secret = { readonly storeId: string | null; readonly account: Account }

function secretOf({ db }: OpenStore, staffId: string): Secret | null {
  const account = findAccount(db, staffId)
  return account === null ? null : { storeId: storeIdOf(db), account }
}

/**
 * Whoever has just said their password signs in with it, and their paper of today goes on setting a new one: the password of back then
 * may be forgotten and its paper thrown away, and then nobody could get in, nor take the restore back. Only in the same showroom, and
 * only who was its owner then too.
 */
function keepSecret({ db }: OpenStore, staffId: string, { storeId, account }: Secret): void {
  const then = findStaff(db, staffId)
  if (storeIdOf(db) !== storeId || then?.active !== true || then.role !== 'owner') return
  saveSecret(db, staffId, account.secretHash, account.recoveryHash)
}

/**
 * On the disk before the store that needs it is in its place. A plain one from another PC is encrypted here, with what is answered where
 * there is no key yet, and never with one that came along with some other showroom.
 */
async function keepKeyOf({ keys }: Desk, preview: Previewed, present: OpenStore | null): Promise<Buffer | undefined> {
  if (preview.key !== null) await keys.add(preview.key.key, preview.key.papers)
  const hasKey = preview.key !== null || (present !== null && keyIdOfStore(present) !== null)
  if (hasKey || preview.kind === 'backup') return undefined
  const key = newStoreKey()
  await keys.add(key, [])
  return key
}

type Placing = Pick<Replacing, 'present'> & { readonly key: Buffer | undefined }

async function putInPlace(desk: Desk, preview: Previewed, { present, key }: Placing) {
  try {
    return await desk.replaceStore(preview, present, key)
  } catch (error) {
    if (error instanceof Refusal) throw error
    // Somebody else has looked into another file meanwhile, or taken this one.
    if (desk.packed.findPreview(preview.id) === null) throw new Refusal('preview_expired')
    // A backup that has gone with the rotation meanwhile, or been encrypted under another name.
    if (!existsSync(preview.file)) throw new Refusal('preview_expired')
    desk.log.error({ err: error }, 'the store was not replaced')
    // Changed since somebody looked at it: what they agreed to is not what is there.
    if (error instanceof BackupError)
      throw new Refusal(error.problem === 'changed' ? 'preview_expired' : 'backup_failed')
    throw asStoreRefusal(error)
  }
}

/** Of a store that is well nothing is said. */
export function readDamage({ desk }: OpenContext): AnswerOf<'setup.damage'> {
  const damage = desk.damage()
  if (damage === null) return { problem: null, file: '', newest: null }
  const newest = newestValid(damage)
  if (newest === null) return { ...damage, newest: null }
  const { counts, newestAt } = summaryOfFile(newest.file)
  return { ...damage, newest: { file: basename(newest.file), takenAt: newest.takenAt, counts, newestAt } }
}

export async function rescueStore(context: OpenContext): Promise<AnswerOf<'setup.rescue'>> {
  const { desk, now } = context
  const damage = desk.damage()
  if (damage === null) throw new Refusal('already_set_up')
  const newest = newestValid(damage)
  if (newest === null) throw new Refusal('backup_unusable')
  const kept = await desk.rescueStore(newest.file).catch((error: unknown) => {
    if (!(error instanceof Refusal)) desk.log.error({ err: error }, 'the store was not rescued')
    throw asStoreRefusal(error)
  })
  const store = desk.store()
  if (store !== null) {
    const detail = backupsUntilNow(store.backupFolder)
    appendAudit(store.db, { at: now, staffId: null, operation: 'setup.rescue', subject: null, detail })
  }
  return { keptAs: kept, status: readStatus(context) }
}

/** Looked into byte for byte, newest first, until one holds. */
function newestValid({ file }: StoreDamage): { readonly file: string; readonly takenAt: number } | null {
  for (const backup of listBackups(backupFolderOf(file))) {
    const check = verifyBackup(backup.file)
    if (check.ok) return { file: backup.file, takenAt: Date.parse(check.manifest.createdAt) }
  }
  return null
}
