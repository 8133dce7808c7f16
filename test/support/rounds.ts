import { expect } from 'vitest'

/** `npm run test:long` asks for the full numbers, `npm test` for those that fit between two commits. */
export const isLong = process.env['NINEPOINT_LONG'] === '1'

/** How many rounds a rail runs: first what every test run does, then what the long run does. */
export function rounds(everyRun: number, longRun: number): number {
  return isLong ? longRun : everyRun
}

/** Of a journey's many alike, so many in every test run, spread over the list; all of them in the long run. */
export function someOf<T>(all: readonly T[], everyRun: number): readonly T[] {
  if (isLong) return all
  const step = Math.ceil(all.length / everyRun)
  return all.filter((_, nth) => nth % step === 0)
}

/**
 * The seed of a rail's random choices: a fixed one, so that a failure can be repeated; `NINEPOINT_SEED` asks for another one.
 */
export const seed = Number(process.env['NINEPOINT_SEED'] ?? 9)

/** Counts what was really done: a rail that ran no round must not be green. */
export function tally(wanted: number): { readonly done: () => void; readonly expectAll: () => void } {
  let count = 0
  return {
    done: () => {
      count += 1
    },
    expectAll: () => expect(count, 'rounds done').toBe(wanted),
  }
}
