import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { backupStore } from '../../../../db/backup.ts'
import { inspectStoreFile, sha256Of, syncToDisk } from '../../../../db/backup-file.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findStore } from '../../../../db/repositories/store.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Person } from '../../../../shared/contract/session.ts'
import { fileName } from '../../../../shared/domain/export/names.ts'
import type { Context, OpenContext } from '../../context.ts'
import { PACKED_ENDING } from '../../packed-shelf.ts'
import { personOf } from '../../person-of.ts'
import { PackError, sealStore, unsealStore } from './container.ts'
import { asStoreRefusal, previewOf } from './previews.ts'

/** A verified backup, encrypted; the name says whose it is and of when. */
export async function packStore(
  context: Context,
  { password }: { readonly password: string },
): Promise<AnswerOf<'store.pack'>> {
  const { db, desk, me, now, store, today } = context
  if (store.isDemo) throw new Refusal('not_in_demo')
  const { folder } = desk.packed
  mkdirSync(folder, { recursive: true })
  const name = fileName([findStore(db)?.name ?? '', today.replaceAll('-', '')], PACKED_ENDING.slice(1))
  const target = freePath(join(folder, name))
  const unfinished = `${target}.tmp`
  try {
    const { file, bytes, manifest } = await backupStore(db, store.backupFolder, new Date(now))
    if (manifest === null) throw new Error('a backup without its manifest')
    await sealStore(file, { ninepoint: 'store', form: 1, bytes, manifest }, password, unfinished)
    syncToDisk(unfinished)
    renameSync(unfinished, target)
    syncToDisk(folder)
  } catch (error) {
    rmSync(unfinished, { force: true })
    desk.log.error({ err: error }, 'packing failed')
    throw asRefusal(error, 'pack_failed')
  }
  appendAudit(db, { at: now, staffId: me.id, operation: 'store.pack', subject: null })
  const packed = desk.packed.list().find(({ path }) => path === target)
  return { file: basename(target), bytes: packed?.bytes ?? 0 }
}

export function listPacked(context: OpenContext): AnswerOf<'store.packed'> {
  mayReplace(context)
  const { folder, list } = context.desk.packed
  // Somebody is about to be asked to copy a file into it.
  mkdirSync(folder, { recursive: true })
  const files = list().map(({ id, path, bytes, savedAt, isOffered }) => {
    return { id, file: basename(path), bytes, savedAt, isOffered }
  })
  return { folder, files }
}

/** Decrypts into a temporary file of our own and looks into it; whatever fails, that file is gone again. */
export async function openPacked(
  context: OpenContext,
  { id, password }: { readonly id: string; readonly password: string },
): Promise<AnswerOf<'store.openPacked'>> {
  mayReplace(context)
  const { desk } = context
  const packed = desk.packed.list().find((one) => one.id === id)
  if (packed === undefined) throw new Refusal('not_found')
  const temporary = desk.packed.newTemporary()
  try {
    const { manifest } = await unsealStore(packed.path, password, temporary)
    if (sha256Of(temporary) !== manifest.sha256) throw new PackError('unreadable')
    if (inspectStoreFile(temporary, manifest.counts) !== null) throw new PackError('unreadable')
    return previewOf(desk, temporary, manifest, 'packed')
  } catch (error) {
    rmSync(temporary, { force: true })
    throw asRefusal(error, 'pack_unreadable')
  }
}

/** Who may put another store in place: anybody where there is none yet (null), else its owner. */
export function mayReplace(context: OpenContext): Person | null {
  const store = context.desk.store()
  if (store === null) return null
  const me = personOf(context)
  if (me === null) throw new Refusal('not_signed_in')
  if (me.role !== 'owner') throw new Refusal('forbidden')
  if (store.isDemo) throw new Refusal('not_in_demo')
  return me
}

function asRefusal(error: unknown, otherwise: 'pack_failed' | 'pack_unreadable'): unknown {
  if (error instanceof PackError) {
    return new Refusal(error.problem === 'wrong_password' ? 'pack_password_wrong' : 'pack_unreadable')
  }
  const refusal = asStoreRefusal(error)
  return refusal instanceof Refusal ? refusal : new Refusal(otherwise)
}

function freePath(wanted: string): string {
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? wanted : wanted.replace(PACKED_ENDING, `-${n}${PACKED_ENDING}`)
    if (!existsSync(path)) return path
  }
}
