import { GRADES, type Grade, OPEN_BUCKETS, type OpenBucket } from '../../values/grade.ts'
import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import type { CountedFigureKey } from '../figures.ts'
import { ratio } from '../measures/ratio.ts'

const MIXED = ['A', 'B', 'C'] as const
export type MixedGrade = (typeof MIXED)[number]

export type CustomerTypes = {
  readonly opening: Readonly<Record<OpenBucket, number>>
  readonly closing: Readonly<Record<OpenBucket, number>>
  readonly moves: Readonly<Record<string, number>>
  /** Moves by the bucket they lead to, and by the one they leave. */
  readonly movesIn: Readonly<Record<string, number>>
  readonly movesOut: Readonly<Record<string, number>>
  readonly mix: Readonly<Record<MixedGrade, number | null>>
  readonly captureMix: Readonly<Record<MixedGrade, number | null>>
  readonly closingRate: Readonly<Record<Grade, number | null>>
  readonly yield: Readonly<Record<Grade, number | null>>
  readonly salesByOrigin: Readonly<Record<OpenBucket, number>>
  readonly stockCoverage: number | null
  /** Deals to expect from the stock: sum over A..D of closing_g x yield_g, an unknown yield counting 0. */
  readonly stockValue: number
  /** Upgrades C>B + B>A + A>won: what the sieve lets through. */
  readonly sieve: number
  readonly leaksToD: number
  readonly leaksToLost: number
  /** The wholes of mix and captureMix. */
  readonly graded: number
  readonly capturedGraded: number
  readonly cohortByOrigin: Readonly<Record<OpenBucket, number>>
  readonly ownedByGrade: Readonly<Record<OpenBucket, number>>
  readonly workedByGrade: Readonly<Record<OpenBucket, number>>
  readonly wonByGrade: Readonly<Record<OpenBucket, number>>
}

/** Control point 1: grade mix, sieve and leak. `remaining` is what the target still wants. */
export function customerTypes(facts: Facts, remaining: number | null): CustomerTypes {
  const closing = byBucket(facts, 'customerTypes.closing')
  const moves = countBy(facts, 'customerTypes.moves')
  const cohortByOrigin = byBucket(facts, 'customerTypes.cohortByOrigin')
  const ownedByGrade = byBucket(facts, 'customerTypes.ownedByGrade')
  const workedByGrade = byBucket(facts, 'customerTypes.workedByGrade')
  const wonByGrade = byBucket(facts, 'customerTypes.wonByGrade')
  const yields = perGrade(GRADES, (grade) => ratio(wonByGrade[grade], ownedByGrade[grade]))
  const stockValue = GRADES.reduce((sum, grade) => sum + closing[grade] * (yields[grade] ?? 0), 0)
  return {
    opening: byBucket(facts, 'customerTypes.opening'),
    closing,
    moves,
    movesIn: countBy(facts, 'customerTypes.movesIn'),
    movesOut: countBy(facts, 'customerTypes.movesOut'),
    mix: mixOf(closing),
    captureMix: mixOf(cohortByOrigin),
    closingRate: perGrade(GRADES, (grade) => ratio(wonByGrade[grade], workedByGrade[grade])),
    yield: yields,
    salesByOrigin: byBucket(facts, 'customerTypes.salesByOrigin'),
    stockCoverage: ratio(stockValue, remaining),
    stockValue,
    sieve: (moves['C>B'] ?? 0) + (moves['B>A'] ?? 0) + (moves['A>won'] ?? 0),
    leaksToD: countOf(facts, 'customerTypes.leaksToD'),
    leaksToLost: countOf(facts, 'customerTypes.leaksToLost'),
    graded: countOf(facts, 'customerTypes.graded'),
    capturedGraded: countOf(facts, 'customerTypes.capturedGraded'),
    cohortByOrigin,
    ownedByGrade,
    workedByGrade,
    wonByGrade,
  }
}

function byBucket(facts: Facts, key: CountedFigureKey): Record<OpenBucket, number> {
  const counts = countBy(facts, key)
  return perGrade(OPEN_BUCKETS, (bucket) => counts[bucket] ?? 0)
}

function mixOf(counts: Readonly<Record<MixedGrade, number>>): Record<MixedGrade, number | null> {
  const whole = counts.A + counts.B + counts.C
  return perGrade(MIXED, (grade) => ratio(counts[grade], whole))
}

function perGrade<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
