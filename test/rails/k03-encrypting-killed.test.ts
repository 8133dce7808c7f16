import { spawn } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../db/backup.ts'
import { listBackups, verifyBackup } from '../../db/backup-file.ts'
import { headOf } from '../../db/store-key.ts'
import { createDesk } from '../../electron/api/desk.ts'
import { bundledEnv, bundledProgram } from '../support/bundled-program.ts'
import { closedShowroom } from '../support/closed-showroom.ts'
import { dumpStore } from '../support/dump.ts'
import { rounds, tally } from '../support/rounds.ts'

const ROUNDS = rounds(25, 500)
const AT_ONCE = 2
/** About as many changes of the disk as it takes. */
const CALLS = 65
/** Longer than it takes, also on a slow day: some rounds are to come too late. */
const LATEST_MS = 400

const program = await bundledProgram('encrypt-until-killed')
// Where it looks for its thread.
copyFileSync(await bundledProgram('backup-copy'), join(dirname(program), 'backup-copy.js'))
const root = mkdtempSync(join(tmpdir(), 'ninepoint-encrypting-'))
const whole = await closedShowroom()
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
  rmSync(whole.folder, { recursive: true, force: true })
})

const plainDump = dumpOf(whole.folder).dump
/** Each of them must be there afterwards, plain or encrypted. */
const madeBefore = listBackups(backupFolderOf(whole.file)).flatMap(({ manifest }) => manifest?.number ?? [])

/** Opens the folder as the next start would, and everything that lies beside the store. */
function dumpOf(folder: string) {
  const desk = createDesk({ folder, checkAfterMs: 2 ** 31 - 1 })
  try {
    const store = desk.store()
    if (store === null) return { dump: null, head: headOf(whole.file).kind, badBackups: [] }
    const backups = listBackups(backupFolderOf(store.file)).map(({ file }) => ({ file, check: verifyBackup(file) }))
    const badBackups = backups.filter(({ check }) => !check.ok && check.problem !== 'no_manifest')
    return { dump: JSON.stringify(dumpStore(store.db)), head: headOf(store.file).kind, badBackups, backups }
  } finally {
    desk.store()?.db.close()
    desk.keys.close()
  }
}

type End = { readonly wasKilled: boolean; readonly isEncrypted: boolean }

async function killed(fatalCall: number, afterMs: number | null): Promise<End> {
  const folder = mkdtempSync(join(root, 'round-'))
  cpSync(whole.folder, folder, { recursive: true })
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child = spawn(process.execPath, [program, folder, String(fatalCall)], { stdio: [...stdio], env: bundledEnv })
  const ended = new Promise<boolean>((done) => child.on('close', (_, signal) => done(signal === 'SIGKILL')))
  child.stdout.once('data', () => {
    if (afterMs !== null) setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  child.stdout.resume()
  const wasKilled = await ended
  const { dump, head, badBackups, backups = [] } = dumpOf(folder)
  // Old or new, with everything in it, and no way back lost on the way.
  expect(dump).toBe(plainDump)
  expect(badBackups).toEqual([])
  // No copy of it that nobody knows of.
  expect(readdirSync(folder).filter((name) => name.includes('.replaced-'))).toEqual([])
  const numbers = backups.flatMap(({ check }) => (check.ok ? [check.manifest.number] : []))
  expect(numbers).toEqual(expect.arrayContaining([...madeBefore]))
  rmSync(folder, { recursive: true })
  return { wasKilled, isEncrypted: head === 'encrypted' }
}

describe('K3 a store that is being encrypted when the program is killed', () => {
  it('is the plain one or the encrypted one, whole, and nothing between', { timeout: 600_000 }, async () => {
    const counted = tally(ROUNDS)
    const ends: End[] = []
    let round = 0
    const runner = async () => {
      for (let mine = round++; mine < ROUNDS; mine = round++) {
        // Every second one before a change of the disk of its own, the others at any time.
        const end =
          mine % 2 === 0
            ? await killed(1 + Math.round((mine * CALLS) / ROUNDS), null)
            : await killed(0, (mine * 37) % LATEST_MS)
        ends.push(end)
        counted.done()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, runner))
    counted.expectAll()
    expect(ends.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(ROUNDS / 3)
    expect(ends.some(({ isEncrypted }) => isEncrypted)).toBe(true)
    expect(ends.some(({ isEncrypted }) => !isEncrypted)).toBe(true)
  })

  it('comes to its end when nobody kills it', async () => {
    expect(await killed(0, null)).toEqual({ wasKilled: false, isEncrypted: true })
  })
})
