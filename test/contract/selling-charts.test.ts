import { beforeAll, describe, expect, it } from 'vitest'
import { sourceRows } from '../../renderer/screens/board/points/lead-sources-view.ts'
import { paceDays } from '../../renderer/screens/board/points/pace-view.ts'
import {
  CARRIED_BREAKDOWNS,
  CHAIN_BREAKDOWNS,
  chainSteps,
  closingThreeWays,
} from '../../renderer/screens/board/points/selling-skill-view.ts'
import type { OutputOf } from '../../shared/contract/contract.ts'
import type { FigureKey } from '../../shared/domain/breakdowns.ts'
import { type Caller, testDesk } from '../support/desk.ts'

const SELLER = 's3'
const MONTH = { from: '2026-05-01', to: '2026-05-31', asOf: null }

let manager: Caller
beforeAll(async () => {
  const demo = testDesk()
  await demo.desk.openDemo()
  manager = demo.as('m1')
})

describe.each([
  ['the store', null],
  ['one person', SELLER],
])('the charts of control points 7 to 9 for %s', (_, staffId) => {
  const scope = { ...MONTH, staffId }
  let point: OutputOf<'board.point'>
  let cells: OutputOf<'board.breakdown'>['cells']
  beforeAll(async () => {
    point = await manager.call('board.point', { ...scope, key: 'targetProgress' })
    const figures = [...CHAIN_BREAKDOWNS, ...CARRIED_BREAKDOWNS, 'targetProgress.byDay', 'leadSources.byDay'] as const
    cells = (await manager.call('board.breakdown', { ...scope, figures: [...figures] })).cells
  })
  const opened = async ({ figure, param }: { figure: FigureKey; param: string | null }) =>
    (await manager.call('board.records', { ...scope, figure, param, limit: 1, offset: 0 })).total

  it('draw a chain whose ends are the report’s, each step opening whom it counts', async () => {
    const { funnel, sellingSkill } = point.report
    const steps = chainSteps(point.report, cells)
    const count = (key: string) => steps.find((step) => step.key === key)?.count ?? Number.NaN
    expect([count('captured'), count('worked'), count('testDriven')]).toEqual([
      funnel.owned,
      funnel.worked,
      sellingSkill.testDrives,
    ])
    expect(count('wonDriven') + count('wonDirect')).toBe(funnel.won)
    for (const step of steps) expect([step.key, await opened(step.behind)]).toEqual([step.key, step.count])
    expect(funnel.worked).toBeGreaterThan(0)
  })

  it('draw three closing rates over three sets of leads', async () => {
    const rows = closingThreeWays(point.report, cells)
    for (const { key, won, whole, wonBehind, wholeBehind } of rows) {
      expect([key, await opened(wonBehind), await opened(wholeBehind)]).toEqual([key, won, whole])
    }
    const [, lastMonth, last90] = rows
    expect(lastMonth?.whole).toBeGreaterThan(0)
    expect(last90?.whole).toBeGreaterThanOrEqual(lastMonth?.whole ?? 0)
  })

  it('draw curves that are where the report is', () => {
    const { actual, expectedByNow, target, remaining } = point.report.targetProgress
    const { curve, forecast, asOf } = point
    const days = paceDays({ curve, cells: cells['targetProgress.byDay'] ?? [], end: asOf, target, perDeal: 1 })
    expect(days.find(({ date }) => date === asOf)).toMatchObject({ sum: actual, expected: expectedByNow })
    expect(days.at(-1)?.forecast?.deals).toBe(forecast?.deals)
    if (remaining !== null && remaining > 0) expect(days.at(-1)?.required).toBeCloseTo(target ?? 0, 9)
    const visits = paceDays({ curve, cells: cells['leadSources.byDay'] ?? [], end: asOf, target: null, perDeal: null })
    expect(visits.find(({ date }) => date === asOf)?.sum).toBe(point.report.funnel.N)
  })

  it('draw channels that add up to the store', () => {
    const rows = sourceRows(point.channels, point.report)
    const sum = (of: 'N' | 'captured') => rows.reduce((all, { figures }) => all + figures[of], 0)
    expect([sum('N'), sum('captured')]).toEqual([point.report.funnel.N, point.report.funnel.captured])
  })
})
