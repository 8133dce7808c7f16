import { closeSync, copyFileSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupFolderOf, backupStore } from '../../db/backup.ts'
import { verifyBackup } from '../../db/backup-file.ts'
import { closeStore, type Db, isDamage, openStore, StoreFileError } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { lookThrough } from '../../db/store-check.ts'
import { holdKey, newStoreKey } from '../../db/store-key.ts'
import { dumpStore } from '../support/dump.ts'
import { seededRandom } from '../support/random.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { storeWith } from '../support/small-store.ts'

const ROUNDS = rounds(200, 2000)

const root = mkdtempSync(join(tmpdir(), 'ninepoint-rot-'))
const key = newStoreKey()
const release = holdKey(key)
afterAll(() => {
  release()
  rmSync(root, { recursive: true, force: true })
})

type Specimen = {
  /** A verified backup: the store as it lies on the disk, without free pages, of which nothing could be lost. */
  readonly file: string
  readonly dump: string
}
let encrypted: Specimen
let plain: Specimen
beforeAll(async () => {
  encrypted = await makeSpecimen('encrypted', key)
  plain = await makeSpecimen('plain', undefined)
})

async function makeSpecimen(name: string, storeKey: Buffer | undefined): Promise<Specimen> {
  const file = join(root, `${name}.db`)
  const db = openStore(file, { create: true, key: storeKey })
  importTables(db, storeWith())
  const add = db.prepare('INSERT INTO customers (id, name, phone, note, created_at) VALUES (?, ?, ?, ?, 0)')
  db.transaction(() => {
    // Some of it too long for one page: such values lie on pages of their own.
    for (let n = 0; n < 600; n += 1)
      add.run(`c-${n}`, `客户${n}`, `1380013${n}`, '备注'.repeat(n % 50 === 0 ? 2500 : 40))
  })()
  const { file: backup } = await backupStore(db, backupFolderOf(file), new Date())
  const dump = JSON.stringify(dumpStore(db))
  closeStore(db)
  return { file: backup, dump }
}

/** Where one bit of a file is turned over, and back again. */
function flip(file: string, at: number, bit: number): void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, at)
  writeSync(handle, Buffer.from([byte.readUInt8() ^ (1 << bit)]), 0, 1, at)
  closeSync(handle)
}

type Verdict = {
  /** Opening, reading everything, or the look that follows every start said that something is wrong. */
  readonly isNoticed: boolean
  /** Something was read that was never written. */
  readonly isWrong: boolean
}

/** What a program notices that opens the file, as every start does, reads all of it, and looks through it. */
function examine({ file, dump }: Specimen): Verdict {
  let db: Db | undefined
  let isWrong = false
  try {
    db = openStore(file, { check: 'later' })
    isWrong = JSON.stringify(dumpStore(db)) !== dump
    return { isNoticed: lookThrough(db, 'quick') !== 'sound', isWrong }
  } catch (error) {
    if (!(error instanceof StoreFileError && error.problem === 'damaged') && !isKnown(error)) throw error
    return { isNoticed: true, isWrong }
  } finally {
    db?.close()
  }
}

/** Of the plain one anything may come: what is no number where there should be one, a key that says it is another. */
function isKnown(error: unknown): boolean {
  return (
    isDamage(error) ||
    (error instanceof StoreFileError && ['foreign', 'locked', 'newer'].includes(error.problem)) ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))
  )
}

/** The same flips of one specimen after the other, each on a copy of its own. */
function rot(specimen: Specimen, look: (copy: Specimen) => Verdict): readonly Verdict[] {
  const random = seededRandom(seed)
  const bytes = statSync(specimen.file).size
  const counted = tally(ROUNDS)
  const copy = { ...specimen, file: join(root, 'copy.db') }
  const verdicts = Array.from({ length: ROUNDS }, () => {
    for (const side of ['-wal', '-shm', '-journal']) rmSync(copy.file + side, { force: true })
    copyFileSync(specimen.file, copy.file)
    flip(copy.file, Math.floor(random() * bytes), Math.floor(random() * 8))
    counted.done()
    return look(copy)
  })
  counted.expectAll()
  return verdicts
}

const noticed = (verdicts: readonly Verdict[]) => verdicts.filter(({ isNoticed }) => isNoticed).length

describe('R10 a bit that turns over on the disk', () => {
  it('is noticed, and never read as if it were true, in an encrypted store', () => {
    expect(examine(untouched(encrypted))).toEqual({ isNoticed: false, isWrong: false })
    const verdicts = rot(encrypted, examine)
    expect(verdicts.filter(({ isWrong }) => isWrong)).toEqual([])
    expect(noticed(verdicts)).toBe(ROUNDS)
  })

  it('is noticed in a backup by its hash, also in a plain one; a plain store alone misses most of them', () => {
    expect(verifyBackup(plain.file).ok).toBe(true)
    expect(examine(untouched(plain))).toEqual({ isNoticed: false, isWrong: false })
    let byHash = 0
    const verdicts = rot(plain, (copy) => {
      copyFileSync(plain.file.replace(/\.db$/, '.json'), copy.file.replace(/\.db$/, '.json'))
      if (!verifyBackup(copy.file).ok) byHash += 1
      return examine(copy)
    })
    expect(byHash).toBeGreaterThanOrEqual(ROUNDS * 0.95)
    // Why stores are encrypted: this is what a plain one would have let pass.
    expect(noticed(verdicts)).toBeLessThan(ROUNDS * 0.8)
    expect(verdicts.filter(({ isWrong }) => isWrong).length).toBeGreaterThan(0)
  })
})

function untouched(specimen: Specimen): Specimen {
  const copy = { ...specimen, file: join(root, 'control.db') }
  copyFileSync(specimen.file, copy.file)
  return copy
}
