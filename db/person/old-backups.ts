import { rmSync } from 'node:fs'
import { ERASED_IN_BACKUPS_DAYS } from '../../shared/values/erased.ts'
import { listBackups, manifestFileOf } from '../backup-file.ts'
import type { Db } from '../connection.ts'

const KEPT_MS = ERASED_IN_BACKUPS_DAYS * 86_400_000

/**
 * Deletes the backups in which somebody still stands who was erased more than a month before. Right after a backup was made and looked
 * through, `justMade`: so there is always a newer one that holds, whatever the clock says.
 */
export function dropBackupsOfErased(db: Db, folder: string, justMade: string, now: Date): void {
  const until = db
    .prepare<[number], number | null>('SELECT max(erased_at) FROM erasures WHERE erased_at < ?')
    .pluck()
    .get(now.getTime() - KEPT_MS)
  if (until === undefined || until === null) return
  for (const { file, manifest } of listBackups(folder)) {
    if (manifest === null || file === justMade || Date.parse(manifest.createdAt) > until) continue
    rmSync(file, { force: true })
    rmSync(manifestFileOf(file), { force: true })
  }
}
