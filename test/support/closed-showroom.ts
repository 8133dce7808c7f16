import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { backupFolderOf, backupStore } from '../../db/backup.ts'
import { closeStore } from '../../db/connection.ts'
import { STAFF, type TestDeskOptions, testDesk } from './desk.ts'
import { copyWithKeys } from './showroom-folder.ts'
import { anonymous, someone } from './visitors.ts'

export type ClosedShowroom = {
  readonly folder: string
  readonly file: string
  /** Newest first, by their names. */
  readonly backups: readonly string[]
  /** What each backup holds, in the same order; the store itself holds more. */
  readonly visitsInBackups: readonly number[]
  readonly visits: number
}

const BACKUPS = 4
const VISITS_BETWEEN = 15

/** The store of a showroom that was closed in order, with four backups of four days, in a folder of its own. */
export async function closedShowroom(options: TestDeskOptions = {}): Promise<ClosedShowroom> {
  const { as, db, now, advance, desk } = testDesk(options)
  const lin = as(STAFF.lin)
  const file = desk.store()?.file ?? ''
  const made: { readonly name: string; readonly visits: number }[] = []
  let visits = 0
  const work = async () => {
    for (let n = 0; n < VISITS_BETWEEN; n += 1) {
      const contact = { ...someone, name: `客户${visits}`, phone: String(13_800_138_000 + visits) }
      await lin.call('visits.log', { ...anonymous, note: '看了两款，周末再来'.repeat(20), contact })
      visits += 1
    }
  }
  for (let n = 0; n < BACKUPS; n += 1) {
    await work()
    advance(86_400_000)
    const { file: backup } = await backupStore(db, backupFolderOf(file), new Date(now()))
    made.unshift({ name: basename(backup), visits })
  }
  await work()
  // Not a page in it that nobody would miss.
  db.exec('VACUUM')
  closeStore(db)
  const folder = mkdtempSync(join(tmpdir(), 'ninepoint-closed-'))
  const there = join(folder, 'showroom.db')
  copyWithKeys(file, there)
  mkdirSync(backupFolderOf(there))
  cpSync(backupFolderOf(file), backupFolderOf(there), { recursive: true })
  const [backups, visitsInBackups] = [made.map((one) => one.name), made.map((one) => one.visits)]
  return { folder, file: there, backups, visitsInBackups, visits }
}
