import { dirname } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'
import { answered, job, REGISTER_HEADER } from '../support/registers.ts'
import { anonymous } from '../support/visitors.ts'

// Two programs over one folder, as when a showroom's PC shares it: neither gets in the other's way.

const desk = testDesk()
const { db, as, now } = desk
const beside = createDesk({ folder: dirname(desk.desk.store()?.file ?? ''), clock: now })
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

it('a file is read in while people log visitors at both', async () => {
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

it('the same file that both read in at once is there once', async () => {
  const text = register(100_000, 500)
  const runs = await Promise.all([ready(as(STAFF.manager).ask, text), ready(besideAs(STAFF.owner), text)])
  const answers = await Promise.all(runs.map((run) => run()))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'import_repeated' } })
  expect(db.prepare('SELECT count(*) FROM import_batches').pluck().get()).toBe(2)
})
