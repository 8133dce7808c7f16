import { describe, expect, it } from 'vitest'
import { proposedDate, quickDates } from '../../renderer/components/floor/next-dates.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const day = (text: string) => text as BusinessDate
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const cadence = { cadenceDays: { A: 2, B: 7, C: 15, D: 90 }, openWeekdays: EVERY_DAY }
// A Sunday.
const today = day('2026-11-22')

describe('the next dates offered', () => {
  it.each([
    ['A', ['cadence 2026-11-24', 'tomorrow 2026-11-23', 'threeDays 2026-11-25', 'week 2026-11-29']],
    ['B', ['cadence 2026-11-29', 'tomorrow 2026-11-23', 'threeDays 2026-11-25']],
    ['D', ['cadence 2027-02-20', 'tomorrow 2026-11-23', 'threeDays 2026-11-25', 'week 2026-11-29']],
    [null, ['cadence 2026-12-07', 'tomorrow 2026-11-23', 'threeDays 2026-11-25', 'week 2026-11-29']],
  ] as const)('for grade %s: its cadence first, no date twice', (grade, offered) => {
    expect(quickDates(today, grade, cadence).map(({ kind, date }) => `${kind} ${date}`)).toEqual(offered)
  })

  it('a cadence that ends on a closed day moves to the next open one; a day said by name does not', () => {
    const closedOnTuesdays = { ...cadence, openWeekdays: [1, 3, 4, 5, 6, 7] }
    const dates = quickDates(today, 'A', closedOnTuesdays)
    expect(dates[0]).toEqual({ kind: 'cadence', date: '2026-11-25' })
    expect(dates.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-23', '2026-11-29'])
  })

  it.each([
    [null, '2026-11-24'],
    ['reached', '2026-11-24'],
    ['appointment', '2026-11-24'],
    ['refused', '2026-11-24'],
    ['not_reached', '2026-11-23'],
  ] as const)('after %s proposes %s', (outcome, date) => {
    expect(proposedDate(quickDates(today, 'A', cadence), outcome)).toBe(date)
  })

  it('proposes the cadence to who was not reached where it is tomorrow anyway', () => {
    const daily = { ...cadence, cadenceDays: { ...cadence.cadenceDays, A: 1 } }
    expect(proposedDate(quickDates(today, 'A', daily), 'not_reached')).toBe('2026-11-23')
  })
})
