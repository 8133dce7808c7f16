import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { backupStore } from '../../../../db/backup.ts'
import { type BackupFile, inspectStoreFile, sha256Of } from '../../../../db/backup-file.ts'
import { removeStoreFile } from '../../../../db/connection.ts'
import { copyOnThread } from '../../../../db/copy-on-thread.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findStore } from '../../../../db/repositories/store.ts'
import { heldKey, holdKey, keyIdOf, newStoreKey } from '../../../../db/store-key.ts'
import { syncToDisk } from '../../../../db/sync-to-disk.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Person } from '../../../../shared/contract/session.ts'
import { fileName } from '../../../../shared/domain/export/names.ts'
import type { Context, OpenContext } from '../../context.ts'
import type { Desk } from '../../desk.ts'
import { PACKED_ENDING, type Previewed } from '../../packed-shelf.ts'
import { personOf } from '../../person-of.ts'
import { PackError, type PackHeader, sealStore, unsealStore } from './container.ts'
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
    const backup = await backupStore(db, store.backupFolder, new Date(now))
    await sealBackup(desk, backup, password, unfinished)
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

/** Always encrypted inside as well: at the other PC it is laid down as it comes out, before anybody has looked into it. */
async function sealBackup(desk: Desk, { file, bytes, manifest }: BackupFile, password: string, target: string) {
  if (manifest === null) throw new Error('a backup without its manifest')
  const head = { ninepoint: 'store', form: 2 } as const
  if (manifest.key !== undefined) {
    const key = heldKey(manifest.key.id)?.toString('base64')
    if (key === undefined) throw new Error('the key of the store is not at hand')
    return sealStore(file, { ...head, bytes, manifest, key }, password, target)
  }
  const key = newStoreKey()
  const encrypted = desk.packed.newTemporary()
  try {
    const { counts, sha256: plain } = manifest
    const order = { kind: 'encrypt', source: file, target: encrypted, key, sha256: plain, counts } as const
    const { sha256 } = await copyOnThread(order)
    const header = { ...manifest, sha256, key: { id: keyIdOf(key), papers: [] } }
    const size = statSync(encrypted).size
    await sealStore(
      encrypted,
      { ...head, bytes: size, manifest: header, key: key.toString('base64') },
      password,
      target,
    )
  } finally {
    removeStoreFile(encrypted)
  }
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
    const header = await unsealStore(packed.path, password, temporary)
    const { manifest } = header
    if (sha256Of(temporary) !== manifest.sha256) throw new PackError('unreadable')
    const key = keyIn(header)
    const release = key === null ? () => undefined : holdKey(key.key)
    try {
      if (inspectStoreFile(temporary, manifest.counts) !== null) throw new PackError('unreadable')
      return previewOf(desk, temporary, manifest, { kind: 'packed', key })
    } finally {
      release()
    }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw asRefusal(error, 'pack_unreadable')
  }
}

/** Null of a packed file of an older release. */
function keyIn({ key, manifest }: PackHeader): Previewed['key'] {
  return key === undefined ? null : { key: Buffer.from(key, 'base64'), papers: manifest.key?.papers ?? [] }
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
