/** The middle value of counted values (an even number: the mean of the two middle ones); null without any. */
export function median(values: readonly { readonly value: number; readonly count: number }[]): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const size = sorted.reduce((sum, { count }) => sum + count, 0)
  if (size === 0) return null
  const at = (position: number): number => {
    let seen = 0
    for (const { value, count } of sorted) {
      seen += count
      if (position < seen) return value
    }
    throw new RangeError(`no value at ${position} of ${size}`)
  }
  return size % 2 === 1 ? at((size - 1) / 2) : (at(size / 2 - 1) + at(size / 2)) / 2
}
