/** "A ratio with denominator 0 is null." Null on either side stays null. */
export function ratio(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return numerator / denominator
}

/** "Every median: an even number = the mean of the two middle ones." */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/** Lists only what is not zero: a count is made when there is something to count. Any text is a key, "constructor" too. */
export function countEach(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** Wilson's score interval, z = 1.959964. */
export function wilson(successes: number, trials: number): readonly [number, number] | null {
  if (trials === 0) return null
  const z = 1.959964
  const p = successes / trials
  const middle = (p + (z * z) / (2 * trials)) / (1 + (z * z) / trials)
  const half = (z / (1 + (z * z) / trials)) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))
  return [middle - half, middle + half]
}
