import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Db, openBeside } from '../../db/connection.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { findStaff, saveSecret } from '../../db/repositories/staff.ts'
import type { Context } from '../../electron/api/context.ts'
import type { OpenStore } from '../../electron/api/open-store.ts'
import { showBoard } from '../../electron/api/services/board.ts'
import { readBreakdowns } from '../../electron/api/services/board-breakdown.ts'
import { showPoint } from '../../electron/api/services/board-point.ts'
import { putSilentLeadsToSleep } from '../../electron/api/services/dormancy.ts'
import type { CommandName, ParsedInputOf } from '../../shared/contract/contract.ts'
import { BREAKDOWN_KEYS, type BreakdownKey } from '../../shared/domain/breakdowns.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { buildReport } from '../../shared/domain/report.ts'
import {
  addDays,
  type BusinessDate,
  businessDateOf,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '../../shared/values/business-date.ts'
import { type BusyDesk, busyDesk } from '../support/busy-desk.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF } from '../support/desk.ts'
import { answered, job, REGISTER_HEADER, readText } from '../support/registers.ts'
import { rounds } from '../support/rounds.ts'
import { UNDO_CASES, type UndoCase } from '../support/undo-cases.ts'

// What a board keeps between two looks (counts, reports, headlines of past months) must never be seen: after every act through the
// gate it shows what somebody reads who has just opened the file and finds nothing kept.

const PASSWORD = 'owner-password'
const DAY_MS = 86_400_000
const [RUNS, STEPS] = [rounds(2, 40), 12]
const END = '2026-06-30' as BusinessDate
const TWO_MONTHS = { from: '2026-05-01' as BusinessDate, to: END, asOf: END }
const REGISTER = [
  REGISTER_HEADER,
  '2026-04-28,09:55,来店,王先生,13800138000,,2,首次,自然到店,轩逸,B级,一周内,√,林小雨,已加微信',
  '2026-05-06,,来店,李女士,13800138002,,2,首次,自然到店,轩逸,A,一周内,√,王大力,',
  '2026-05-19,10:00,来店,,,,2,首次,小红书,,,,,林小雨,',
].join('\n')

const makes = Object.entries(UNDO_CASES).flatMap(([op, ways]) =>
  Object.values(ways).map((make) => ({ op, make: make as UndoCase<CommandName> })),
)

/** What was done last, to be taken back. */
type Last = { undo: { readonly by: string; readonly undoId: string } | null; batchId: string | null }

/** The present one, also when another one was put in its place. */
function storeOf({ desk }: BusyDesk): OpenStore {
  const store = desk.store()
  if (store === null) throw new Error('no store')
  return store
}

const ACTS = {
  command: async (desk: BusyDesk, last: Last, n: number) => {
    const { op, make } = makes[n % makes.length] ?? makes[0] ?? { op: '', make: () => ['', {}] as never }
    const [by, input] = await make(desk)
    const answer = await desk.as(by).ask(op, input)
    if (answer.ok && answer.undoId !== undefined) last.undo = { by, undoId: answer.undoId }
    return op
  },
  takeBack: async (desk: BusyDesk, last: Last) => {
    if (last.undo !== null) await desk.as(last.undo.by).ask('acts.undo', { undoId: last.undo.undoId })
    last.undo = null
  },
  clock: async (desk: BusyDesk, _: Last, n: number) =>
    // Over midnight, over the end of a month, a day back as a clock that is set right.
    desk.advance([60_000, DAY_MS, DAY_MS, 12 * DAY_MS, -DAY_MS][n % 5] ?? 0),
  sleep: async (desk: BusyDesk) => void putSilentLeadsToSleep(storeOf(desk).db, desk.now(), desk.desk.newId),
  importOrBack: async (desk: BusyDesk, last: Last) => {
    const manager = desk.as(STAFF.manager)
    if (last.batchId !== null) {
      const { ok } = await manager.ask('imports.undo', { ...job(), batchId: last.batchId })
      // Refused where somebody has worked on it since; it stays, and is not read in a second time.
      if (ok) last.batchId = null
      return
    }
    const reading = await readText(manager, REGISTER)
    const asked = { token: reading.token, mapping: answered(reading) }
    const { digest } = await manager.call('imports.preview', { ...job(), ...asked })
    last.batchId = (await manager.call('imports.run', { ...job(), ...asked, digest })).batchId
  },
  erase: async (desk: BusyDesk, _: Last, n: number) => {
    const customers = storeOf(desk).db.prepare('SELECT id, name FROM customers ORDER BY id').all()
    const { id, name } = (customers[n % customers.length] ?? {}) as { readonly id: string; readonly name: string }
    await desk.as(STAFF.owner).ask('customers.erase', { customerId: id, name, reason: 'asked', password: PASSWORD })
  },
  /** Another program on the same file. */
  elsewhere: async (desk: BusyDesk, _: Last, n: number) => {
    const other = openBeside(storeOf(desk).file)
    try {
      other.prepare('INSERT OR REPLACE INTO door_counts (date, count) VALUES (?, ?)').run('2026-05-19', n % 50)
      other.prepare(`UPDATE follow_ups SET method = 'showroom' WHERE done_at IS NOT NULL`).run()
    } finally {
      other.close()
    }
  },
} as const

type Act = { readonly what: keyof typeof ACTS; readonly n: number }
const often = ['command', 'command', 'command', 'command', 'command', 'takeBack', 'takeBack', 'clock'] as const
const acts: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(...often, ...often, 'sleep', 'elsewhere', 'importOrBack', 'erase'),
  n: fc.nat(10_000),
})

type Look = { readonly by: string; readonly scope: ParsedInputOf<'board.show'> }

/** At every step the same two months, as of when all that is planned was due; by turns what people look at on a day. */
function looksOf(desk: BusyDesk, nth: number): readonly Look[] {
  const month = monthOf(businessDateOf(desk.now(), storeOf(desk).timeZone()))
  const present = { from: firstDayOf(month), to: lastDayOf(month), asOf: null }
  const before = addDays(present.from, -1)
  const last = { from: firstDayOf(monthOf(before)), to: before, asOf: null }
  const turns = [
    { by: STAFF.owner, scope: { ...present, staffId: null } },
    { by: STAFF.manager, scope: { ...present, staffId: STAFF.lin } },
    { by: STAFF.manager, scope: { ...last, staffId: null } },
  ]
  return [{ by: STAFF.owner, scope: { ...TWO_MONTHS, staffId: null } }, ...turns.slice(nth % 3, (nth % 3) + 1)]
}

type Asked = { readonly key: (typeof CONTROL_POINTS)[number]; readonly figures: readonly BreakdownKey[] }

/** Another page and other charts at every step: what was last asked for long ago has missed the most. */
function askedAt(nth: number): Asked {
  const first = (nth * 8) % BREAKDOWN_KEYS.length
  return {
    key: CONTROL_POINTS[nth % CONTROL_POINTS.length] ?? 'customerTypes',
    figures: BREAKDOWN_KEYS.slice(first, first + 8),
  }
}

/** What a look shows on a handle for which every act was somebody else's, of a file in which nothing is kept. */
function readAnew(desk: BusyDesk, db: Db, { by, scope }: Look, { key, figures }: Asked) {
  const store = storeOf(desk)
  const person = findStaff(db, by)
  if (person === null) throw new Error(`no ${by}`)
  const timeZone = store.timeZone()
  const now = desk.now()
  const today = businessDateOf(now, timeZone)
  const { newId } = desk.desk
  const context: Context = { desk: desk.desk, clientId: '', now, store, db, me: person, timeZone, today, newId }
  db.exec('BEGIN IMMEDIATE; DELETE FROM past_headlines')
  try {
    const board = showBoard(context, scope)
    const point = showPoint(context, { ...scope, key })
    const charts = readBreakdowns(context, { ...scope, figures: [...figures] })
    const report = buildReport(readFacts(db, { ...scope, asOf: board.asOf as BusinessDate }))
    return { board, point, charts, report }
  } finally {
    db.exec('ROLLBACK')
  }
}

async function expectAnew(desk: BusyDesk, anew: Db, after: string, nth: number): Promise<void> {
  const asked = askedAt(nth)
  for (const look of looksOf(desk, nth)) {
    const caller = desk.as(look.by)
    const board = await caller.call('board.show', look.scope)
    const point = await caller.call('board.point', { ...look.scope, key: asked.key })
    const charts = await caller.call('board.breakdown', { ...look.scope, figures: [...asked.figures] })
    const shown = { board, point, charts, report: board.report }
    expect([after, shown]).toEqual([after, readAnew(desk, anew, look, asked)])
  }
}

/** Another store in the place of this one: nothing that was kept of it is shown of the other. */
async function expectOfBackup(desk: BusyDesk, file: string): Promise<void> {
  const { previewId } = await desk.as(STAFF.owner).call('store.previewBackup', { file })
  await desk.as(STAFF.owner).call('store.restore', { previewId, password: PASSWORD })
  const anew = openBeside(storeOf(desk).file)
  await expectAnew(desk, anew, 'restored', 0)
  anew.close()
}

it('shows what the file says, whatever was done, taken back, imported or erased since the last look', async () => {
  let looks = 0
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const desk = await busyDesk()
      saveSecret(desk.db, STAFF.owner, cheapHash(PASSWORD), null)
      const last: Last = { undo: null, batchId: null }
      const { file } = await desk.as(STAFF.owner).call('store.backUp', {})
      const anew = openBeside(storeOf(desk).file)
      try {
        for (const { what, n } of steps) {
          const op = await ACTS[what](desk, last, n)
          await expectAnew(desk, anew, op ?? what, looks)
          looks += 1
        }
      } finally {
        anew.close()
      }
      await expectOfBackup(desk, file)
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(looks).toBe(RUNS * STEPS)
}, 600_000)
