import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  learnWeekdayWeights,
  type SplitMethod,
  splitToDays,
  splitToPeople,
  splitWhole,
} from '../../shared/domain/targets/breakdown.ts'
import { daysWithoutEntry, targetOf } from '../../shared/domain/targets/open-days.ts'
import type { BusinessDate, Month } from '../../shared/values/business-date.ts'

const date = (text: string) => text as BusinessDate
const sumOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0)
const MAY = { from: date('2026-05-01'), to: date('2026-05-31') }

describe('splitWhole', () => {
  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [7, [2, 1, 1], [3, 2, 2]],
    [5, [0, 0], [3, 2]],
    [1, [0, 3, 0], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [100, [0.1, 0.2, 0.7], [10, 20, 70]],
  ])('%d by %j is %j', (whole, weights, shares) => {
    expect(splitWhole(whole, weights)).toEqual(shares)
  })

  it('always adds up, and nobody is more than one off the exact share', () => {
    const weight = fc.oneof(fc.nat(50), fc.double({ min: 0, max: 1e6, noNaN: true }))
    fc.assert(
      fc.property(fc.nat(5000), fc.array(weight, { minLength: 1, maxLength: 40 }), (whole, weights) => {
        const shares = splitWhole(whole, weights)
        expect(sumOf(shares)).toBe(whole)
        const total = sumOf(weights)
        shares.forEach((share, i) => {
          const exact = total === 0 ? whole / weights.length : (whole * (weights[i] ?? 0)) / total
          expect(Math.abs(share - exact)).toBeLessThan(1 + 1e-6)
        })
      }),
    )
  })

  it.each([
    [1.5, [1]],
    [-1, [1]],
    [3, []],
    [3, [Number.NaN]],
    [3, [-1, 2]],
  ])('refuses %d by %j', (whole, weights) => {
    expect(() => splitWhole(whole, weights)).toThrow(RangeError)
  })
})

describe('splitToPeople', () => {
  const people = [
    { id: 'a', recentDeals: 6, dailyCapacity: 10 },
    { id: 'b', recentDeals: 3, dailyCapacity: null },
    { id: 'c', recentDeals: 1, dailyCapacity: 20 },
  ]
  it.each<[SplitMethod, number[]]>([
    ['equally', [7, 7, 6]],
    ['byRecentDeals', [12, 6, 2]],
    ['byCapacity', [4, 7, 9]],
  ])('%s', (method, shares) => {
    expect(splitToPeople(20, people, method).map(({ deals }) => deals)).toEqual(shares)
  })
})

describe('splitToDays', () => {
  it('weeks are the sums of their days and add up to the whole, only on open days', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(60),
        fc.subarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 1 }),
        (whole, length, open) => {
          const to = new Date(Date.UTC(2026, 4, 8 + length)).toISOString().slice(0, 10)
          const weeks = splitToDays(
            whole,
            { from: date('2026-05-01'), to: date(to) },
            open.join(''),
            new Map([[6, 2.5]]),
          )
          expect(sumOf(weeks.map((week) => week.deals))).toBe(whole)
          for (const week of weeks) expect(sumOf(week.days.map((day) => day.deals))).toBe(week.deals)
          const days = weeks.flatMap((week) =>
            week.days.map((day) => String(((new Date(day.date).getUTCDay() + 6) % 7) + 1)),
          )
          expect(days.filter((weekday) => !open.includes(weekday))).toEqual([])
        },
      ),
    )
  })

  it('spreads a small target over the month', () => {
    const weeks = splitToDays(10, MAY, '1234567')
    expect(weeks.map((week) => week.deals)).toEqual([1, 3, 2, 2, 2])
  })
})

describe('learnWeekdayWeights', () => {
  it('weighs a Saturday on which everything is sold above the rest', () => {
    const saturdays = ['2026-05-02', '2026-05-09', '2026-05-16', '2026-05-23', '2026-05-30']
    const weights = learnWeekdayWeights(
      saturdays.map((day) => ({ orderedOn: date(day), count: 4 })),
      MAY,
      '1234567',
    )
    expect(weights.get(6)).toBeGreaterThan(3)
    expect(weights.get(1)).toBeLessThan(1)
  })

  it('weighs every day 1 without experience', () => {
    expect([...learnWeekdayWeights([], MAY, '135').values()]).toEqual([1, 1, 1])
  })
})

describe('targetOf', () => {
  const targets = [
    { month: '2026-05' as Month, deals: 31 },
    { month: '2026-06' as Month, deals: 60 },
  ]
  it.each([
    ['2026-05-01', '2026-05-31', '1234567', 31],
    ['2026-05-30', '2026-06-02', '1234567', 6],
    ['2026-05-01', '2026-07-01', '1234567', null],
    ['2026-05-04', '2026-05-10', '7', 31 / 5],
    ['2026-05-04', '2026-05-09', '7', 0],
    ['2026-05-04', '2026-05-09', '', null],
  ])('%s..%s open on %s is %s', (from, to, open, target) => {
    const sum = targetOf(date(from), date(to), open, targets)
    if (target === null) expect(sum).toBeNull()
    else expect(sum).toBeCloseTo(target, 12)
  })
})

describe('daysWithoutEntry', () => {
  it('lists open days only', () => {
    expect(daysWithoutEntry(date('2026-05-01'), date('2026-05-05'), '12345', [date('2026-05-04')])).toEqual([
      '2026-05-01',
      '2026-05-05',
    ])
  })
})
