import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import type { FileReading } from '../../shared/contract/imports.ts'
import { IMPORT_PHASES, type ImportPhase, type Mapping } from '../../shared/domain/import/fields.ts'
import { type Caller, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { answered, dumpStore, job, REGISTER_HEADER, readText } from '../support/registers.ts'
import { anonymous } from '../support/visitors.ts'

// Work on files beside the gate: followed, cancelled, ended by force, and never in the way of anybody else.

/** Enough rows that every phase can be caught at work. */
function longRegister(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = `2026-0${1 + (n % 4)}-${String(1 + (n % 28)).padStart(2, '0')}`
    const time = `${String(9 + (n % 9)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
    return `${day},${time},来店,客户${n},${13_000_000_000 + n},,2,首次,自然到店,轩逸,B级,,,林小雨,第${n}行`
  })
  return [REGISTER_HEADER, ...lines].join('\n')
}

type Ready = { readonly reading: FileReading; readonly mapping: Mapping; readonly digest: string }

async function ready(desk: TestDesk, rows: number): Promise<Ready> {
  const manager = desk.as(STAFF.manager)
  const reading = await readText(manager, longRegister(rows))
  const mapping = answered(reading)
  const { digest } = await manager.call('imports.preview', { ...job(), token: reading.token, mapping })
  return { reading, mapping, digest }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2))

/** Waits until a job is in a phase, or over. */
async function reaches(caller: Caller, jobId: string, phase: ImportPhase, isOver: () => boolean): Promise<boolean> {
  while (!isOver()) {
    const { progress } = await caller.call('imports.progress', { jobId })
    if (progress?.phase === phase) return true
    await pause()
  }
  return false
}

/** A run under way, caught in a phase. */
async function runInPhase(desk: TestDesk, { reading, mapping, digest }: Ready, phase: ImportPhase) {
  const manager = desk.as(STAFF.manager)
  const { jobId } = job()
  let isOver = false
  const answer = manager.ask('imports.run', { jobId, token: reading.token, mapping, digest }).finally(() => {
    isOver = true
  })
  expect(await reaches(manager, jobId, phase, () => isOver)).toBe(true)
  return { jobId, answer, isOver: () => isOver }
}

const visitsIn = ({ db }: TestDesk) => db.prepare('SELECT count(*) FROM visits').pluck().get()

describe('while an import writes', () => {
  it('others read at once, and what they write waits its turn', async () => {
    const desk = testDesk()
    const run = await runInPhase(desk, await ready(desk, 5000), 'writing')
    const salesperson = desk.as(STAFF.lin)
    const saved = salesperson.call('visits.log', anonymous).then(() => visitsIn(desk))
    const day = await salesperson.call('visits.day', { date: '2026-05-20' })
    expect([day.visits.length, run.isOver()]).toEqual([0, false])
    expect(await run.answer).toMatchObject({ ok: true })
    // It was let through when the import was done, not before.
    expect(await saved).toBe(5001)
    const after = await salesperson.call('visits.day', { date: '2026-05-20' })
    expect(after.visits).toHaveLength(1)
  })

  it('can be followed through its phases, and is nobody’s job afterwards', async () => {
    const desk = testDesk()
    const run = await runInPhase(desk, await ready(desk, 5000), 'planning')
    const manager = desk.as(STAFF.manager)
    const seen: ImportPhase[] = []
    while (!run.isOver()) {
      const { progress } = await manager.call('imports.progress', { jobId: run.jobId })
      if (progress !== null && progress.phase !== seen.at(-1)) seen.push(progress.phase)
      if (progress !== null) expect(progress.done).toBeLessThanOrEqual(progress.total)
      await pause()
    }
    const inOrder = IMPORT_PHASES.filter((phase) => seen.includes(phase))
    expect([seen, seen.at(-1)]).toEqual([inOrder, 'writing'])
    expect(await manager.call('imports.progress', { jobId: run.jobId })).toEqual({ progress: null })
    expect(await manager.call('imports.progress', { jobId: 'nobody’s' })).toEqual({ progress: null })
  })
})

describe('a job that is cancelled', () => {
  const phases: ImportPhase[] = ['planning', 'writing']
  it.each(phases)('while it is %s leaves nothing, and the file can go in after all', async (phase) => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const file = await ready(desk, 5000)
    const before = dumpStore(desk.db)
    const run = await runInPhase(desk, file, phase)
    await manager.call('imports.cancel', { jobId: run.jobId })
    expect(await run.answer).toMatchObject({ ok: false, failure: { code: 'import_cancelled' } })
    expect(dumpStore(desk.db)).toEqual(before)
    const { reading, mapping, digest } = file
    await manager.call('imports.run', { ...job(), token: reading.token, mapping, digest })
    expect(visitsIn(desk)).toBe(5000)
  })

  it('and does not come back is ended by force in the middle of its transaction, of which nothing is left', async () => {
    const desk = testDesk({ importLimits: { stopMs: 0 } })
    const manager = desk.as(STAFF.manager)
    const file = await ready(desk, 5000)
    const before = dumpStore(desk.db)
    const run = await runInPhase(desk, file, 'writing')
    await manager.call('imports.cancel', { jobId: run.jobId })
    expect(await run.answer).toMatchObject({ failure: { code: 'import_cancelled' } })
    expect(dumpStore(desk.db)).toEqual(before)
    // The turn to write is free again, and the next thread works.
    await desk.as(STAFF.lin).call('visits.log', anonymous)
    await ready(desk, 20)
    expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('is no longer there to be cancelled when it is done', async () => {
    const manager = testDesk().as(STAFF.manager)
    expect(await manager.call('imports.cancel', { jobId: 'done long ago' })).toEqual({ done: true })
  })
})

describe('one job at a time', () => {
  it('another person’s is refused meanwhile', async () => {
    const desk = testDesk()
    const file = await ready(desk, 4000)
    const run = await runInPhase(desk, file, 'planning')
    const busy = { code: 'import_busy', params: { name: '许经理', job: 'run' } }
    const text = { ...job(), fileName: 'x.csv', contentBase64: 'eA==' }
    expect(await desk.as(STAFF.owner).refused('imports.read', text)).toMatchObject(busy)
    expect(await desk.as(STAFF.manager).refused('imports.read', text)).toMatchObject(busy)
    expect(await run.answer).toMatchObject({ ok: true })
  })

  it('a look takes the place of the same person’s look before it', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const { reading, mapping, digest } = await ready(desk, 5000)
    const look = () => manager.ask('imports.preview', { ...job(), token: reading.token, mapping })
    const answers = await Promise.all([look(), look(), look()])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.failure.code))).toEqual([
      'import_cancelled',
      'import_cancelled',
      'ok',
    ])
    expect(answers.at(-1)).toMatchObject({ value: { digest } })
    const other = manager.ask('imports.preview', { ...job(), token: reading.token, mapping })
    const refused = desk.as(STAFF.owner).refused('imports.preview', { ...job(), token: reading.token, mapping })
    expect(await refused).toMatchObject({ code: 'import_busy' })
    expect(await other).toMatchObject({ ok: true })
  })
})

describe('a file that asks too much', () => {
  const large = longRegister(60_000)

  it('of time is refused when its time is over, and the next one is read', async () => {
    const desk = testDesk({ importLimits: { readMs: 1 } })
    const manager = desk.as(STAFF.manager)
    const input = { ...job(), fileName: 'x.csv', contentBase64: Buffer.from(large).toString('base64') }
    expect(await manager.refused('imports.read', input)).toMatchObject({
      code: 'file_unreadable',
      params: { cause: 'damaged' },
    })
  })

  it('of memory ends its thread and nothing else', async () => {
    const desk = testDesk({ importLimits: { memoryMb: 24 } })
    const manager = desk.as(STAFF.manager)
    const input = { ...job(), fileName: 'x.csv', contentBase64: Buffer.from(large).toString('base64') }
    expect(await manager.refused('imports.read', input)).toMatchObject({
      code: 'file_unreadable',
      params: { cause: 'too_big_inside' },
    })
    expect(await readText(manager, longRegister(3))).toMatchObject({ rowCount: 4 })
  })
})

describe('the thread ends', () => {
  it('with the desk: a run under way is given up whole, and the file is as it was', async () => {
    const desk = testDesk()
    const file = await ready(desk, 5000)
    const before = dumpStore(desk.db)
    const run = await runInPhase(desk, file, 'writing')
    const store = desk.desk.store()
    await desk.desk.imports.stop()
    expect(await run.answer).toMatchObject({ failure: { code: 'import_cancelled' } })
    const again = openStore(store?.file ?? '')
    expect(dumpStore(again)).toEqual(before)
    again.close()
  })

  it('when nobody has needed it for a while, and forgets the files it held', async () => {
    const desk = testDesk({ importLimits: { idleMs: 1 } })
    const manager = desk.as(STAFF.manager)
    const reading = await readText(manager, longRegister(3))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const input = { ...job(), token: reading.token, mapping: reading.mapping }
    expect(await manager.refused('imports.preview', input)).toMatchObject({ code: 'import_expired' })
  })

  it('when another store is opened: its files are not there', async () => {
    const desk = testDesk()
    const reading = await readText(desk.as(STAFF.manager), longRegister(3))
    const file = desk.desk.store()?.file ?? ''
    await desk.desk.openDemo()
    expect(existsSync(file)).toBe(true)
    const [owner] = desk.desk.store()?.db.prepare(`SELECT id FROM staff WHERE role = 'owner'`).pluck().all() ?? []
    const input = { ...job(), token: reading.token, mapping: reading.mapping }
    expect(await desk.as(String(owner)).refused('imports.preview', input)).toMatchObject({ code: 'import_expired' })
  })
})

it('what is not expected is logged whole and answered without a word of it', async () => {
  const desk = testDesk()
  const manager = desk.as(STAFF.manager)
  const reading = await readText(manager, longRegister(3))
  desk.db.exec('ALTER TABLE channels RENAME TO gone')
  const failure = await manager.refused('imports.preview', {
    ...job(),
    token: reading.token,
    mapping: answered(reading),
  })
  expect(failure).toEqual({ code: 'internal', fields: [], params: { requestId: 'test' } })
  desk.db.exec('ALTER TABLE gone RENAME TO channels')
})
