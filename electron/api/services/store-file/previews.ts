import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupManifest, verifyBackup } from '../../../../db/backup-file.ts'
import { StoreFileError } from '../../../../db/connection.ts'
import { migrations } from '../../../../db/migrations/index.ts'
import { differenceOf, summaryOfFile } from '../../../../db/store-summary.ts'
import type { AnswerOf, ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { StorePreview } from '../../../../shared/contract/store-file.ts'
import type { Context } from '../../context.ts'
import type { Desk } from '../../desk.ts'
import type { Previewed } from '../../packed-shelf.ts'
import { takeLostKeys } from '../store-key/unlock.ts'

export async function previewBackup(
  { desk, store, now }: Context,
  { file, recoveryCode }: ParsedInputOf<'store.previewBackup'>,
): Promise<AnswerOf<'store.previewBackup'>> {
  if (store.isDemo) throw new Refusal('not_in_demo')
  const path = join(store.backupFolder, file)
  if (recoveryCode !== undefined) await takeLostKeys(desk, now, recoveryCode)
  const check = verifyBackup(path)
  if (!check.ok && check.problem === 'locked') throw new Refusal('backup_locked')
  if (!check.ok) throw new Refusal(check.problem === 'missing' ? 'not_found' : 'backup_unusable')
  return previewOf(desk, path, check.manifest, { kind: 'backup', key: null })
}

/** What a verified file holds, and what would be lost for it; from now on it is the one that may be put in place. */
export function previewOf(
  desk: Desk,
  file: string,
  manifest: BackupManifest,
  origin: Pick<Previewed, 'kind' | 'key'>,
): StorePreview {
  if (manifest.schemaVersion > newestSchema()) throw new Refusal('store_newer')
  const present = desk.store()
  const difference = present === null ? null : differenceOf(present.file, file)
  const { storeName, counts, newestAt } = summaryOfFile(file)
  // A file of a first run that was broken off holds nobody: it would end at the first run again.
  if (storeName === null) throw new Refusal('backup_unusable')
  return {
    previewId: desk.packed.keepPreview({ file, sha256: manifest.sha256, ...origin }),
    storeName,
    takenAt: Date.parse(manifest.createdAt),
    bytes: statSync(file).size,
    counts,
    newestAt,
    lost: difference?.lost ?? null,
    gained: difference?.gained ?? null,
  }
}

function newestSchema(): number {
  return migrations.at(-1)?.version ?? 0
}

/** What went wrong with a file that was to become the store, as what a person can be told. */
export function asStoreRefusal(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return new Refusal('store_full')
  if (!(error instanceof StoreFileError)) return error
  if (error.problem === 'newer') return new Refusal('store_newer')
  if (error.problem === 'busy') return new Refusal('store_open_elsewhere')
  return new Refusal('backup_unusable')
}
