import { type ChildProcess, fork } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { type FileThread, startThread } from '../../electron/api/services/imports/file-thread.ts'
import { createWriteTurns } from '../../electron/api/write-turns.ts'
import { type DeskHost, startDeskHost } from '../../electron/main/desk-host.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import { bundledEnv, bundledProgram } from '../support/bundled-program.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF, START, testDesk } from '../support/desk.ts'
import { seededRandom } from '../support/random.ts'
import { REGISTER_HEADER } from '../support/registers.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { closedStoreFile, folderWith } from '../support/showroom-folder.ts'
import { anonymous, someone } from '../support/visitors.ts'

const THREADS = rounds(140, 700)
const STOPS = rounds(10, 50)
const KILLS = rounds(50, 250)

const log = pino({ level: 'silent' })
const me = { id: STAFF.owner, name: '何总', role: 'owner' } as const
const caller = { me, now: Date.parse(START), today: '2026-05-20', timeZone: 'Asia/Shanghai', idBase: null } as const

describe('R15 what crashes beside the gate is answered for, and started anew', () => {
  it(`the thread for files, ${THREADS} times`, { timeout: 600_000 }, async () => {
    const { done, expectAll } = tally(THREADS)
    const program = pathToFileURL(resolve(import.meta.dirname, '../support/crashing-thread.mjs'))
    const setup = { storeFile: '', backupFolder: '' }
    const turns = createWriteTurns()
    const start = (): FileThread => startThread({ setup, turns, log, memoryMb: 64, stopMs: 0, program })
    const ways = ['exits', 'throws', 'hangs'] as const
    for (let round = 0; round < THREADS; round += 1) {
      const thread = start()
      const way = ways[round % ways.length] ?? 'exits'
      // A thread that hangs is one that somebody waits for no longer.
      const work = thread.begin({ name: 'read', input: way, caller } as never)
      if (way === 'hangs') work.abandon(new Refusal('import_cancelled'))
      await expect(work.answer).rejects.toThrow(
        { exits: /ended by itself/, throws: /a fault of its own/, hangs: /import_cancelled/ }[way],
      )
      await thread.end()
      expect(thread.hasEnded()).toBe(true)
      // Whoever waited for the turn to write gets it.
      ;(await turns.take())()
      done()
    }
    expectAll()
    const whole = start()
    await expect(whole.begin({ name: 'read', input: 'answers', caller } as never).answer).resolves.toBe('done')
    await whole.end()
  })

  it(`the thread ended in the middle of an import, ${STOPS} times: a sentence, nothing half, and the next one works`, async () => {
    const { done, expectAll } = tally(STOPS)
    const { as, desk, db } = testDesk()
    const owner = as(STAFF.owner)
    const rows = Array.from(
      { length: 200 },
      (_, n) => `2026-03-01,9:00,来店,客户${n},${13_000_000_000 + n},,2,首次,自然到店,,,,,林小雨,`,
    )
    const file = {
      fileName: '登记表.csv',
      contentBase64: Buffer.from([REGISTER_HEADER, ...rows].join('\n')).toString('base64'),
    }
    for (let round = 0; round < STOPS; round += 1) {
      const reading = owner.ask('imports.read', { jobId: `read ${round}`, ...file })
      const stopping = desk.imports.stop()
      expect(await reading).toMatchObject({ ok: false, failure: { code: 'import_cancelled' } })
      await stopping
      done()
    }
    expectAll()
    expect(await owner.ask('imports.read', { jobId: 'last', ...file })).toMatchObject({ ok: true })
    expect(db.prepare('SELECT count(*) FROM visits').pluck().get()).toBe(0)
  })

  it(`the process of the store, killed ${KILLS} times in the middle of requests`, { timeout: 900_000 }, async () => {
    const { done, expectAll } = tally(KILLS)
    const random = seededRandom(seed)
    const program = await bundledProgram('desk-over-ipc')
    const { folder, file } = folderWith(
      closedStoreFile({ fill: (db) => saveSecret(db, STAFF.lin, cheapHash('135790'), null) }),
    )
    const desk = await startKilled(program, folder)
    const acknowledged: string[] = []
    let unanswered = 0
    for (let round = 0; round < KILLS; round += 1) {
      const signIn = { id: 'in', op: 'session.signIn', input: { staffId: STAFF.lin, secret: '135790' } }
      expect(await desk.host.call('window', signIn)).toMatchObject({ ok: true })
      const asked = Array.from({ length: 12 }, (_, n) => {
        const contact = { ...someone, phone: String(13_000_000_000 + round * 100 + n) }
        return desk.host.call('window', { id: 'log', op: 'visits.log', input: { ...anonymous, contact } })
      })
      const killAt = Math.floor(random() * asked.length)
      void asked[killAt]?.then(desk.kill, () => undefined)
      const restarted = desk.restarted()
      for (const outcome of await Promise.allSettled(asked)) {
        if (outcome.status === 'rejected') unanswered += 1
        else if (outcome.value.ok) acknowledged.push((outcome.value.value as { readonly visitId: string }).visitId)
      }
      await restarted
      done()
    }
    expectAll()
    await desk.host.close()
    expect([acknowledged.length > KILLS, unanswered > 0]).toEqual([true, true])
    const db = openStore(file)
    const has = db.prepare('SELECT 1 FROM visits WHERE id = ?')
    expect(acknowledged.filter((id) => has.get(id) === undefined)).toEqual([])
    // Each with its lead and its entry in the trail, also those that nobody heard of any more.
    const count = (sql: string) => db.prepare(sql).pluck().get()
    const visits = count('SELECT count(*) FROM visits')
    expect([
      count('SELECT count(*) FROM leads'),
      count("SELECT count(*) FROM audit_trail WHERE operation = 'visits.log'"),
    ]).toEqual([visits, visits])
    db.close()
  })
})

type Killed = { readonly host: DeskHost; readonly kill: () => void; readonly restarted: () => Promise<void> }

async function startKilled(program: string, folder: string): Promise<Killed> {
  let child: ChildProcess | null = null
  let onRestarted: () => void = () => undefined
  const host = await startDeskHost({
    fork: () => {
      const forked = fork(program, [], { env: bundledEnv, serialization: 'advanced', execArgv: [] })
      child = forked
      return {
        on: (event: string, listener: (value: unknown) => void) => forked.on(event, listener),
        postMessage: (message: object) => forked.connected && forked.send(message),
        kill: () => forked.kill('SIGKILL'),
      } as never
    },
    folder,
    isDemo: false,
    keys: {
      isAvailable: () => Promise.resolve(false),
      answer: () => Promise.reject(new Error('no key store')),
    } as never,
    log,
    onRefused: (text) => {
      throw new Error(text)
    },
    onRestarted: () => onRestarted(),
    onKeepsFailing: () => Promise.resolve(true),
  })
  if (host === null) throw new Error('the process of the store did not open')
  return {
    host,
    kill: () => void child?.kill('SIGKILL'),
    restarted: () =>
      new Promise((resolve) => {
        onRestarted = resolve
      }),
  }
}
