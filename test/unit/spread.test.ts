import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../shared/domain/measures/spread.ts'

const ones = (...values: number[]) => values.map((value) => ({ value, count: 1 }))

describe('spreadOf', () => {
  it.each([
    ['1, 2, 3, 4, 9', ones(9, 1, 3, 2, 4), { median: 3, low: 1.5, high: 6.5, size: 5 }],
    ['an even number', ones(1, 2, 3, 4), { median: 2.5, low: 1.5, high: 3.5, size: 4 }],
    ['a single value', ones(7), { median: 7, low: 7, high: 7, size: 1 }],
    [
      'counted values',
      [
        { value: 2, count: 3 },
        { value: 0, count: 2 },
      ],
      { median: 2, low: 0, high: 2, size: 5 },
    ],
  ])('of %s', (_, values, spread) => {
    expect(spreadOf(values)).toEqual(spread)
  })

  it('of nothing is not known', () => {
    expect(spreadOf([])).toBeNull()
    expect(spreadOf([{ value: 3, count: 0 }])).toBeNull()
  })

  it('does not care how values are tallied, and holds the median between its halves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }), (values) => {
        const counts = Map.groupBy(values, (value) => value)
        const tallied = [...counts].map(([value, same]) => ({ value, count: same.length }))
        const spread = spreadOf(tallied)
        expect(spread).toEqual(spreadOf(ones(...values)))
        const { low, median, high } = spread ?? { low: 1, median: 0, high: 0 }
        expect(low <= median && median <= high).toBe(true)
      }),
    )
  })
})
