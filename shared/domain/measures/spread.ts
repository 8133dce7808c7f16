import { median } from './median.ts'

type Tally = { readonly value: number; readonly count: number }

/** The middle of counted values, the middle half of them, and how many there are. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number; readonly size: number }

/**
 * Median and quartiles, the quartiles being the medians of the lower and of the upper half (an odd middle value belongs to
 * neither). Null without a value. 1, 2, 3, 4, 9 -> 3, between 1.5 and 6.5.
 */
export function spreadOf(values: readonly Tally[]): Spread | null {
  const middle = median(values)
  if (middle === null) return null
  const rising = [...values].sort((a, b) => a.value - b.value)
  const size = rising.reduce((sum, { count }) => sum + count, 0)
  const half = Math.floor(size / 2)
  const low = median(firstOf(rising, half)) ?? middle
  const high = median(firstOf(rising.toReversed(), half)) ?? middle
  return { median: middle, low, high, size }
}

function firstOf(values: readonly Tally[], size: number): Tally[] {
  let left = size
  return values.map(({ value, count }) => {
    const taken = Math.min(count, left)
    left -= taken
    return { value, count: taken }
  })
}
