import type { OpenBucket } from '../../values/grade.ts'
import type { MixedGrade } from '../control-points/customer-types.ts'
import type { LeverBase } from './lever-base.ts'

/**
 * Where the levers stand. F and C are the store's overall rates: the grades' own rates move in proportion. `mix` is the share of A, B
 * and C among the three, adding up to 1. `order`: who is followed up: as now, or A before B before C with the same number of hands.
 */
export type Levers = {
  readonly N: number
  readonly K: number
  readonly F: number
  readonly C: number
  readonly mix: Readonly<Record<MixedGrade, number>>
  readonly order: 'as_now' | 'best_first'
}

export type SimulatedGrade = {
  readonly bucket: OpenBucket
  readonly captured: number
  readonly worked: number
  readonly won: number
}
export type Simulated = {
  readonly captured: number
  readonly worked: number
  readonly won: number
  readonly grades: readonly SimulatedGrade[]
}

const MIXED: readonly MixedGrade[] = ['A', 'B', 'C']

/** The levers as the period had them: simulating with these gives back its own deals. */
export function leversOf({ N, K, F, C, grades }: LeverBase): Levers {
  const share = (bucket: MixedGrade) => grades.find((grade) => grade.bucket === bucket)?.share ?? 0
  const whole = share('A') + share('B') + share('C')
  const part = (bucket: MixedGrade) => (whole === 0 ? 0 : share(bucket) / whole)
  return { N, K, F, C, mix: { A: part('A'), B: part('B'), C: part('C') }, order: 'as_now' }
}

/**
 * deals = N x K x sum over g of (p_g x F_g x C_g) (domain.md 1), p_g the share of g among all captured, D and ungraded included. A
 * grade of which nothing is known yet takes the store's overall rate.
 *
 * The worked example (N 2000, K 40%, F 50%, C_A .60, C_B .40, C_C .157, P 10/20/70): 100 deals; N 2500 -> 125, K 50% -> 125,
 * F 60% -> 120, C 30% -> 120, P 15/25/60 -> 114, the same 400 follow-ups given to A first, then B, then C -> 137.
 */
export function simulate(base: LeverBase, levers: Levers): Simulated {
  const captured = levers.N * levers.K
  const shares = sharesUnder(base, levers.mix)
  const before = base.grades.map(({ share }) => share)
  const F = scaled(
    base.grades.map(({ F: rate }) => rate ?? base.F),
    before,
    levers.F,
  )
  const C = scaled(
    base.grades.map(({ C: rate }) => rate ?? base.C),
    before.map((share, i) => share * (base.grades[i]?.F ?? base.F)),
    levers.C,
  )
  const asNow = shares.map((share, i) => captured * share * (F[i] ?? 0))
  const worked = levers.order === 'as_now' ? asNow : bestFirst(base, captured, shares, sum(asNow))
  const grades = base.grades.map(({ bucket }, i) => ({
    bucket,
    captured: captured * (shares[i] ?? 0),
    worked: worked[i] ?? 0,
    won: (worked[i] ?? 0) * (C[i] ?? 0),
  }))
  return { captured, worked: sum(worked), won: sum(grades.map(({ won }) => won)), grades }
}

/** The share of each grade among the captured: what A, B and C are together is dealt anew among the three. */
function sharesUnder(base: LeverBase, mix: Levers['mix']): number[] {
  const isMixed = (bucket: OpenBucket): bucket is MixedGrade => MIXED.some((grade) => grade === bucket)
  const whole = sum(base.grades.map(({ bucket, share }) => (isMixed(bucket) ? share : 0)))
  return base.grades.map(({ bucket, share }) => (isMixed(bucket) ? whole * mix[bucket] : share))
}

/**
 * Rates multiplied so that, weighed, they average `wanted`. None goes above 1: what one cannot take is spread over the others.
 * Every rate at 1 is the most there is.
 */
function scaled(rates: readonly number[], weights: readonly number[], wanted: number): number[] {
  const full = new Set<number>()
  const weigh = (value: (i: number) => number) => sum(weights.map((weight, i) => weight * value(i)))
  // Each round fills at least one more rate up to 1, so that there are at most as many.
  for (;;) {
    const rest = wanted * sum(weights) - weigh((i) => (full.has(i) ? 1 : 0))
    const factor = rest / weigh((i) => (full.has(i) ? 0 : (rates[i] ?? 0)))
    const over = rates.flatMap((rate, i) => (!full.has(i) && rate * factor > 1 ? [i] : []))
    if (over.length === 0)
      return rates.map((rate, i) => (full.has(i) ? 1 : Number.isFinite(factor) ? rate * factor : rate))
    for (const i of over) full.add(i)
  }
}

/** The same number of worked leads, A before B before C, then D and the ungraded; nobody is worked twice. */
function bestFirst(base: LeverBase, captured: number, shares: readonly number[], hands: number): number[] {
  const order: readonly OpenBucket[] = ['A', 'B', 'C', 'D', 'ungraded']
  const worked = shares.map(() => 0)
  let left = hands
  for (const bucket of order) {
    const i = base.grades.findIndex((grade) => grade.bucket === bucket)
    if (i === -1) continue
    const taken = Math.min(left, captured * (shares[i] ?? 0))
    worked[i] = taken
    left -= taken
  }
  return worked
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
