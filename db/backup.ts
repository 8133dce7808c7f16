import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { formatInstant } from '../shared/values/business-date.ts'
import {
  BackupError,
  type BackupFile,
  type BackupReason,
  describeBackup,
  inspectStoreFile,
  listBackups,
  manifestFileOf,
  rowCounts,
  sha256Of,
  syncToDisk,
} from './backup-file.ts'
import type { Db } from './connection.ts'
import { readTimeZone } from './repositories/store-dates.ts'

const KEEP = 10
/** The way back from a restore must not be pushed out by a week of closing the program. */
const KEEP_BEFORE = 3
const STALE_MS = 86_400_000
/** What SQLite lays beside a file. */
const SIDE_FILES = ['', '-wal', '-shm', '-journal']

/** Where the backups of a store lie: beside it and named after it, so that two stores in one folder never share a rotation. */
export function backupFolderOf(storeFile: string): string {
  return `${storeFile}-backups`
}

/** Backups of one folder wait for each other: they would take the same name and the same number. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Makes a backup, looks whether it is whole, and only then gives it a valid name; keeps the newest 10, and 3 of those made before a
 * store was replaced. Throws BackupError or what the file system says, and then leaves nothing behind.
 *
 * Online backup on the writer's own handle: other requests are served between its steps and their writes land in the copy as
 * well, while a second handle that writes would start it over again and again. VACUUM INTO would hold up everything meanwhile.
 */
export async function backupStore(db: Db, folder: string, now: Date, reason?: BackupReason): Promise<BackupFile> {
  const before = underWay.get(folder) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(() => makeBackup(db, folder, now, reason))
  underWay.set(folder, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(folder) === mine) underWay.delete(folder)
  }
}

async function makeBackup(db: Db, folder: string, now: Date, reason?: BackupReason): Promise<BackupFile> {
  mkdirSync(folder, { recursive: true })
  const { file, unfinished } = reserveName(folder, db, now)
  try {
    const counts = await copyStore(db, unfinished)
    leaveWalMode(unfinished)
    const problem = inspectStoreFile(unfinished, counts)
    if (problem !== null) throw new BackupError(problem, file)
    syncToDisk(unfinished)
    writeManifest(db, file, { now, counts, sha256: sha256Of(unfinished), reason })
    renameSync(unfinished, file)
    syncToDisk(folder)
  } catch (error) {
    for (const side of SIDE_FILES) rmSync(unfinished + side, { force: true })
    if (!existsSync(file)) rmSync(manifestFileOf(file), { force: true })
    throw error
  }
  rotate(folder, file, now)
  return describeBackup(file)
}

const MOST_COPIES = 20

/**
 * Copies the store and counts what it holds. Another program beside this one may write between the two: then the count would be
 * of another moment than the copy, and both are made again.
 */
async function copyStore(db: Db, file: string): Promise<Readonly<Record<string, number>>> {
  const writtenByOthers = () => db.pragma('data_version', { simple: true })
  for (let copies = 1; ; copies += 1) {
    const version = writtenByOthers()
    await db.backup(file)
    const counts = rowCounts(db)
    if (version === writtenByOthers() || copies === MOST_COPIES) return counts
  }
}

/** Without this the copy is in WAL mode as its source is, and merely reading it would lay files beside it. */
function leaveWalMode(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

type Facts = {
  readonly now: Date
  readonly counts: Readonly<Record<string, number>>
  readonly sha256: string
  readonly reason: BackupReason | undefined
}

function writeManifest(db: Db, file: string, { now, counts, sha256, reason }: Facts): void {
  const newest = listBackups(dirname(file))[0]?.manifest?.number ?? 0
  const schemaVersion = db.pragma('user_version', { simple: true })
  const manifest = { number: newest + 1, createdAt: now.toISOString(), sha256, schemaVersion, counts, reason }
  const path = manifestFileOf(file)
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
  syncToDisk(path)
}

/**
 * `ninepoint-YYYYMMDD-HHMMSS.db` by the clock of the showroom, and the name under which it is made. That file is laid down at once:
 * an import's thread, or another program, may be making a backup in the same second.
 */
function reserveName(folder: string, db: Db, now: Date): { readonly file: string; readonly unfinished: string } {
  const local = formatInstant(Math.floor(now.getTime() / 1000) * 1000, readTimeZone(db))
  const [date = '', time = ''] = local.slice(0, 19).replace(/[-:]/g, '').split('T')
  const wanted = join(folder, `ninepoint-${date}-${time}.db`)
  for (let n = 1; ; n += 1) {
    const file = numberedPath(wanted, n)
    const unfinished = `${file}.tmp`
    if (existsSync(file) || !layDown(unfinished)) continue
    if (!existsSync(file)) return { file, unfinished }
    rmSync(unfinished)
  }
}

/** False when the file is there already. */
function layDown(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function numberedPath(path: string, n: number): string {
  if (n === 1) return path
  return path.replace(/\.db$/, `-${n}.db`)
}

/**
 * Deletes what is older than the newest 10, by number: a clock that was set back or forward must not decide. The one just made
 * has the highest number and was verified, so the newest valid one always stays. Files without a manifest are not ours to delete.
 */
function rotate(folder: string, justMade: string, now: Date): void {
  const ours = listBackups(folder).filter(({ manifest }) => manifest !== null)
  const isBefore = ({ manifest }: BackupFile) => manifest?.reason === 'before_replacing'
  const surplus = [
    ...ours.filter((one) => !isBefore(one)).slice(KEEP),
    ...ours.filter(isBefore).slice(KEEP_BEFORE),
  ].filter(({ file }) => file !== justMade)
  for (const { file } of surplus) {
    rmSync(file, { force: true })
    rmSync(manifestFileOf(file), { force: true })
  }
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const isLeftOver = basename(path).startsWith('ninepoint-') && /\.tmp(-journal)?$/.test(name)
    if (isLeftOver && now.getTime() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true })
  }
}
