import { isMixKnown, type LeverBase } from './lever-base.ts'
import { type Levers, leversOf, simulate } from './simulate.ts'

export const SINGLE_LEVERS = ['N', 'K', 'F', 'C', 'mix', 'order'] as const
export type SingleLever = (typeof SINGLE_LEVERS)[number]

/** What moving one lever alone would take to reach a number of deals. */
export type LeverNeed = {
  readonly lever: SingleLever
  /** The levers at the goal, or as far as this one goes. */
  readonly levers: Levers
  readonly deals: number
  readonly isReached: boolean
  /** Moved by how much of what it is now: 0.25 is a quarter more. Null for what has no size: the order. */
  readonly change: number | null
  /** Contacts a day beyond those of now; null when nothing is known of them. */
  readonly extraContactsPerDay: number | null
  /** Yuan for the further visitors, at what a visitor costs now. */
  readonly extraCost: number | null
}

const STEPS = 60

/**
 * Each lever alone on its way to `target` deals (domain.md 1: which single lever is the cheapest way there). A rate ends at 100%; the
 * mix moves by letting the same share of C become B and of B become A. What no lever of the kind can do says so.
 */
export function singleLevers(base: LeverBase, target: number): LeverNeed[] {
  return SINGLE_LEVERS.filter((lever) => lever !== 'mix' || isMixKnown(base)).map((lever) =>
    needOf(base, lever, target),
  )
}

function needOf(base: LeverBase, lever: SingleLever, target: number): LeverNeed {
  const furthest = lever === 'N' ? Math.max(2, (2 * target) / simulate(base, leversOf(base)).won) : 1
  const dealsAt = (way: number) => simulate(base, moved(base, lever, way * furthest)).won
  const isReached = dealsAt(1) >= target - 1e-9
  const way = lever === 'order' || !isReached ? 1 : shortest(dealsAt, target)
  const levers = moved(base, lever, way * furthest)
  const { won, worked } = simulate(base, levers)
  const { contactsPerDay, costPerVisit } = base
  const workedNow = simulate(base, leversOf(base)).worked
  return {
    lever,
    levers,
    deals: won,
    isReached,
    change: changeOf(base, lever, levers),
    extraContactsPerDay: contactsPerDay === null ? null : contactsPerDay * (worked / workedNow - 1),
    extraCost: lever !== 'N' ? 0 : costPerVisit === null ? null : costPerVisit * (levers.N - base.N),
  }
}

/** A lever pushed by `way`: N by so many times itself, a rate by so much of what is left to 100%, the mix by so much of C and B. */
function moved(base: LeverBase, lever: SingleLever, way: number): Levers {
  const now = leversOf(base)
  const towardsAll = (rate: number) => rate + (1 - rate) * way
  switch (lever) {
    case 'N':
      return { ...now, N: base.N * (1 + way) }
    case 'K':
      return { ...now, K: towardsAll(base.K) }
    case 'F':
      return { ...now, F: towardsAll(base.F) }
    case 'C':
      return { ...now, C: towardsAll(base.C) }
    case 'mix': {
      const { A, B, C } = now.mix
      return { ...now, mix: { A: A + B * way, B: B - B * way + C * way, C: C - C * way } }
    }
    case 'order':
      return { ...now, order: 'best_first' }
  }
}

/** The least of 0..1 that gives the deals, by halving: deals never fall along the way of a lever that reaches them. */
function shortest(dealsAt: (way: number) => number, target: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (dealsAt(middle) >= target) high = middle
    else low = middle
  }
  return high
}

function changeOf(base: LeverBase, lever: SingleLever, levers: Levers): number | null {
  switch (lever) {
    case 'N':
    case 'K':
    case 'F':
    case 'C':
      return levers[lever] / base[lever] - 1
    case 'mix':
      return levers.mix.A - leversOf(base).mix.A
    case 'order':
      return null
  }
}

/** The reachable lever that has to move least, of equals the one that costs least; null when none alone gets there. */
export function leastMove(needs: readonly LeverNeed[]): SingleLever | null {
  const rates = needs.filter(({ isReached, change, lever }) => isReached && change !== null && lever !== 'mix')
  const move = ({ change }: LeverNeed) => Math.round((change ?? 0) * 1e6)
  const cost = ({ extraCost }: LeverNeed) => extraCost ?? Number.MAX_VALUE
  return rates.toSorted((a, b) => move(a) - move(b) || cost(a) - cost(b))[0]?.lever ?? null
}
