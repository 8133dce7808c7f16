import { existsSync } from 'node:fs'
import { backUpBeforeUpdate, backupFolderOf, backupStore } from '../../db/backup.ts'
import { asStoreFileError, closeStore, type Db, openStore, removeStoreFile } from '../../db/connection.ts'
import { exportFolder } from '../../db/exchange/export-folder.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import type { ImportResult } from '../../db/exchange/import-tables.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { forgetForGood } from '../../db/person/tombstones.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport, type Report } from '../../shared/domain/report.ts'
import type { MessageKey } from '../../shared/messages/zh.ts'
import { UsageError } from './arguments.ts'
import { takeKeys } from './store-keys.ts'

/** What was asked for cannot be done with this file: exit code 1. */
export class InputError extends Error {
  readonly key: MessageKey
  readonly file: string
  constructor(key: MessageKey, file: string) {
    super(key)
    this.key = key
    this.file = file
  }
}

/** Imports a folder into a store, after a verified backup; a new file in which nothing was imported is taken away again. */
export async function importCommand(folder: string, file: string): Promise<ImportResult> {
  const isNew = !existsSync(file)
  let isEmpty = false
  try {
    return await withStore(file, true, async (db) => {
      try {
        if (!isNew) await backupStore(db, backupFolderOf(file), new Date())
        const result = importFolder(db, folder)
        forgetForGood(db, file, Date.now())
        return result
      } finally {
        // Asked of the file: another program may have filled it meanwhile.
        isEmpty = !hasStore(db)
      }
    })
  } finally {
    if (isNew && isEmpty) removeStoreFile(file)
  }
}

function hasStore(db: Db): boolean {
  return db.prepare('SELECT 1 FROM store').get() !== undefined
}

export async function exportCommand(folder: string, file: string): Promise<void> {
  await withStore(file, false, async (db) => exportFolder(db, folder))
}

export async function reportCommand(file: string, query: ReportQuery): Promise<Report> {
  return withStore(file, false, async (db) => {
    if (!hasStore(db)) throw new InputError('cli.no_store', file)
    const { staffId } = query
    if (staffId !== null && db.prepare('SELECT 1 FROM staff WHERE id = ?').get(staffId) === undefined) {
      throw new UsageError('cli.unknown_staff', { value: staffId })
    }
    return buildReport(readFacts(db, query))
  })
}

async function withStore<T>(file: string, create: boolean, use: (db: Db) => Promise<T>): Promise<T> {
  const letGo = await takeKeys(file)
  try {
    const db = openStore(file, { create, beforeUpdate: (old) => void backUpBeforeUpdate(old, new Date()) })
    try {
      return await use(db)
    } catch (error) {
      throw asStoreFileError(error, file)
    } finally {
      closeStore(db)
    }
  } finally {
    letGo()
  }
}
