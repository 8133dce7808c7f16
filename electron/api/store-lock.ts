import { backupFolderOf } from '../../db/backup.ts'
import { listBackups } from '../../db/backup-file.ts'
import type { KeyPaper } from '../../db/key-file.ts'
import { headOf } from '../../db/store-key.ts'
import type { KeyCabinet } from './key-cabinet.ts'

/** The key of this store is not to be had here: an owner's recovery code opens it. */
export type StoreLock = {
  readonly file: string
  /** Without a paper no code opens it: its key file has to be brought back. */
  readonly hasPaper: boolean
}

/** A key that is not at hand, and a paper that closes it. */
export type LostKey = { readonly keyId: string; readonly paper: KeyPaper }

/** Every paper that leads to a key of this store which is not at hand, from key files and backups. */
export function lostKeys(storeFile: string, keys: KeyCabinet): readonly LostKey[] {
  const fromFiles = keys.files().map(({ id, papers }) => ({ id, papers }))
  const fromBackups = listBackups(backupFolderOf(storeFile)).flatMap(({ manifest }) => manifest?.key ?? [])
  const all = [...fromFiles, ...fromBackups]
    .filter(({ id }) => keys.keyOf(id) === null)
    .flatMap(({ id, papers }) => papers.map((paper) => ({ keyId: id, paper })))
  return all.filter(({ paper }, n) => all.findIndex((other) => other.paper.closed === paper.closed) === n)
}

/**
 * Whether what keeps a store from being opened is that its key is lost. A file that names a key nobody has a paper of, where other
 * keys are at hand, is rather one whose first bytes are spoilt.
 */
export function lockOf(storeFile: string, keys: KeyCabinet): StoreLock | null {
  const head = headOf(storeFile)
  if (head.kind !== 'encrypted' || keys.keyOf(head.keyId) !== null) return null
  const hasPaper = lostKeys(storeFile, keys).some(({ keyId }) => keyId === head.keyId)
  return hasPaper || keys.newest() === null ? { file: storeFile, hasPaper } : null
}

/** The same of the backups, for a store that is damaged or gone: the newest can only be looked into with its key. */
export function lockOfBackups(storeFile: string, keys: KeyCabinet): StoreLock | null {
  const newest = listBackups(backupFolderOf(storeFile))[0]?.manifest?.key
  if (newest === undefined || keys.keyOf(newest.id) !== null) return null
  const hasPaper = lostKeys(storeFile, keys).some(({ keyId }) => keyId === newest.id)
  return hasPaper ? { file: storeFile, hasPaper } : null
}
