import { beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '../../shared/contract/contract.ts'
import type { FigureKey } from '../../shared/domain/breakdowns.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { FIGURE_KEYS, FIGURES, type Figure } from '../../shared/domain/figures.ts'
import type { Report } from '../../shared/domain/report.ts'
import { maskPhone } from '../../shared/values/phone.ts'
import { type Caller, STAFF, START, type TestDesk, testDesk } from '../support/desk.ts'

const TODAY = START.slice(0, 10)
const MONTH = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
const MANAGER = 'm1'
/** Their records raise questions, they receive visitors and own leads. */
const SELLER = 's3'
const COLLEAGUE = 's1'
const PAGE = 500

let demo: TestDesk
let manager: Caller
beforeAll(async () => {
  demo = testDesk()
  await demo.desk.openDemo()
  manager = demo.as(MANAGER)
})

type Counted = { readonly figure: FigureKey; readonly param: string | null; readonly count: number }

const step = (value: unknown, name: string) => Object.entries(value ?? {}).find(([key]) => key === name)?.[1]

/** Every count of a report that has records behind it: the numbers a screen can show as links. */
function countsOf(report: Report): Counted[] {
  const days = report.visitorRecording.openDaysWithoutEntry ?? 0
  return FIGURE_KEYS.flatMap((figure): Counted[] => {
    const [point = '', name = '', ...leaf] = figure.split('.')
    const value = step(step(report, point), name)
    const { by }: Figure = FIGURES[figure]
    if (by.length === 0) return [{ figure, param: null, count: Number(leaf.reduce(step, value) ?? 0) }]
    return Object.entries(value ?? {}).map(([param, of]) => ({ figure, param, count: Number(leaf.reduce(step, of)) }))
  }).concat([{ figure: 'visitorRecording.openDaysWithoutEntry', param: null, count: days }])
}

async function openAll(scope: typeof MONTH | (Omit<typeof MONTH, 'staffId'> & { staffId: string }), counted: Counted) {
  const { figure, param } = counted
  const ids = new Set<string>()
  let total = 0
  for (let offset = 0; offset <= total; offset += PAGE) {
    const page = await manager.call('board.records', { ...scope, figure, param, limit: PAGE, offset })
    total = page.total
    for (const row of page.rows) ids.add(row.id)
  }
  return { ...counted, count: ids.size, total }
}

describe.each([
  ['the store', null],
  ['one person', SELLER],
])('the demo board of %s', (_, staffId) => {
  const scope = { ...MONTH, staffId } as typeof MONTH

  let shown: OutputOf<'board.show'>
  beforeAll(async () => {
    shown = await manager.call('board.show', scope)
  })

  it('opens every figure to as many records', async () => {
    const counts = countsOf(shown.report)
    const opened: Awaited<ReturnType<typeof openAll>>[] = []
    for (const counted of counts) opened.push(await openAll(scope, counted))
    expect(opened).toEqual(counts.map((counted) => ({ ...counted, total: counted.count })))
    expect(counts.filter(({ count }) => count > 0).length).toBeGreaterThan(FIGURE_KEYS.length / 2)
  })

  it.each(CONTROL_POINTS)('has a page for %s that says what the tile says', async (key) => {
    const point = await manager.call('board.point', { ...scope, key })
    expect(point.tile).toEqual(shown.tiles.find((tile) => tile.key === key))
    expect(point.report).toEqual(shown.report)
    expect(point.nNeeded).toBe(shown.nNeeded)
  })
})

describe('a person’s row', () => {
  it('is their own board', async () => {
    const { people } = await manager.call('board.point', { ...MONTH, key: 'infoCapture' })
    expect(people.map(({ staffId }) => staffId)).toContain(SELLER)
    for (const person of people) {
      const own = await manager.call('board.show', { ...MONTH, staffId: person.staffId })
      expect(person.report).toEqual(own.report)
      expect(person.headline).toBe(own.tiles.find((tile) => tile.key === 'infoCapture')?.headline)
    }
  })
})

describe('what is known', () => {
  it('is the earlier of the period’s end and today, unless a date is named', async () => {
    const asOf = async (scope: Partial<typeof MONTH> | { asOf: string }) =>
      (await manager.call('board.show', { ...MONTH, ...scope })).asOf
    expect(await asOf({})).toBe(TODAY)
    expect(await asOf({ from: '2026-04-01', to: '2026-04-30' })).toBe('2026-04-30')
    expect(await asOf({ asOf: '2026-05-10' })).toBe('2026-05-10')
    expect(await asOf({ from: '2026-08-01', to: '2026-08-31' })).toBe('2026-08-01')
  })

  it('of an earlier day is less', async () => {
    const wonBy = async (asOf: string) => (await manager.call('board.show', { ...MONTH, asOf })).report.funnel
    const [early, late] = [await wonBy('2026-05-06'), await wonBy(TODAY)]
    expect(early.N).toBeLessThan(late.N)
    expect(early.worked).toBeLessThan(late.worked)
  })

  it.each([
    [{ to: '2026-04-30' }, 'to', 'before_from'],
    [{ asOf: '2026-04-30' }, 'asOf', 'before_from'],
    [{ staffId: 'nobody' }, 'staffId', 'not_found'],
    [{ from: '2026-02-30' }, 'from', 'not_a_date'],
  ])('refuses %o', async (change, path, code) => {
    const failure = await manager.refused('board.show', { ...MONTH, ...change })
    expect(failure).toMatchObject({ code: 'invalid_input', fields: [{ path, code }] })
  })

  it('refuses a parameter the figure does not take', async () => {
    const page = { limit: 10, offset: 0 }
    const refused = (figure: FigureKey, param: string) =>
      manager.refused('board.records', { ...MONTH, ...page, figure, param })
    expect((await refused('funnel.N', SELLER)).fields).toEqual([{ path: 'param', code: 'not_found' }])
    expect((await refused('customerTypes.moves', 'A')).fields).toEqual([{ path: 'param', code: 'not_found' }])
  })
})

describe('the trend', () => {
  let board: OutputOf<'board.show'>
  beforeAll(async () => {
    board = await manager.call('board.show', MONTH)
  })

  it('has twelve periods, month by month, each as of its own last day', () => {
    for (const { trend, headline } of board.tiles) {
      expect(trend.length).toBe(12)
      expect(trend[0]).toMatchObject({ from: '2025-06-01', to: '2025-06-30', asOf: '2025-06-30' })
      expect(trend[8]).toMatchObject({ from: '2026-02-01', to: '2026-02-28', asOf: '2026-02-28' })
      expect(trend[11]).toEqual({ from: '2026-05-01', to: '2026-05-31', asOf: TODAY, headline })
    }
  })

  it('shows in the past what the board of that month shows', async () => {
    const april = await manager.call('board.show', { ...MONTH, from: '2026-04-01', to: '2026-04-30' })
    expect(board.tiles.map(({ key, trend }) => [key, trend[10]?.headline])).toEqual(
      april.tiles.map(({ key, headline }) => [key, headline]),
    )
  })
})

describe('a salesperson', () => {
  it.each([
    ['the store’s', null],
    ['a colleague’s', COLLEAGUE],
  ])('does not see %s', async (_, staffId) => {
    const seller = demo.as(SELLER)
    const scope = { ...MONTH, staffId }
    const records = { ...scope, figure: 'funnel.N' as const, param: null, limit: 1, offset: 0 }
    expect((await seller.refused('board.show', scope)).code).toBe('forbidden')
    expect((await seller.refused('board.point', { ...scope, key: 'leadSources' })).code).toBe('forbidden')
    expect((await seller.refused('board.records', records)).code).toBe('forbidden')
  })

  it('sees their own, alone', async () => {
    const scope = { ...MONTH, staffId: SELLER }
    const point = await demo.as(SELLER).call('board.point', { ...scope, key: 'sellingSkill' })
    expect(point.people.map(({ staffId }) => staffId)).toEqual([SELLER])
    expect(point.report).toEqual((await manager.call('board.show', scope)).report)
  })

  it('reads the phones of their own leads and those of others masked', async () => {
    const input = {
      ...MONTH,
      staffId: SELLER,
      figure: 'infoCapture.captured' as const,
      param: null,
      limit: PAGE,
      offset: 0,
    }
    const [theirs, full] = [
      await demo.as(SELLER).call('board.records', input),
      await manager.call('board.records', input),
    ]
    const owned = await manager.call('board.records', { ...input, figure: 'leadAllocation.open' })
    const mine = new Set(owned.rows.map(({ leadId }) => leadId))
    const masked = theirs.rows.filter(({ phone }) => phone?.includes('*'))
    expect(masked.length).toBeGreaterThan(0)
    for (const [i, { leadId, phone }] of theirs.rows.entries()) {
      const whole = full.rows[i]?.phone ?? null
      expect([whole, whole === null ? null : maskPhone(whole)]).toContain(phone)
      if (mine.has(leadId)) expect(phone).toBe(whole)
    }
  })
})

describe('an empty store', () => {
  it('has nine tiles that know nothing and say what to enter', async () => {
    const { tiles, report } = await testDesk().as(STAFF.owner).call('board.show', MONTH)
    expect(tiles.map(({ key, headline, light }) => [key, headline, light])).toEqual(
      CONTROL_POINTS.map((key) => [key, null, 'unknown']),
    )
    expect(report.funnel.N).toBe(0)
    expect(tiles.map(({ advice }) => advice.code)).toContain('targetProgress.noTarget')
  })
})
