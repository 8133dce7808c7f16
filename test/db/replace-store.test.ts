import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../db/backup-file.ts'
import { closeStore, type Db, openStore, StoreFileError } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { closeAlone, finishSwap, stageStore, swapIn } from '../../db/replace-store.ts'
import { dumpStore } from '../support/dump.ts'
import { rounds } from '../support/rounds.ts'
import { storeWith } from '../support/small-store.ts'

const root = mkdtempSync(join(tmpdir(), '替换 replace-'))
afterAll(() => rmSync(root, { recursive: true }))

const program = resolve(import.meta.dirname, '../support/replace-until-killed.ts')
const ROUNDS = rounds(20, 60)

/** A store as one file that says which one it is, with enough in it for copying to take its time. */
function makeStore(name: string): string {
  const file = join(root, `${name}.db`)
  const db = openStore(file, { create: true })
  importTables(db, storeWith())
  const add = db.prepare('INSERT INTO customers (id, name, created_at) VALUES (?, ?, 0)')
  db.transaction(() => {
    for (let n = 0; n < 4000; n += 1) add.run(`${name}-${n}`, name)
  })()
  closeAlone(db, file)
  return file
}
const one = makeStore('one')
const two = makeStore('two')

/** Whose customers are in the store now; a name for each, so that a mixture shows. */
function namesIn(db: Db): string[] {
  const sql = "SELECT name || ' ' || count(*) FROM customers WHERE name IN ('one', 'two') GROUP BY name"
  return db.prepare(sql).pluck().all() as string[]
}

type End = { readonly hasReplaced: boolean; readonly wasUnderWay: boolean; readonly wasKilled: boolean }

/** Runs the program over a store called "one", sees it killed, and opens the store as the next start would. */
async function runUntilKilled(fatalCall: number, killAfterMs: number | null): Promise<End> {
  const folder = mkdtempSync(join(root, 'round-'))
  const target = join(folder, 'showroom.db')
  copyFileSync(one, target)
  const flags = ['--disable-warning=ExperimentalWarning', program, target, String(fatalCall), two, one]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  if (killAfterMs !== null) child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfterMs))
  const wasKilled = await new Promise<boolean>((done) => child.on('exit', (_, signal) => done(signal === 'SIGKILL')))
  const wasUnderWay = existsSync(`${target}.swap`) || existsSync(`${target}.restoring`)
  finishSwap(target)
  const db = openStore(target)
  const names = namesIn(db)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  closeStore(db)
  expect([['one 4000'], ['two 4000']]).toContainEqual(names)
  expect(existsSync(`${target}.swap`)).toBe(false)
  rmSync(folder, { recursive: true })
  return { hasReplaced: names[0] === 'two 4000', wasUnderWay, wasKilled }
}

describe('a program that is killed while it replaces a store', () => {
  it(`at any moment leaves the old one or the new one, in ${ROUNDS} rounds`, { timeout: 300_000 }, async () => {
    const ends: End[] = []
    for (let round = 0; round < ROUNDS; round += 1) ends.push(await runUntilKilled(0, (round * 7) % 90))
    expect(ends).toHaveLength(ROUNDS)
    expect(ends.every(({ wasKilled }) => wasKilled)).toBe(true)
    expect(ends.some(({ wasUnderWay }) => wasUnderWay)).toBe(true)
  })

  it('before any single change of the disk does so too', { timeout: 300_000 }, async () => {
    const ends: End[] = []
    do ends.push(await runUntilKilled(ends.length + 1, null))
    while (ends.at(-1)?.wasKilled === true)
    // Old up to one moment, new from it on; the last run was not killed at all.
    const turn = ends.findIndex(({ hasReplaced }) => hasReplaced)
    expect(turn).toBeGreaterThan(5)
    expect(ends.length - turn).toBeGreaterThan(3)
    expect(ends.slice(turn).every(({ hasReplaced }) => hasReplaced)).toBe(true)
  })
})

describe('what is staged', () => {
  it('must be the bytes that were looked at', () => {
    const target = join(root, 'staged.db')
    expect(() => stageStore({ file: two, sha256: sha256Of(one) }, target)).toThrow(/changed/)
    const foreign = join(root, 'foreign.db')
    writeFileSync(foreign, 'SQLite format 4, or so')
    expect(() => stageStore({ file: foreign, sha256: sha256Of(foreign) }, target)).toThrow(StoreFileError)
    expect(readdirSync(root).filter((name) => name.startsWith('staged'))).toEqual([])
  })

  it('waits for nobody who has the old store open', () => {
    const target = join(root, 'busy.db')
    copyFileSync(one, target)
    const [mine, others] = [openStore(target), openStore(target)]
    const before = dumpStore(mine)
    expect(() => closeAlone(mine, target)).toThrow(/busy/)
    expect(mine.open).toBe(true)
    closeStore(others)
    closeAlone(mine, target)
    expect(existsSync(`${target}-wal`)).toBe(false)
    stageStore({ file: two, sha256: sha256Of(two) }, target)
    const kept = openStore(String(swapIn(target, new Date())))
    expect(dumpStore(kept)).toEqual(before)
    closeStore(kept)
  })
})
