import { describe, expect, it } from 'vitest'
import {
  mapCells,
  mapColumns,
  perOf,
  type WorkloadShow,
} from '../../renderer/screens/board/points/workload-map-view.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const day = (text: string) => text as BusinessDate
const MAY = { from: day('2026-05-01'), to: day('2026-05-31'), end: day('2026-05-06') }
const QUARTER = { from: day('2026-04-01'), to: day('2026-06-30'), end: day('2026-05-12') }
/** Closed on Mondays. */
const OPEN = '234567'

describe('the columns', () => {
  it.each([
    ['2026-05-01', '2026-05-31', 'day'],
    ['2026-05-01', '2026-06-01', 'week'],
  ])('of %s to %s are a %s each', (from, to, per) => {
    expect(perOf({ from: day(from), to: day(to) })).toBe(per)
  })

  it('are the days of the period, those to come known as such', () => {
    const columns = mapColumns(MAY, OPEN)
    expect(columns.length).toBe(31)
    expect(columns.filter(({ isAhead }) => !isAhead).map(({ date }) => date.slice(8))).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
    ])
    // 4 May 2026 is a Monday.
    expect(columns.slice(0, 7).map(({ openDays }) => openDays)).toEqual([1, 1, 1, 0, 1, 1, 0])
  })

  it('are weeks by their Mondays, with the open days that are in the period and known', () => {
    const columns = mapColumns(QUARTER, OPEN)
    expect(columns.slice(0, 8)).toEqual([
      { date: '2026-03-30', openDays: 5, isAhead: false },
      { date: '2026-04-06', openDays: 6, isAhead: false },
      { date: '2026-04-13', openDays: 6, isAhead: false },
      { date: '2026-04-20', openDays: 6, isAhead: false },
      { date: '2026-04-27', openDays: 6, isAhead: false },
      { date: '2026-05-04', openDays: 6, isAhead: false },
      { date: '2026-05-11', openDays: 1, isAhead: false },
      { date: '2026-05-18', openDays: 0, isAhead: true },
    ])
    expect(columns.at(-1)?.date).toBe('2026-06-29')
  })
})

describe('the cells', () => {
  const cell = (date: string, staffId: string, count: number) => ({
    param: `${date}>${staffId}`,
    by: [date, staffId],
    count,
  })
  const cells = {
    done: [cell('2026-05-01', 's1', 2), cell('2026-05-02', 's1', 5), cell('2026-05-04', 's1', 1)],
    due: [cell('2026-05-01', 's1', 4), cell('2026-05-01', 's2', 3)],
    late: [cell('2026-05-01', 's1', 1)],
    missed: [cell('2026-05-01', 's1', 1)],
  }
  const people = [
    { staffId: 's1', dailyCapacity: 4 },
    { staffId: 's2', dailyCapacity: null },
  ]
  const statesOf = (show: WorkloadShow, staffId: string) =>
    mapCells(mapColumns(MAY, OPEN), people, cells, show)
      .filter((one) => one.staffId === staffId)
      .slice(0, 7)
      .map(({ state, share }) => [state, share])

  it('are held against what the person can do', () => {
    expect(statesOf('done', 's1')).toEqual([
      ['within', 0.5],
      ['over', 1.25],
      ['empty', 0],
      // Somebody worked on a closed day: there is nothing to hold it against.
      ['within', null],
      ['empty', 0],
      ['empty', 0],
      ['ahead', null],
    ])
  })

  it('are not judged where nobody has said what a person can do', () => {
    expect(statesOf('due', 's2').slice(0, 2)).toEqual([
      ['within', null],
      ['empty', null],
    ])
    expect(statesOf('due', 's2')[3]).toEqual(['closed', null])
  })

  it('hold what was left undone against what was due', () => {
    expect(statesOf('missed', 's1')[0]).toEqual(['within', 0.25])
  })

  it('know all four counts and what opens them', () => {
    const [first] = mapCells(mapColumns(MAY, OPEN), people, cells, 'done')
    expect(first).toMatchObject({
      capacity: 4,
      done: { param: '2026-05-01>s1', count: 2 },
      due: { count: 4 },
      late: { count: 1 },
      missed: { count: 1 },
    })
  })
})
