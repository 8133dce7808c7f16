import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { backupFolderOf } from '../../db/backup.ts'
import { closeStore } from '../../db/connection.ts'
import { keysFolderOf } from '../../db/key-file.ts'
import { type TestDeskOptions, testDesk } from './desk.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Gone when the test file is done. */
export function temporaryFolder(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ninepoint-${what}-`))
  folders.push(folder)
  return folder
}

/** A store's file with the keys that lie beside it, where there are any. */
export function copyWithKeys(from: string, to: string): void {
  copyFileSync(from, to)
  if (existsSync(keysFolderOf(from))) cpSync(keysFolderOf(from), keysFolderOf(to), { recursive: true })
}

/** The test showroom in a file of its own, closed in order. */
export function closedStoreFile(options: TestDeskOptions = {}): string {
  const { db, desk } = testDesk(options)
  const file = desk.store()?.file ?? ''
  closeStore(db)
  const kept = join(temporaryFolder('store'), 'showroom.db')
  copyWithKeys(file, kept)
  return kept
}

/** A program's data folder with a copy of this store in it. */
export function folderWith(storeFile: string): {
  readonly folder: string
  readonly file: string
  readonly backups: string
} {
  const folder = temporaryFolder('data')
  const file = join(folder, 'showroom.db')
  copyWithKeys(storeFile, file)
  return { folder, file, backups: backupFolderOf(file) }
}
