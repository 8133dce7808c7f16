import { existsSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { timeOfDayMs } from '../shared/values/business-date.ts'
import { type Migration, migrations } from './migrations/index.ts'
import { settleLeads } from './repositories/lead-index.ts'

/**
 * The one door to the driver. Opens a store's file with the pragmas that keep the promise "nothing acknowledged is lost", brings
 * it to the current schema one transaction per step, and refuses what it does not recognise: a newer file, another program's
 * file, a damaged one. It never replaces a file by an empty one.
 */
export type Db = Database.Database

/** "9pt" in the header of every store (SQLite's application_id). */
const APPLICATION_ID = 0x39707431

export type StoreFileProblem = 'missing' | 'newer' | 'foreign' | 'damaged' | 'busy' | 'unwritable'

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
  readonly steps?: readonly Migration[]
}

export function openStore(file: string, options: OpenOptions = {}): Db {
  const isNew = file === ':memory:' || !existsSync(file)
  if (isNew && file !== ':memory:' && options.create !== true) throw new StoreFileError('missing', file)
  // An existing empty file is a store that was lost (a full disk, a failed copy), not a new one.
  if (!isNew && statSync(file).size === 0) throw new StoreFileError('damaged', file)
  let db: Db | undefined
  try {
    db = new Database(file, { timeout: 5000 })
    if (!isNew) assertOurs(db, file, options.steps ?? migrations)
    applyPragmas(db)
    registerFunctions(db)
    migrate(db, options.steps ?? migrations)
    if (options.steps === undefined) db.transaction(settleLeads)(db)
    return db
  } catch (error) {
    db?.close()
    const problem = asStoreFileError(error, file)
    // A half-made file would be refused as damaged for ever after. One that is busy is somebody else's, made meanwhile.
    if (isNew && !(problem instanceof StoreFileError && problem.problem === 'busy')) removeStoreFile(file)
    throw problem
  }
}

/** One more handle on a store that this program has open already: nothing is checked, brought up to date or made. */
export function openBeside(file: string): Db {
  try {
    const db = new Database(file, { timeout: 5000, fileMustExist: true })
    applyPragmas(db)
    registerFunctions(db)
    return db
  } catch (error) {
    throw asStoreFileError(error, file)
  }
}

/** The file with what SQLite lays beside it. */
export function removeStoreFile(file: string): void {
  for (const side of ['', '-wal', '-shm', '-journal']) rmSync(file + side, { force: true })
}

function applyPragmas(db: Db): void {
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
}

/** What SQLite cannot say itself: the clock of a time zone with its summer times. */
function registerFunctions(db: Db): void {
  db.function('time_of_day_ms', { deterministic: true }, (instant, timeZone) =>
    timeOfDayMs(Number(instant), String(timeZone)),
  )
}

function assertOurs(db: Db, file: string, steps: readonly Migration[]): void {
  const id = db.pragma('application_id', { simple: true })
  const version = db.pragma('user_version', { simple: true }) as number
  if (id !== APPLICATION_ID) throw new StoreFileError('foreign', file)
  if (version > (steps.at(-1)?.version ?? 0)) throw new StoreFileError('newer', file)
  if (version === 0) throw new StoreFileError('damaged', file)
  if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new StoreFileError('damaged', file)
}

/** Each step and its version number in one transaction: the file is before it or after it, never between. */
export function migrate(db: Db, steps: readonly Migration[]): void {
  for (const step of steps) {
    const version = db.pragma('user_version', { simple: true }) as number
    if (step.version <= version) continue
    db.transaction(() => {
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
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_NOTADB')) return new StoreFileError('foreign', file, error)
  if (error.code.startsWith('SQLITE_CORRUPT')) return new StoreFileError('damaged', file, error)
  if (error.code.startsWith('SQLITE_BUSY')) return new StoreFileError('busy', file, error)
  if (UNWRITABLE.test(error.code)) return new StoreFileError('unwritable', file, error)
  return error
}

/** What keeps the store from being written just now, where that is the cause of an error; null for any other. */
export function troubleOf(error: unknown): 'store_full' | 'store_busy' | 'store_unwritable' | null {
  // By its code: an error that comes from a thread is no longer of the driver's class.
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null
  if (error.code === 'SQLITE_FULL') return 'store_full'
  if (error.code.startsWith('SQLITE_BUSY')) return 'store_busy'
  return UNWRITABLE.test(error.code) ? 'store_unwritable' : null
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
