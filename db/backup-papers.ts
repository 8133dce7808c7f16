import { renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { listBackups, manifestFileOf } from './backup-file.ts'
import type { KeyPaper } from './key-file.ts'
import { syncToDisk } from './sync-to-disk.ts'

/**
 * Says in the manifest of every backup under this key by which papers it opens: with one that holds no more, an owner's of before or
 * one that was seen, whoever has the backups would have the key of the store as well. Never by none at all: such a backup may be all
 * there is one day. Each is as it was or as it shall be.
 */
export function renewBackupPapers(folder: string, keyId: string, papers: readonly KeyPaper[]): void {
  if (papers.length === 0) return
  for (const { file, manifest } of listBackups(folder)) {
    if (manifest?.key?.id !== keyId || isSame(manifest.key.papers, papers)) continue
    const path = manifestFileOf(file)
    const unfinished = `${path}.tmp`
    writeFileSync(unfinished, `${JSON.stringify({ ...manifest, key: { id: keyId, papers } }, null, 2)}\n`)
    syncToDisk(unfinished)
    renameSync(unfinished, path)
    syncToDisk(dirname(path))
  }
}

function isSame(some: readonly KeyPaper[], others: readonly KeyPaper[]): boolean {
  return some.length === others.length && some.every(({ closed }) => others.some((other) => other.closed === closed))
}
