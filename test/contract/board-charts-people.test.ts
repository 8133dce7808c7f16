import { beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '../../shared/contract/contract.ts'
import type { BreakdownCell, BreakdownKey } from '../../shared/domain/breakdowns.ts'
import { SUSPICIONS } from '../../shared/domain/control-points/follow-up-audit.ts'
import { addDays, type BusinessDate, weekdayOf } from '../../shared/values/business-date.ts'
import { type Caller, testDesk } from '../support/desk.ts'

const MANAGER = 'm1'
const MONTH = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
const LAST_QUARTER = { from: '2026-01-01', to: '2026-03-31', asOf: '2026-05-20', staffId: null }

const demo = testDesk()
let manager: Caller
beforeAll(async () => {
  await demo.desk.openDemo()
  manager = demo.as(MANAGER)
})

/** How many by the value at a place, those that pass only; a value of nobody is absent. */
function tally(cells: readonly BreakdownCell[], at: number, passes = (_: BreakdownCell) => true) {
  const counts: Record<string, number> = {}
  for (const cell of cells.filter(passes)) {
    const key = cell.by[at] ?? ''
    counts[key] = (counts[key] ?? 0) + cell.count
  }
  return counts
}

const without = (counts: Record<string, number>, key: string) =>
  Object.fromEntries(Object.entries(counts).filter(([one]) => one !== key))

/** Of a report's figures by person, one; the zeros left out as a breakdown does. */
function figure<T>(byStaff: Readonly<Record<string, T>>, of: (counts: T) => number) {
  const counts = Object.entries(byStaff).map(([id, all]) => [id, of(all)] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

describe.each([
  ['this month', MONTH],
  ['the month of one person', { ...MONTH, staffId: 's3' }],
  ['a past quarter as it is known now', LAST_QUARTER],
])('the charts of the demo, %s', (_, given) => {
  const scope = given as typeof MONTH
  let point: OutputOf<'board.point'>
  const cellsOf = async (key: BreakdownKey) =>
    (await manager.call('board.breakdown', { ...scope, figures: [key] })).cells[key] ?? []
  beforeAll(async () => {
    point = await manager.call('board.point', { ...scope, key: 'followUpAudit' })
  })

  it('assign as fast as the report says', async () => {
    const { created, assignedInTime, firstAssigned } = point.report.leadAllocation
    const speeds = tally(await cellsOf('leadAllocation.waits'), 1)
    expect(speeds).toEqual(
      figure({ inTime: assignedInTime, late: firstAssigned - assignedInTime, never: created - firstAssigned }, Number),
    )
  })

  it('hold as many open leads, and as many idle ones', async () => {
    const cells = await cellsOf('leadAllocation.load')
    const { openByStaff, idleByStaff, openUnassigned } = point.report.leadAllocation
    const held = tally(cells, 2)
    expect(without(held, '')).toEqual(figure(openByStaff, Number))
    expect(held[''] ?? 0).toBe(openUnassigned)
    const idle = tally(cells, 2, ({ by }) => by[1] === 'idle')
    expect(without(idle, '')).toEqual(figure(idleByStaff, Number))
  })

  it('have done, and had reviewed and approved, as much', async () => {
    const cells = await cellsOf('followUpAudit.verdicts')
    const { byStaff } = point.report.followUpAudit
    expect(tally(cells, 1)).toEqual(figure(byStaff, ({ done }) => done))
    expect(tally(cells, 1, ({ by }) => by[0] !== 'waiting')).toEqual(figure(byStaff, ({ reviewed }) => reviewed))
    expect(tally(cells, 1, ({ by }) => by[0] === 'approved')).toEqual(figure(byStaff, ({ approved }) => approved))
    expect(tally(await cellsOf('followUpAudit.verdictsByDay'), 2)).toEqual(tally(cells, 1))
  })

  it.each(SUSPICIONS)('are asked about %s as often, each person as in their own report', async (rule) => {
    const own = new Map(point.people.map(({ staffId, report }) => [staffId, report.followUpAudit.suspectByRule[rule]]))
    const asked = tally(await cellsOf(`followUpAudit.suspectByPerson.${rule}`), 0)
    expect(asked).toEqual(figure(Object.fromEntries(own), Number))
  })

  it('did as much, day by day and week by week', async () => {
    const [days, weeks] = [await cellsOf('followUpWorkload.doneByDay'), await cellsOf('followUpWorkload.doneByWeek')]
    expect(tally(days, 1)).toEqual(figure(point.report.followUpWorkload.doneByStaff, Number))
    const mondays = days.map(({ by: [date = '', staffId = ''], count }) => {
      const day = date as BusinessDate
      return { param: '', by: [`${addDays(day, 1 - weekdayOf(day))}>${staffId}`], count }
    })
    expect(tally(mondays, 0)).toEqual(Object.fromEntries(weeks.map(({ param, count }) => [param, count])))
  })

  it.each(['due', 'late', 'missed'] as const)('had as much %s', async (result) => {
    const theirs = figure(point.report.followUpWorkload.byStaff, (counts) => counts[result])
    expect(tally(await cellsOf(`followUpWorkload.${result}ByDay`), 1)).toEqual(theirs)
    expect(tally(await cellsOf(`followUpWorkload.${result}ByWeek`), 1)).toEqual(theirs)
  })

  it('had as much that is no longer needed', async () => {
    const { void: gone } = point.report.followUpWorkload
    const cells = await cellsOf('followUpWorkload.voidByPerson')
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(gone)
  })
})

it('a salesperson draws their own charts only', async () => {
  const input = { ...MONTH, figures: ['followUpWorkload.doneByDay' as const] }
  const seller = demo.as('s3')
  expect((await seller.refused('board.breakdown', input)).code).toBe('forbidden')
  const { cells } = await seller.call('board.breakdown', { ...input, staffId: 's3' })
  expect(new Set(cells['followUpWorkload.doneByDay']?.map(({ by }) => by[1]))).toEqual(new Set(['s3']))
})
