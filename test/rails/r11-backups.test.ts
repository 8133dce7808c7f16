import { spawn } from 'node:child_process'
import { setImmediate as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupFolderOf, backupStore } from '../../db/backup.ts'
import { listBackups, verifyBackup } from '../../db/backup-file.ts'
import type { Db } from '../../db/connection.ts'
import { bundledEnv, bundledProgram } from '../support/bundled-program.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { seededRandom } from '../support/random.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { closedStoreFile, folderWith } from '../support/showroom-folder.ts'
import { anonymous, someone } from '../support/visitors.ts'

const BACKUPS = rounds(100, 1000)
const KILLS = rounds(50, 500)

/** A number of every table an act writes into, so that half an act is a state that never was. */
function stateOf(db: Db): string {
  const tables = ['visits', 'customers', 'leads', 'lead_events', 'lead_history', 'lead_words', 'audit_trail']
  return tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).join(' ')
}

function stateOfFile(file: string): string {
  const db = new Database(file, { readonly: true })
  try {
    return stateOf(db)
  } finally {
    db.close()
  }
}

describe('R11 a backup is the store as it was at one moment, whole', () => {
  it(`${BACKUPS} backups while people work`, { timeout: 1_800_000 }, async () => {
    const { as, db, desk, now } = testDesk()
    const folder = backupFolderOf(desk.store()?.file ?? '')
    const { done, expectAll } = tally(BACKUPS)
    const states = [stateOf(db)]
    let isOver = false
    const work = async () => {
      for (let n = 0; !isOver; n += 1) {
        const contact = n % 3 === 0 ? null : { ...someone, phone: String(13_000_000_000 + n) }
        await as(STAFF.lin).call('visits.log', { ...anonymous, contact })
        states.push(stateOf(db))
        await pause()
      }
    }
    const working = work()
    let during = 0
    for (let n = 0; n < BACKUPS; n += 1) {
      const from = states.length
      const { file, manifest } = await backupStore(db, folder, new Date(now() + n * 1000))
      const until = states.length
      expect(verifyBackup(file)).toEqual({ ok: true, manifest })
      const at = states.indexOf(stateOfFile(file))
      // Of a moment between when it was asked for and when it was there.
      expect([at >= from - 1, at < until], `${from} ${at} ${until}`).toEqual([true, true])
      if (until > from) during += 1
      done()
    }
    isOver = true
    await working
    expectAll()
    expect(during).toBeGreaterThan(BACKUPS / 2)
  })

  it(`killed ${KILLS} times on the way: whatever bears a valid name is whole`, { timeout: 1_800_000 }, async () => {
    const random = seededRandom(seed)
    const program = await bundledProgram('back-up-until-killed')
    const { file, backups } = folderWith(closedStoreFile())
    const { done, expectAll } = tally(KILLS)
    let made = 0
    for (let round = 0; round < KILLS; round += 1) {
      const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'], env: bundledEnv })
      const wanted = 1 + Math.floor(random() * 3)
      const afterMs = random() * 25
      let said = ''
      let isSentenced = false
      const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)))
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (isSentenced || said.split('\n').length - 1 < wanted) return
        isSentenced = true
        setTimeout(() => child.kill('SIGKILL'), afterMs)
      })
      expect(await ended).toBe('SIGKILL')
      made += said.split('made').length - 1
      const all = listBackups(backups)
      // A file alone, or its description alone, is nothing: both are there or it is not listed as one.
      for (const backup of round % 10 === 9 ? all : all.slice(0, 1)) expect(verifyBackup(backup.file).ok).toBe(true)
      done()
    }
    expectAll()
    expect(made).toBeGreaterThan(KILLS / 2)
  })

  it('a restored one is the store it was made of, and undoing that is the store before', async () => {
    const { as, db, desk, now } = testDesk()
    const folder = backupFolderOf(desk.store()?.file ?? '')
    const { file } = await backupStore(db, folder, new Date(now()))
    const [old] = [stateOf(db)]
    await as(STAFF.lin).call('visits.log', anonymous)
    const present = stateOf(db)
    const { sha256 = '' } = listBackups(folder)[0]?.manifest ?? {}
    const before = await desk.replaceStore({ file, sha256 }, desk.store())
    expect(stateOf(desk.store()?.db ?? db)).toBe(old)
    const undo = listBackups(folder).find((backup) => backup.file === before)
    await desk.replaceStore({ file: before ?? '', sha256: undo?.manifest?.sha256 ?? '' }, desk.store())
    expect(stateOf(desk.store()?.db ?? db)).toBe(present)
  })
})
