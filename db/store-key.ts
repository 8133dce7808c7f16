import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import Database from 'better-sqlite3'

// A store at rest is encrypted page by page (chacha20 with a poly1305 tag for each page, sqlite3mc), so that nobody reads it without
// its key and no bit of it changes unnoticed. The file says by itself which key it needs: the 16 bytes in which the cipher would keep
// a salt for passwords, and which a random key has no use for, hold the key's id. They are under the first page's tag as well.

const KEY_BYTES = 32
const ID_BYTES = 16
const PLAIN_HEAD = Buffer.from('SQLite format 3\0')
/** What the cipher leaves readable at this offset: 32 reserved bytes a page, and three constants of the file format. */
const READABLE_AT = 20
const READABLE = Buffer.from([32, 64, 32, 32])

export function newStoreKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Names a key without telling anything of it. */
export function keyIdOf(key: Buffer): string {
  const hash = createHash('sha256').update('ninepoint store key').update(key)
  return hash.digest().subarray(0, ID_BYTES).toString('hex')
}

/** What a file begins like. `other` may be anything, also an encrypted store whose first page is damaged. */
export type FileHead =
  | { readonly kind: 'absent' | 'empty' | 'plain' | 'other' }
  | { readonly kind: 'encrypted'; readonly keyId: string }

export function headOf(file: string): FileHead {
  const head = readHead(file)
  if (head === null) return { kind: 'absent' }
  if (head.length === 0) return { kind: 'empty' }
  if (head.subarray(0, PLAIN_HEAD.length).equals(PLAIN_HEAD)) return { kind: 'plain' }
  if (!head.subarray(READABLE_AT, READABLE_AT + READABLE.length).equals(READABLE)) return { kind: 'other' }
  return { kind: 'encrypted', keyId: head.subarray(0, ID_BYTES).toString('hex') }
}

function readHead(file: string): Buffer | null {
  try {
    const handle = openSync(file, 'r')
    try {
      const head = Buffer.alloc(READABLE_AT + READABLE.length)
      return head.subarray(0, readSync(handle, head, 0, head.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    // What keeps it from being read the driver will find as well, and say in its own codes.
    return isAbsent ? null : Buffer.from('?')
  }
}

/** The keys this program has, as many times as somebody holds them. */
const held = new Map<string, { readonly key: Buffer; holders: number }>()
/** Threads started from now on have them too. */
const FOR_THREADS = 'ninepoint.storeKeys'

/** From now on files under this key can be opened here, until what is answered is called. */
export function holdKey(key: Buffer): () => void {
  const id = keyIdOf(key)
  const entry = held.get(id) ?? { key: Buffer.from(key), holders: 0 }
  entry.holders += 1
  held.set(id, entry)
  shareWithThreads()
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    entry.holders -= 1
    if (entry.holders === 0) held.delete(id)
    shareWithThreads()
  }
}

function shareWithThreads(): void {
  setEnvironmentData(FOR_THREADS, [...held.values()].map(({ key }) => key.toString('hex')).join(' '))
}

/** Null where this program has no such key. */
export function heldKey(id: string): Buffer | null {
  const own = held.get(id)
  if (own !== undefined) return own.key
  const shared = getEnvironmentData(FOR_THREADS)
  const keys =
    typeof shared === 'string' && shared !== '' ? shared.split(' ').map((hex) => Buffer.from(hex, 'hex')) : []
  return keys.find((key) => keyIdOf(key) === id) ?? null
}

/** The file is whole for all one can see, but nothing here has the key to it. */
export class LockedFileError extends Error {
  readonly keyId: string
  constructor(file: string, keyId: string) {
    super(`no key for ${file}`)
    this.keyId = keyId
  }
}

export type FileOptions = Database.Options & {
  /** What a new file is encrypted with; without it a new file is plain. One that is there already says itself what it needs. */
  readonly key?: Buffer | undefined
}

/** The only place that opens a store's file, whatever for. Throws LockedFileError or what the driver says. */
export function openFile(file: string, { key, ...options }: FileOptions = {}): Database.Database {
  const head = file === ':memory:' ? ({ kind: 'absent' } as const) : headOf(file)
  const fitting = head.kind === 'encrypted' ? heldKey(head.keyId) : key
  if (head.kind === 'encrypted' && fitting === null) throw new LockedFileError(file, head.keyId)
  const db = new Database(file, options)
  const isNew = head.kind === 'absent' || head.kind === 'empty'
  if (fitting !== undefined && fitting !== null && (isNew || head.kind === 'encrypted')) giveKey(db, 'key', fitting)
  return db
}

/** Another store's file beside the one that is open, under a name of SQLite's. */
export function attachFile(db: Database.Database, file: string, name: string): void {
  const head = headOf(file)
  const key = head.kind === 'encrypted' ? heldKey(head.keyId) : null
  if (head.kind === 'encrypted' && key === null) throw new LockedFileError(file, head.keyId)
  // Without a word of the key the other file would be taken for one under the same key as this.
  db.prepare(`ATTACH ? AS ${name} KEY ?`).run(file, key === null ? '' : wordsOf(key))
}

/** A plain store's file becomes an encrypted one, in its place; nobody has it open. What fails on the way leaves it plain. */
export function encryptFile(file: string, key: Buffer): void {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma('temp_store = MEMORY')
    giveKey(db, 'rekey', key)
  } finally {
    db.close()
  }
}

function giveKey(db: Database.Database, how: 'key' | 'rekey', key: Buffer): void {
  db.pragma("cipher = 'chacha20'")
  db.pragma(`${how} = "${wordsOf(key)}"`)
}

/** The key as it is, with its id in the place of a salt. */
function wordsOf(key: Buffer): string {
  return `raw:${key.toString('hex')}${keyIdOf(key)}`
}
