/** z of a two-sided 95% interval, as interchange.md fixes it. */
const Z_95 = 1.959964

export type Interval = readonly [low: number, high: number]

/**
 * Wilson score interval of hits / trials: honest also for few trials and rates near 0 or 1. Null without a trial.
 * E. B. Wilson, JASA 22 (1927): (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 */
export function wilson(hits: number, trials: number, z: number = Z_95): Interval | null {
  if (trials === 0) return null
  const rate = hits / trials
  const square = (z * z) / trials
  const middle = rate + square / 2
  const spread = z * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials))
  return [Math.max(0, (middle - spread) / (1 + square)), Math.min(1, (middle + spread) / (1 + square))]
}
