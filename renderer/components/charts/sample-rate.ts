import { wilson } from '../../../shared/domain/measures/wilson.ts'

/** Below this many trials a rate is uncertain enough to say so: its interval is shown, its bar is hatched. */
export const SMALL_SAMPLE = 30

/** hits of trials as a rate that knows how much it means. */
export type SampleRate = {
  readonly hits: number
  readonly trials: number
  readonly rate: number
  /** 95% interval (Wilson). */
  readonly low: number
  readonly high: number
  readonly isSmall: boolean
}

/** Null without a trial: nothing is known then, which is not a rate of 0. */
export function sampleRate(hits: number, trials: number): SampleRate | null {
  const interval = wilson(hits, trials)
  if (interval === null) return null
  return { hits, trials, rate: hits / trials, low: interval[0], high: interval[1], isSmall: trials < SMALL_SAMPLE }
}
