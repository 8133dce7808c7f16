import { describe, expect, it } from 'vitest'
import {
  type Cells,
  chainSteps,
  closingByPerson,
  closingThreeWays,
} from '../../renderer/screens/board/points/selling-skill-view.ts'
import type { Report } from '../../shared/domain/report.ts'

const cell = (count: number, ...by: string[]) => ({ param: by.join('>'), by, count })
const report = { funnel: { owned: 20, worked: 12, won: 4 }, sellingSkill: { testDrives: 5 } } as Report
const cells: Cells = {
  'sellingSkill.contactDays': [cell(1, ''), cell(6, '0'), cell(5, '2')],
  'sellingSkill.driveDays': [cell(5, '1')],
  'sellingSkill.workedByWay': [cell(7, 'direct'), cell(5, 'testDrive')],
  'sellingSkill.wonByWay': [cell(1, 'direct'), cell(3, 'testDrive')],
  'sellingSkill.orderDays': [cell(1, 'direct', ''), cell(3, 'testDrive', '4')],
  'sellingSkill.carriedLastMonth': [cell(30, '0'), cell(10, '1')],
  'sellingSkill.carriedLastMonthWon': [cell(28, '0', '0'), cell(2, '0', '1'), cell(7, '1', '0'), cell(3, '1', '1')],
}

describe('the chain', () => {
  const steps = chainSteps(report, cells)
  const of = (key: string) => steps.find((step) => step.key === key)

  it('measures each step against those who could take it', () => {
    expect(steps.map(({ key, count, whole }) => [key, count, whole])).toEqual([
      ['captured', 20, null],
      ['worked', 12, 20],
      ['testDriven', 5, 12],
      ['wonDriven', 3, 5],
      ['wonDirect', 1, 7],
    ])
    expect(of('wonDirect')?.rate).toMatchObject({ hits: 1, trials: 7, isSmall: true })
  })

  it('takes the days of those whose days are known', () => {
    expect(of('worked')?.days).toEqual({ median: 0, low: 0, high: 2, size: 11 })
    expect(of('wonDriven')?.days).toMatchObject({ median: 4, size: 3 })
    expect(of('wonDirect')?.days).toBeNull()
  })

  it('is empty without cells, not broken', () => {
    const empty = { funnel: { owned: 0, worked: 0, won: 0 }, sellingSkill: { testDrives: 0 } } as Report
    expect(chainSteps(empty, {}).map(({ count, rate }) => [count, rate])).toEqual([0, 1, 2, 3, 4].map(() => [0, null]))
  })
})

describe('the closing rate three ways', () => {
  it('is never one number, and not known where nobody was carried over', () => {
    expect(closingThreeWays(report, cells).map(({ key, won, whole, rate }) => [key, won, whole, rate?.rate])).toEqual([
      ['captures', 4, 20, 0.2],
      ['lastMonth', 3, 10, 0.3],
      ['last90', 0, 0, undefined],
    ])
  })
})

describe('people', () => {
  it('stand by their rate, who has worked nobody last', () => {
    const person = (staffId: string, won: number, worked: number) => ({
      staffId,
      name: staffId,
      report: { funnel: { won, worked } } as Report,
    })
    const rows = closingByPerson([person('a', 0, 0), person('b', 0, 3), person('c', 2, 4), person('d', 1, 2)])
    expect(rows.map(({ staffId }) => staffId)).toEqual(['c', 'd', 'b', 'a'])
    expect(rows.at(-1)?.rate).toBeNull()
  })
})
