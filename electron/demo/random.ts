/** A seeded source of chance: the same seed gives the same showroom, byte for byte. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number in [from, to], both included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  /** A count with this mean (Poisson). */
  readonly count: (mean: number) => number
}

/** mulberry32: small, fast and good enough for a story; never for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function only<T>(item: T | undefined): T {
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => only(list[int(0, list.length - 1)]),
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const hit = list.find(([, weight]) => (left -= weight) < 0) ?? list.at(-1)
      return only(hit)[0]
    },
    count: (mean) => {
      const limit = Math.exp(-mean)
      let product = next()
      let events = 0
      for (; product > limit; product *= next()) events += 1
      return events
    },
  }
}
