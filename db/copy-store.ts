import { copyFileSync } from 'node:fs'
import { type TrailEnd, trailEndOf } from './audit/trail-end.ts'
import { BackupError, inspectStoreFile, rowCounts, sha256Of } from './backup-file.ts'
import { type Db, openBeside, removeStoreFile } from './connection.ts'
import { encryptFile, holdKey, openFile } from './store-key.ts'
import { syncToDisk } from './sync-to-disk.ts'

/** `key`: of an encrypted store; the copy is under the same. */
export type CopyOrder = {
  readonly kind: 'copy'
  readonly source: string
  readonly target: string
  readonly key: Buffer | null
}
/** A plain file at rest, of these very bytes, which holds `counts`, to become an encrypted one. */
export type EncryptOrder = {
  readonly kind: 'encrypt'
  readonly source: string
  readonly target: string
  readonly key: Buffer
  readonly sha256: string
  readonly counts: Readonly<Record<string, number>>
}
/** What the copy holds, and of which bytes it is. */
export type CopyFacts = {
  readonly schemaVersion: number
  readonly counts: Readonly<Record<string, number>>
  readonly sha256: string
  /** Where its audit trail ends. */
  readonly trail?: TrailEnd
}

/**
 * Copies a store into `target`, which does not exist or is empty, while others write into it: what was committed at one moment, and
 * nothing of what came later. The copy is on the disk and looked into before anything is answered. Throws BackupError, or what SQLite
 * or the file system says.
 */
export function copyStore({ source, target, key }: Omit<CopyOrder, 'kind'>): CopyFacts {
  const release = key === null ? () => undefined : holdKey(key)
  try {
    const db = openBeside(source)
    try {
      return copyFrom(db, target)
    } finally {
      db.close()
    }
  } finally {
    release()
  }
}

/** The same with a handle that is open already. */
export function copyFrom(db: Db, target: string): CopyFacts {
  const written = () => db.pragma('data_version', { simple: true })
  const before = { version: written(), counts: rowCounts(db) }
  db.prepare('VACUUM INTO ?').run(target)
  const { counts, ...content } = contentOf(target)
  // Of a store that rested meanwhile it must be the very same.
  if (before.version === written() && !isSame(before.counts, counts)) throw new BackupError('counts', target)
  const problem = inspectStoreFile(target, counts)
  if (problem !== null) throw new BackupError(problem, target)
  syncToDisk(target)
  return { ...content, counts, sha256: sha256Of(target) }
}

/** An encrypted copy of a plain file, looked into before anything is answered; what fails leaves nothing behind. */
export function encryptCopy({ source, target, key, sha256, counts }: Omit<EncryptOrder, 'kind'>): CopyFacts {
  const release = holdKey(key)
  try {
    copyFileSync(source, target)
    if (sha256Of(target) !== sha256) throw new BackupError('changed', source)
    encryptFile(target, key)
    const problem = inspectStoreFile(target, counts)
    if (problem !== null) throw new BackupError(problem, target)
    syncToDisk(target)
    return { ...contentOf(target), sha256: sha256Of(target) }
  } catch (error) {
    removeStoreFile(target)
    throw error
  } finally {
    release()
  }
}

function contentOf(file: string): Omit<CopyFacts, 'sha256'> {
  const copy = openFile(file, { readonly: true, fileMustExist: true })
  try {
    const schemaVersion = Number(copy.pragma('user_version', { simple: true }))
    const trail = trailEndOf(copy)
    return { schemaVersion, counts: rowCounts(copy), ...(trail === null ? {} : { trail }) }
  } finally {
    copy.close()
  }
}

function isSame(one: CopyFacts['counts'], other: CopyFacts['counts']): boolean {
  return Object.keys({ ...one, ...other }).every((table) => one[table] === other[table])
}
