import { existsSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { timeOfDayMs } from '../shared/values/business-date.ts'
import { entryHashOfColumns } from './audit/entry-hash.ts'
import { keepStatements } from './kept-statements.ts'
import { type Migration, migrations } from './migrations/index.ts'
import { hasUnsettledLeads, settleLeads } from './repositories/lead-index.ts'
import { sortKeyOf } from './search/search-words.ts'
import { glanceAt, hasLog } from './store-check.ts'
import { headOf, heldKey, LockedFileError, openFile } from './store-key.ts'

/**
 * The one door to the driver. Opens a store's file with the pragmas that keep the promise "nothing acknowledged is lost", brings
 * it to the current schema one transaction per step, and refuses what it does not recognise: a newer file, another program's
 * file, a damaged one. It never replaces a file by an empty one.
 */
export type Db = Database.Database

/** "9pt" in the header of every store (SQLite's application_id). */
const APPLICATION_ID = 0x39707431

/** What a person's day and a board touch in five years of ten showrooms stays in memory. */
const CACHE_MB = 64

/** `locked`: encrypted under a key that is not to be had here. */
export type StoreFileProblem = 'missing' | 'newer' | 'foreign' | 'damaged' | 'locked' | 'busy' | 'unwritable'

/** The file cannot be used as a store; it has not been touched. */
export class StoreFileError extends Error {
  readonly problem: StoreFileProblem
  readonly file: string
  constructor(problem: StoreFileProblem, file: string, cause?: unknown) {
    super(`store file ${problem}: ${file}`, { cause })
    this.problem = problem
    this.file = file
  }
}

export type OpenOptions = {
  /** Create the file when it is not there; without it a missing file is a problem, never a new store. */
  readonly create?: boolean
  /** What a file that is made is encrypted with; without it that is a plain one. */
  readonly key?: Buffer | undefined
  readonly steps?: readonly Migration[]
  /** `later`: only glanced at, because somebody waits; the caller sees to it that it is looked through (db/store-check.ts). */
  readonly check?: 'whole' | 'later'
  /** Called with a store of an older schema before anything in it is changed; what it throws keeps the store as it is. */
  readonly beforeUpdate?: (db: Db) => void
}

export function openStore(file: string, options: OpenOptions = {}): Db {
  const isNew = file === ':memory:' || !existsSync(file)
  if (isNew && file !== ':memory:' && options.create !== true) throw new StoreFileError('missing', file)
  // An existing empty file is a store that was lost (a full disk, a failed copy), not a new one.
  if (!isNew && statSync(file).size === 0) throw new StoreFileError('damaged', file)
  let db: Db | undefined
  try {
    const isLookedAt = !isNew && hasLookedBefore(file, options)
    db = openFile(file, { timeout: 5000, key: options.key })
    if (!isNew && !isLookedAt) assertOurs(db, file, options)
    applyPragmas(db)
    registerFunctions(db)
    if (!isNew && isOlder(db, options)) options.beforeUpdate?.(db)
    migrate(db, options.steps ?? migrations)
    keepStatements(db)
    if (options.steps === undefined && hasUnsettledLeads(db)) db.transaction(settleLeads).immediate(db)
    return db
  } catch (error) {
    db?.close()
    const problem = isNew ? asProblemOfNew(error, file) : asStoreFileError(error, file)
    // A half-made file would be refused as damaged for ever after. One that is busy is somebody else's, made meanwhile.
    if (isNew && !(problem instanceof StoreFileError && problem.problem === 'busy')) removeStoreFile(file)
    throw problem
  }
}

/**
 * One more handle on a store that this program has open already: nothing is checked, brought up to date or made. `cacheMb`: of its
 * pages in memory; what reads everything once needs few of them twice.
 */
export function openBeside(file: string, cacheMb = CACHE_MB): Db {
  try {
    const db = openFile(file, { timeout: 5000, fileMustExist: true })
    applyPragmas(db, cacheMb)
    registerFunctions(db)
    keepStatements(db)
    return db
  } catch (error) {
    throw asStoreFileError(error, file)
  }
}

/** The file with what SQLite lays beside it. */
export function removeStoreFile(file: string): void {
  for (const side of ['', '-wal', '-shm', '-journal']) rmSync(file + side, { force: true })
}

function applyPragmas(db: Db, cacheMb = CACHE_MB): void {
  db.pragma('journal_mode = WAL')
  // better-sqlite3 builds WAL with synchronous=NORMAL, which may lose the last commits at a power cut.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('checkpoint_fullfsync = ON')
  db.pragma('cell_size_check = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('secure_delete = ON')
  // What a statement with triggers would undo is noted page by page: in a file, that makes an import twice as slow.
  db.pragma('temp_store = MEMORY')
  db.pragma(`cache_size = -${cacheMb}000`)
}

/** What SQLite cannot say itself: the clock of a time zone with its summer times, and the chain of the audit trail. */
function registerFunctions(db: Db): void {
  db.function('time_of_day_ms', { deterministic: true }, (instant, timeZone) =>
    timeOfDayMs(Number(instant), String(timeZone)),
  )
  db.function('audit_hash', { deterministic: true, varargs: true }, entryHashOfColumns)
  db.function('name_sort_key', { deterministic: true }, (name) => sortKeyOf(String(name)))
}

/**
 * Looks at a file that has a log beside it with a handle that cannot write; false where there is none, or that is not possible. Of a
 * handle that can, merely closing it would play the log into the file, also one that does not belong to it, and what was to be looked
 * at would be spoilt.
 */
function hasLookedBefore(file: string, options: OpenOptions): boolean {
  if (!hasLog(file)) return false
  let db: Db | undefined
  try {
    db = openFile(file, { readonly: true, timeout: 5000 })
    assertOurs(db, file, options)
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(?:READONLY|CANTOPEN)/.test(error.code)) return false
    throw error
  } finally {
    db?.close()
  }
}

function assertOurs(db: Db, file: string, { steps = migrations, check = 'whole' }: OpenOptions): void {
  const id = db.pragma('application_id', { simple: true })
  const version = db.pragma('user_version', { simple: true }) as number
  if (id !== APPLICATION_ID) throw new StoreFileError('foreign', file)
  if (version > (steps.at(-1)?.version ?? 0)) throw new StoreFileError('newer', file)
  if (version === 0) throw new StoreFileError('damaged', file)
  if (check === 'later' && !isOlder(db, { steps })) glanceAt(db)
  else if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new StoreFileError('damaged', file)
}

/** Whether there are steps that this store has not taken yet. */
function isOlder(db: Db, { steps = migrations }: OpenOptions): boolean {
  return Number(db.pragma('user_version', { simple: true })) < (steps.at(-1)?.version ?? 0)
}

/** Each step and its version number in one transaction: the file is before it or after it, never between. */
export function migrate(db: Db, steps: readonly Migration[]): void {
  for (const step of steps) {
    const version = db.pragma('user_version', { simple: true }) as number
    if (step.version <= version) continue
    db.transaction(() => {
      // Another program may have taken the step while its turn was waited for.
      if (step.version <= Number(db.pragma('user_version', { simple: true }))) return
      db.exec(step.sql)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}

/** No right to write, no space, no such place, a disk that fails. */
const UNWRITABLE = /^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR)/

/** What SQLite says of the file itself, as a StoreFileError; any other error as it is. */
export function asStoreFileError(error: unknown, file: string): unknown {
  if (error instanceof LockedFileError) return new StoreFileError('locked', file, error)
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_NOTADB')) return new StoreFileError(problemOfUnreadable(file), file, error)
  if (error.code.startsWith('SQLITE_CORRUPT')) return new StoreFileError('damaged', file, error)
  if (error.code.startsWith('SQLITE_BUSY')) return new StoreFileError('busy', file, error)
  if (UNWRITABLE.test(error.code)) return new StoreFileError('unwritable', file, error)
  return error
}

/** With the right key only damage can keep a first page from being read. */
function problemOfUnreadable(file: string): StoreFileProblem {
  const head = headOf(file)
  return head.kind === 'encrypted' && heldKey(head.keyId) !== null ? 'damaged' : 'foreign'
}

/** Where nothing was a moment ago there is a file under another key now: somebody else has made a store meanwhile. */
function asProblemOfNew(error: unknown, file: string): unknown {
  const isOthers = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_NOTADB')
  return isOthers ? new StoreFileError('busy', file, error) : asStoreFileError(error, file)
}

/** What keeps the store from being written just now, where that is the cause of an error; null for any other. */
export function troubleOf(error: unknown): 'store_full' | 'store_busy' | 'store_unwritable' | null {
  // By its code: an error that comes from a thread is no longer of the driver's class. Of the file system's own: what lies beside
  // the store, its keys and its notes, is files like any other.
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/.test(error.code)) return 'store_full'
  if (error.code.startsWith('SQLITE_BUSY')) return 'store_busy'
  return UNWRITABLE.test(error.code) || /^(?:EROFS|EACCES|EPERM)$/.test(error.code) ? 'store_unwritable' : null
}

/** Whether an error says that the store's file is not what it was: a page that cannot be read, or is not what should be there. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)
}

/** Leaves one tidy file behind: statistics for the planner, and nothing in the write-ahead log. */
export function closeStore(db: Db): void {
  if (!db.open) return
  try {
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // A full disk or another program at work: what was acknowledged stands in the log beside the file and is not lost.
    if (!(error instanceof Database.SqliteError)) throw error
  } finally {
    db.close()
  }
}
