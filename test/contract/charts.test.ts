import { beforeAll, describe, expect, it } from 'vitest'
import { captureByHour, captureByReceiver } from '../../renderer/screens/board/points/capture-view.ts'
import { endsOf, passagesOf } from '../../renderer/screens/board/points/passages-view.ts'
import { calendarOf, doorDays } from '../../renderer/screens/board/points/recording-view.ts'
import type { OutputOf } from '../../shared/contract/contract.ts'
import { BREAKDOWN_KEYS, BREAKDOWNS, type BreakdownCell, type BreakdownKey } from '../../shared/domain/breakdowns.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { OPEN_BUCKETS } from '../../shared/values/grade.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'

const MONTH = { from: '2026-05-01', to: '2026-05-31', asOf: null }
/** As many as one question may name. */
const AT_ONCE = 12

type Cells = Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>>

let demo: TestDesk
let manager: Caller
beforeAll(async () => {
  demo = testDesk()
  await demo.desk.openDemo()
  manager = demo.as('m1')
})

const sumOf = (cells: readonly { readonly count: number }[] = []) => cells.reduce((sum, { count }) => sum + count, 0)

describe.each([
  ['the store', null],
  ['one person', 's3'],
])('the charts of %s in the demo', (_, staffId) => {
  const scope = { ...MONTH, staffId }
  let cells: Cells
  let point: OutputOf<'board.point'>
  beforeAll(async () => {
    const parts: Cells[] = []
    for (let at = 0; at < BREAKDOWN_KEYS.length; at += AT_ONCE) {
      const figures = BREAKDOWN_KEYS.slice(at, at + AT_ONCE)
      parts.push((await manager.call('board.breakdown', { ...scope, figures })).cells)
    }
    cells = Object.assign({}, ...parts)
    point = await manager.call('board.point', { ...scope, key: 'visitorRecording' })
  })

  it('break down what the report counts, and nothing else', async () => {
    for (const key of BREAKDOWN_KEYS) {
      const whole = { ...scope, figure: BREAKDOWNS[key].sumsTo, param: null, limit: 1, offset: 0 }
      expect([key, sumOf(cells[key])]).toEqual([key, (await manager.call('board.records', whole)).total])
    }
  })

  it('flow from the opening stock to the closing stock', () => {
    const { opening, closing, moves } = point.report.customerTypes
    const flows = passagesOf(cells)
    expect(flows.length).toBeGreaterThan(OPEN_BUCKETS.length)
    const countOf = (side: 'from' | 'to', bucket: string) =>
      endsOf(flows, side).find((end) => end.bucket === bucket)?.count ?? 0
    for (const bucket of OPEN_BUCKETS) {
      expect([bucket, countOf('from', bucket)]).toEqual([bucket, opening[bucket]])
      expect([bucket, countOf('to', bucket)]).toEqual([bucket, closing[bucket]])
    }
    const entered = Object.entries(moves).filter(([move]) => move.startsWith('none>'))
    expect(countOf('from', 'none')).toBe(entered.reduce((sum, [, count]) => sum + count, 0))
  })

  it('capture what the report says each person and the store captured', () => {
    const { N, captured, byStaff } = point.report.infoCapture
    for (const groups of [captureByReceiver(cells), captureByHour(cells)]) {
      expect(groups.reduce((sum, { trials }) => sum + trials, 0)).toBe(N)
      expect(groups.reduce((sum, { hits }) => sum + hits, 0)).toBe(captured)
    }
    const named = captureByReceiver(cells).filter(({ key }) => key !== '')
    expect(
      Object.fromEntries(named.map(({ key, trials, hits }) => [key, { N: trials, captured: hits }])),
    ).toMatchObject(
      Object.fromEntries(named.map(({ key }) => [key, { N: byStaff[key]?.N, captured: byStaff[key]?.captured }])),
    )
  })

  it('record day by day what the report sums up', () => {
    const { visits, lateEntries, logged, counted, openDaysWithoutEntry } = point.report.visitorRecording
    const end = point.asOf as BusinessDate
    const { days } = calendarOf(point.curve, end, staffId === null, cells)
    expect(days.reduce((sum, { entries }) => sum + entries, 0)).toBe(visits)
    expect(days.reduce((sum, { late }) => sum + late, 0)).toBe(lateEntries)
    expect(days.filter(({ state }) => state === 'missing').length).toBe(openDaysWithoutEntry ?? 0)
    const door = doorDays(point.curve, end, point.doorCounts, cells)
    expect(door.reduce((sum, day) => sum + (day.logged ?? 0), 0)).toBe(logged ?? 0)
    expect(door.reduce((sum, day) => sum + (day.counted ?? 0), 0)).toBe(counted ?? 0)
  })
})
