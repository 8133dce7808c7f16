import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../db/backup-file.ts'
import { closeStore, openStore } from '../../db/connection.ts'
import { migrations } from '../../db/migrations/index.ts'
import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import { AT_REST } from '../support/at-rest.ts'
import { bundledEnv, bundledProgram } from '../support/bundled-program.ts'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'
import { answered, job, REGISTER_HEADER } from '../support/registers.ts'
import { rounds, tally } from '../support/rounds.ts'
import { KEPT_SCHEMAS, layDownSchema } from '../support/schema-fixtures.ts'
import { closedStoreFile, folderWith, temporaryFolder } from '../support/showroom-folder.ts'
import { anonymous } from '../support/visitors.ts'

// Two programs over one folder: two users of the PC, or the program in a browser beside the one in its window (two windows are one
// program: test/shell). What is promised: both work in the one store, whoever comes second finds the first one's, nothing that either
// acknowledged is lost, and only one of them brings it up to date. Nobody is shut out: a program that hangs would shut out everybody.

const RACES = rounds(50, 500)
const ACTS = 4

let program = ''
beforeAll(async () => {
  program = await bundledProgram('save-until-killed')
}, 120_000)

/** Works in the folder's store until it has acknowledged a few acts; answers them. */
function work(folder: string, seedOfProgram: number): Promise<readonly string[]> {
  const args = [program, folder, String(seedOfProgram), String(ACTS)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: bundledEnv })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) => child.on('close', () => resolve(said.split('\n').slice(1, -1))))
}

describe('R14 two programs on one store', () => {
  it(`${RACES} races of two that start and write at once: everything both acknowledged is there`, {
    timeout: 1_800_000,
  }, async () => {
    const { done, expectAll } = tally(RACES)
    const present = closedStoreFile()
    const old = layDownSchema(KEPT_SCHEMAS[0] ?? 0, join(temporaryFolder('old'), 'showroom.db'))
    for (let race = 0; race < RACES; race += 1) {
      // One in five finds a store that has to be brought up to date first, by one of the two.
      const { folder, file, backups } = folderWith(race % 5 === 0 ? old : present)
      const acknowledged = (await Promise.all([work(folder, 2 * race + 1), work(folder, 2 * race + 2)])).flat()
      expect(acknowledged).toHaveLength(2 * ACTS)
      const db = openStore(file)
      const missing = acknowledged.filter((line) => {
        const [table, id] = line.split(' ')
        return db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined
      })
      expect(missing).toEqual([])
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
      if (race % 5 === 0) expect(listBackups(backups).length).toBeGreaterThan(0)
      closeStore(db)
      done()
    }
    expectAll()
  })

  it('what neither acknowledged is missed', () => {
    const db = openStore(closedStoreFile())
    expect(db.prepare('SELECT 1 FROM visits WHERE id = ?').get('nobody')).toBeUndefined()
    closeStore(db)
  })
})

const desk = testDesk()
const { db, as, now } = desk
const beside = createDesk({ folder: dirname(desk.desk.store()?.file ?? ''), clock: now, ...AT_REST })
afterAll(() => beside.close())

type Ask = (op: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value?: unknown }>
const besideAs =
  (staffId: string): Ask =>
  (op, input) => {
    beside.sessions.open(`beside ${staffId}`, staffId, now())
    return dispatch(beside, `beside ${staffId}`, { id: 'test', op, input })
  }

const register = (first: number, rows: number) =>
  [
    REGISTER_HEADER,
    ...Array.from({ length: rows }, (_, n) => {
      const time = `${9 + (n % 9)}:${String(n % 60).padStart(2, '0')}`
      return `2026-03-${1 + (n % 28)},${time},来店,客户${n},${13_000_000_000 + first + n},,2,首次,自然到店,,B级,,,林小雨,`
    }),
  ].join('\n')

/** Read and agreed to; answers what runs it. */
async function ready(ask: Ask, text: string): Promise<() => ReturnType<Ask>> {
  const contentBase64 = Buffer.from(text).toString('base64')
  const read = await ask('imports.read', { ...job(), fileName: '登记表.csv', contentBase64 })
  // The gate has parsed it with the operation's own output schema.
  const reading = read.value as FileReading
  const mapped = { token: reading.token, mapping: answered(reading) }
  const previewed = await ask('imports.preview', { ...job(), ...mapped })
  const { digest } = previewed.value as ImportPlan
  return () => ask('imports.run', { ...job(), ...mapped, digest })
}

it('R14 a file is read in while people log visitors at both', async () => {
  const run = await ready(as(STAFF.manager).ask, register(0, 4000))
  let isOver = false
  let logged = 0
  const logging = async (ask: Ask) => {
    while (!isOver) {
      expect(await ask('visits.log', { ...anonymous, channelId: CHANNELS.walkIn })).toMatchObject({ ok: true })
      logged += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const people = [logging(as(STAFF.lin).ask), logging(besideAs(STAFF.wang))]
  expect(await run()).toMatchObject({ ok: true })
  isOver = true
  await Promise.all(people)
  const counts = db.prepare('SELECT count(batch_id), count(*) - count(batch_id) FROM visits').raw().get()
  expect(counts).toEqual([4000, logged])
})

it('R14 the same file that both read in at once is there once', async () => {
  const text = register(100_000, 500)
  const runs = await Promise.all([ready(as(STAFF.manager).ask, text), ready(besideAs(STAFF.owner), text)])
  const answers = await Promise.all(runs.map((run) => run()))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'import_repeated' } })
  expect(db.prepare('SELECT count(*) FROM import_batches').pluck().get()).toBe(2)
})
