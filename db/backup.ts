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
import { isMainThread } from 'node:worker_threads'
import { formatInstant } from '../shared/values/business-date.ts'
import {
  type BackupFile,
  type BackupManifest,
  type BackupReason,
  describeBackup,
  listBackups,
  manifestFileOf,
} from './backup-file.ts'
import type { Db } from './connection.ts'
import { copyOnThread } from './copy-on-thread.ts'
import { type CopyFacts, copyFrom, copyStore } from './copy-store.ts'
import { readKeyFiles } from './key-file.ts'
import { dropBackupsOfErased } from './person/old-backups.ts'
import { readTimeZone } from './repositories/store-dates.ts'
import { headOf, heldKey } from './store-key.ts'
import { syncToDisk } from './sync-to-disk.ts'

const KEEP = 10
/** The way back from a restore or an update must not be pushed out by a week of closing the program. */
const KEEP_BEFORE = 3
/** A program that is never closed must not be left with the backups of one day. */
const KEEP_SCHEDULED = 3
const KEEP_DAYS = 10
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
 * Makes a backup, looks whether it is whole, and only then gives it a valid name; keeps the newest 10, and 3 each of those made before a
 * store was replaced or brought up to date; of those made by the clock 3, and the last one of ten days. Throws BackupError or what the file system says, and then leaves nothing behind.
 *
 * Copied on a thread of its own, with a handle that reads: nobody waits, writers go on, and the copy is the store as it was at one
 * commit. The driver's online backup is not to be had for an encrypted store.
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
  const name = reserveName(folder, db, now)
  try {
    const facts = await copyOf(db, name.unfinished)
    putAway(db, name, { ...facts, now, ...(reason === undefined ? {} : { reason }) })
  } catch (error) {
    dropUnfinished(name)
    throw error
  }
  rotate(folder, name.file, now)
  dropBackupsOfErased(db, folder, name.file, now)
  return describeBackup(name.file)
}

/**
 * A backup of a store as it is before a newer program brings it to its own schema. At once, with the program's own handle: nobody works
 * in it yet. Throws what `backupStore` throws.
 */
export function backUpBeforeUpdate(db: Db, now: Date): BackupFile {
  const folder = backupFolderOf(db.name)
  mkdirSync(folder, { recursive: true })
  const name = reserveName(folder, db, now)
  try {
    putAway(db, name, { ...copyFrom(db, name.unfinished), now, reason: 'before_update' })
  } catch (error) {
    dropUnfinished(name)
    throw error
  }
  rotate(folder, name.file, now)
  return describeBackup(name.file)
}

/** What it will be called, and what it is called until it is whole. */
type Name = { readonly file: string; readonly unfinished: string }

function putAway(db: Db, { file, unfinished }: Name, facts: Facts): void {
  writeManifest(db, file, facts)
  renameSync(unfinished, file)
  syncToDisk(dirname(file))
}

function dropUnfinished({ file, unfinished }: Name): void {
  for (const side of SIDE_FILES) rmSync(unfinished + side, { force: true })
  if (!existsSync(file)) rmSync(manifestFileOf(file), { force: true })
}

async function copyOf(db: Db, target: string): Promise<CopyFacts> {
  if (db.memory) return copyFrom(db, target)
  const keyId = keyIdOfStore(db)
  const order = { source: db.name, target, key: keyId === null ? null : heldKey(keyId) }
  // An import's thread is one that nobody waits for already.
  return isMainThread ? copyOnThread({ kind: 'copy', ...order }) : copyStore(order)
}

/** Null of a plain one. */
function keyIdOfStore(db: Db): string | null {
  const head = db.memory ? null : headOf(db.name)
  return head?.kind === 'encrypted' ? head.keyId : null
}

type Facts = CopyFacts & { readonly now: Date; readonly reason?: BackupReason | undefined }

/** With an owner's paper the backup opens anywhere, also where the key of this PC is not. */
function wayToKey(db: Db): BackupManifest['key'] {
  const id = keyIdOfStore(db)
  if (id === null) return undefined
  const papers = readKeyFiles(db.name).find((file) => file.id === id)?.papers ?? []
  return { id, papers: [...papers] }
}

function writeManifest(db: Db, file: string, { now, ...facts }: Facts): void {
  const newest = listBackups(dirname(file))[0]?.manifest?.number ?? 0
  const key = wayToKey(db)
  const manifest: BackupManifest = {
    number: newest + 1,
    createdAt: now.toISOString(),
    ...facts,
    ...(key === undefined ? {} : { key }),
  }
  const path = manifestFileOf(file)
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
  syncToDisk(path)
}

/**
 * `ninepoint-YYYYMMDD-HHMMSS.db` by the clock of the showroom, and the name under which it is made. That file is laid down at once:
 * an import's thread, or another program, may be making a backup in the same second.
 */
function reserveName(folder: string, db: Db, now: Date): Name {
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

/** All but the newest of each of the last ten days on which there is one. */
function withoutNewestOfDays(backups: readonly BackupFile[]): readonly BackupFile[] {
  const dayOf = ({ manifest }: BackupFile) => manifest?.createdAt.slice(0, 10) ?? ''
  const days = [...new Set(backups.map(dayOf))].slice(0, KEEP_DAYS)
  const kept = new Set(days.map((day) => backups.find((one) => dayOf(one) === day)))
  return backups.filter((one) => !kept.has(one))
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
  const madeFor = (reason: BackupReason | undefined) => ours.filter(({ manifest }) => manifest?.reason === reason)
  const surplus = [
    ...madeFor(undefined).slice(KEEP),
    ...madeFor('before_replacing').slice(KEEP_BEFORE),
    ...madeFor('before_update').slice(KEEP_BEFORE),
    ...withoutNewestOfDays(madeFor('scheduled').slice(KEEP_SCHEDULED)),
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
