/** Chance that can be repeated: the same seed gives the same store. */
export type Random = {
  /** A whole number from min to max, both included. */
  readonly int: (min: number, max: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(values: readonly T[]) => T
  readonly shuffled: <T>(values: readonly T[]) => readonly T[]
}

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (values) => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    shuffled: (values) => {
      const left = [...values]
      return values.flatMap(() => left.splice(int(0, left.length - 1), 1))
    },
  }
}
