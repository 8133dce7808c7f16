import { listBackups } from '../backup-file.ts'
import type { Db } from '../connection.ts'
import type { TrailEnd } from './trail-end.ts'

/**
 * What the entry about a restore says beside its file: the backups up to this number are of the store that stood here before, whose
 * trail went on further than the restored one does.
 */
export function backupsUntilNow(folder: string): string {
  return `backups=${listBackups(folder)[0]?.manifest?.number ?? 0}`
}

/** Where the trail ended when the newest backup of it was made; null where there is none yet. */
export function backedUpEndOf(db: Db, folder: string): TrailEnd | null {
  const replaced = db
    .prepare<[], string>(
      `SELECT detail FROM audit_trail WHERE kind = 'kept' AND kind <> 'changed' AND detail LIKE 'backups=%'
       ORDER BY seq DESC LIMIT 1`,
    )
    .pluck()
    .get()
  const ofOthers = Number(replaced?.slice('backups='.length) ?? 0)
  const own = listBackups(folder).filter(({ manifest }) => (manifest?.number ?? 0) > ofOthers)
  return own.find(({ manifest }) => manifest?.trail !== undefined)?.manifest?.trail ?? null
}
