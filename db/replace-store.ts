import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { BackupError, sha256Of, verifyBackup } from './backup-file.ts'
import { closeStore, type Db, openStore, removeStoreFile, StoreFileError } from './connection.ts'
import { forgetForGood } from './person/tombstones.ts'
import { encryptFile, headOf } from './store-key.ts'
import { syncToDisk } from './sync-to-disk.ts'

/** What SQLite lays beside a file; a stale one beside another store would be played into it. The file itself goes last. */
const SIDES = ['-wal', '-shm', '-journal', '']
const LEFT_OVER_MS = 3_600_000

const incomingOf = (target: string) => `${target}.restoring`
const intentOf = (target: string) => `${target}.swap`
/** `isInBackup`: what was there is in a backup that holds, and is not wanted beside the new one. */
const intentForm = z.object({ quarantine: z.string(), isInBackup: z.boolean().optional() })

/** A file that is to become the store, and what it must hold byte for byte. */
export type StoreSource = { readonly file: string; readonly sha256: string }

/**
 * Lays a copy of `source` beside the store, ready to be swapped in: on the disk, the very bytes that were looked at, and opened
 * once, so that a file that cannot be brought to today's schema is found out while the present store is still in its place. A plain
 * one is encrypted with `key` on the way; one that is encrypted keeps its own. Throws BackupError, StoreFileError or what the file
 * system says, and then leaves nothing behind.
 */
export function stageStore({ file, sha256 }: StoreSource, target: string, key?: Buffer): void {
  const incoming = incomingOf(target)
  removeStoreFile(incoming)
  try {
    copyFileSync(file, incoming)
    syncToDisk(incoming)
    if (sha256Of(incoming) !== sha256) throw new BackupError('changed', incoming)
    if (key !== undefined && headOf(incoming).kind === 'plain') encryptFile(incoming, key)
    const db = openStore(incoming)
    try {
      forgetForGood(db, target, Date.now())
    } finally {
      closeStore(db)
    }
    syncToDisk(incoming)
  } catch (error) {
    removeStoreFile(incoming)
    throw error
  }
}

/** What was staged and will not be swapped in after all. Leaves it where a swap is under way. */
export function dropStaged(target: string): void {
  if (!existsSync(intentOf(target))) removeStoreFile(incomingOf(target))
}

/**
 * Puts what was staged in the place of a store that nobody has open. What was there is moved to a name of its own beside it; that
 * name is answered, null when nothing is there. Whatever moment the program ends at, `finishSwap` brings it to its end: before the
 * intent is written the old store is in its place, from then on the new one will be. With `discard` what was there is then deleted:
 * it would be a copy nobody knows of, and of a store that is encrypted by this a plain one.
 */
export function swapIn(target: string, now: Date, old: 'keep' | 'discard' = 'keep'): string | null {
  const quarantine = freePath(`${target}.replaced-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`)
  const hadStore = SIDES.some((side) => existsSync(target + side))
  writeIntent(target, { quarantine: basename(quarantine), isInBackup: old === 'discard' })
  finishSwap(target)
  return hadStore && (old === 'keep' || existsSync(quarantine)) ? quarantine : null
}

/**
 * At every start, before the store is opened: completes a swap that was broken off. Another program on the same folder may be doing
 * the same, so a file that is gone already is no fault.
 */
export function finishSwap(target: string): void {
  const intent = readIntent(target)
  const incoming = incomingOf(target)
  if (intent === null) return removeLeftOver(incoming)
  const quarantine = join(dirname(target), intent.quarantine)
  // As long as it waits here, whatever stands at the target is the old store.
  if (existsSync(incoming)) {
    for (const side of SIDES) move(target + side, quarantine + side)
    syncToDisk(dirname(target))
    move(incoming, target)
  } else if (!existsSync(target)) {
    for (const side of SIDES.toReversed()) move(quarantine + side, target + side)
  }
  syncToDisk(dirname(target))
  if (intent.isInBackup === true) discard(quarantine)
  rmSync(intentOf(target), { force: true })
}

function discard(quarantine: string): void {
  try {
    removeStoreFile(quarantine)
  } catch {
    // Somebody is reading it, a virus scanner most likely: the new store is in its place all the same.
  }
}

/** A backup in the place of a store that nobody has open; answers the new name of what was there, as `swapIn` does. */
export function restoreBackup(file: string, target: string, now: Date, key?: Buffer): string | null {
  const check = verifyBackup(file)
  if (!check.ok) throw new BackupError(check.problem, file)
  stageStore({ file, sha256: check.manifest.sha256 }, target, key)
  return swapIn(target, now)
}

/**
 * Closes a store that is going to be moved, as one file with nothing beside it. Throws StoreFileError `busy`, and leaves it open, while
 * another program has it open: that one would go on writing into a file that is no longer the store.
 */
export function closeAlone(db: Db, file: string): void {
  if (journalModeAfter(db, 'DELETE') !== 'delete') {
    journalModeAfter(db, 'WAL')
    throw new StoreFileError('busy', file)
  }
  db.close()
}

function journalModeAfter(db: Db, mode: 'DELETE' | 'WAL'): unknown {
  try {
    // Leaving the write-ahead log is allowed only to the last one that has the file open.
    return db.pragma(`journal_mode = ${mode}`, { simple: true })
  } catch {
    return null
  }
}

/** Under its own name at once or not at all. */
function writeIntent(target: string, intent: z.infer<typeof intentForm>): void {
  const unfinished = `${intentOf(target)}.tmp`
  writeFileSync(unfinished, JSON.stringify(intent))
  syncToDisk(unfinished)
  renameSync(unfinished, intentOf(target))
  syncToDisk(dirname(target))
}

function readIntent(target: string): z.infer<typeof intentForm> | null {
  if (!existsSync(intentOf(target))) return null
  return intentForm.parse(JSON.parse(readFileSync(intentOf(target), 'utf8')))
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Half a copy of a program that ended; a young one may be another program's that is just being made. */
function removeLeftOver(incoming: string): void {
  const isOld = existsSync(incoming) && Date.now() - statSync(incoming).mtimeMs > LEFT_OVER_MS
  if (isOld) removeStoreFile(incoming)
}

/** The path itself, or with a number when it is taken. */
function freePath(path: string): string {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? path : `${path}-${n}`
    if (SIDES.every((side) => !existsSync(free + side))) return free
  }
}
