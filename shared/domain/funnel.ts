import { countOf } from './counting.ts'
import type { Facts } from './facts.ts'
import { ratio } from './measures/ratio.ts'

export type Funnel = {
  readonly N: number
  readonly captured: number
  readonly K: number | null
  readonly owned: number
  readonly worked: number
  readonly won: number
  readonly F: number | null
  readonly C: number | null
}

/** deals = N x K x F x C (domain.md 1); exact as fractions for the store, where owned = captured. */
export function funnelOf(facts: Facts): Funnel {
  const N = countOf(facts, 'funnel.N')
  const captured = countOf(facts, 'funnel.captured')
  const owned = countOf(facts, 'funnel.owned')
  const worked = countOf(facts, 'funnel.worked')
  const won = countOf(facts, 'funnel.won')
  return { N, captured, K: ratio(captured, N), owned, worked, won, F: ratio(worked, owned), C: ratio(won, worked) }
}
