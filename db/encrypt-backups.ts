import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  BackupError,
  type BackupFile,
  type BackupManifest,
  describeBackup,
  listBackups,
  manifestFileOf,
} from './backup-file.ts'
import { removeStoreFile } from './connection.ts'
import { copyOnThread } from './copy-on-thread.ts'
import { headOf } from './store-key.ts'
import { syncToDisk } from './sync-to-disk.ts'

/** Backups that say what they hold and that anybody can read, newest first. */
export function listPlainBackups(folder: string): readonly BackupFile[] {
  return listBackups(folder).filter(({ file, manifest }) => manifest !== null && headOf(file).kind === 'plain')
}

/**
 * Lays an encrypted copy of a plain backup beside it, under a name and with a manifest of its own, and only then takes the plain one
 * away: whenever the program ends, one of the two is there and whole. False when the plain one does not hold any more; it stays.
 */
export async function encryptBackup(
  file: string,
  key: Buffer,
  way: NonNullable<BackupManifest['key']>,
): Promise<boolean> {
  if (!existsSync(file)) return false
  const { manifest } = describeBackup(file)
  if (manifest === null) return false
  const target = freeName(file)
  const unfinished = `${target}.tmp`
  try {
    // Whether it still holds is looked at on that thread: a large one takes seconds.
    const { counts, sha256: plain } = manifest
    const { sha256 } = await copyOnThread({
      kind: 'encrypt',
      source: file,
      target: unfinished,
      key,
      sha256: plain,
      counts,
    })
    const own = manifestFileOf(target)
    writeFileSync(own, `${JSON.stringify({ ...manifest, sha256, key: way }, null, 2)}\n`)
    syncToDisk(own)
    renameSync(unfinished, target)
    syncToDisk(dirname(target))
  } catch (error) {
    removeStoreFile(unfinished)
    if (!existsSync(target)) rmSync(manifestFileOf(target), { force: true })
    if (error instanceof BackupError) return false
    throw error
  }
  rmSync(file, { force: true })
  rmSync(manifestFileOf(file), { force: true })
  return true
}

function freeName(file: string): string {
  const stem = file.replace(/(-\d{8}-\d{6})(?:-\d+)?\.db$/, '$1')
  for (let n = 2; ; n += 1) {
    const name = `${stem}-${n}.db`
    if (![name, `${name}.tmp`, manifestFileOf(name)].some((path) => existsSync(path))) return name
  }
}
