import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { isMixKnown, type LeverBase, leverBaseOf } from '../../shared/domain/levers/lever-base.ts'
import { type Levers, leversOf, simulate } from '../../shared/domain/levers/simulate.ts'
import { leastMove, singleLevers } from '../../shared/domain/levers/single-levers.ts'
import { buildReport } from '../../shared/domain/report.ts'

/** The worked example of domain.md 1, from its own store. */
function workedExample(): LeverBase {
  const db = openStore(':memory:')
  importFolder(db, join(import.meta.dirname, '../golden/worked-example/store'))
  const query = { from: '2026-05-01', to: '2026-05-31', asOf: '2026-05-31', staffId: null } as ReportQuery
  const base = leverBaseOf(buildReport(readFacts(db, query)))
  db.close()
  if (base === null) throw new Error('the worked example has a chain')
  return base
}

const base = workedExample()
const now = leversOf(base)
const dealsWith = (levers: Partial<Levers>) => simulate(base, { ...now, ...levers }).won

describe('the worked example', () => {
  it.each<[string, Partial<Levers>, number]>([
    ['as it is', {}, 100],
    ['N 2500', { N: 2500 }, 125],
    ['K 50%', { K: 0.5 }, 125],
    ['F 60%', { F: 0.6 }, 120],
    ['C 30%', { C: 0.3 }, 120],
    ['P 15/25/60', { mix: { A: 0.15, B: 0.25, C: 0.6 } }, 114],
    ['A first', { order: 'best_first' }, 137],
  ])('%s', (_, levers, deals) => expect(Math.round(dealsWith(levers))).toBe(deals))

  it('has its own rates by grade', () => {
    expect(base).toMatchObject({ N: 2000, K: 0.4, F: 0.5, C: 0.25 })
    expect(isMixKnown(base)).toBe(true)
    expect(base.grades.map(({ share }) => share).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  })

  it('says what each lever alone needs for 120 deals', () => {
    const needs = Object.fromEntries(singleLevers(base, 120).map((need) => [need.lever, need]))
    expect(needs['N']?.levers.N).toBeCloseTo(2400, 6)
    expect(needs['K']?.levers.K).toBeCloseTo(0.48, 9)
    expect(needs['F']?.levers.F).toBeCloseTo(0.6, 9)
    expect(needs['C']?.levers.C).toBeCloseTo(0.3, 9)
    expect(needs['order']).toMatchObject({ isReached: true, change: null })
    expect(needs['C']?.extraContactsPerDay).toBeCloseTo(0, 9)
  })

  it('says so when a lever cannot do it alone', () => {
    const needs = singleLevers(base, 1000)
    expect(needs.filter(({ isReached }) => isReached).map(({ lever }) => lever)).toEqual(['N'])
    expect(leastMove(needs)).toBe('N')
    expect(needs.find(({ lever }) => lever === 'K')).toMatchObject({ levers: { K: 1 }, isReached: false })
  })
})

describe('a grade whose closing rate is not known', () => {
  const blind: LeverBase = {
    ...base,
    grades: base.grades.map((grade) => (grade.bucket === 'A' ? { ...grade, F: null, C: null } : grade)),
  }
  it('leaves the mix out of what could help', () => {
    expect(isMixKnown(blind)).toBe(false)
    expect(singleLevers(blind, 120).map(({ lever }) => lever)).not.toContain('mix')
  })
})

const rate = fc.double({ min: 0.01, max: 1, noNaN: true })
const grades = fc
  .array(fc.record({ weight: fc.double({ min: 0.01, max: 1, noNaN: true }), F: rate, C: rate }), {
    minLength: 5,
    maxLength: 5,
  })
  .map((five): LeverBase => {
    const total = five.reduce((sum, { weight }) => sum + weight, 0)
    const buckets = ['ungraded', 'A', 'B', 'C', 'D'] as const
    const made = five.map(({ weight, F, C }, i) => ({ bucket: buckets[i] ?? 'D', share: weight / total, F, C }))
    const F = made.reduce((sum, one) => sum + one.share * one.F, 0)
    const C = made.reduce((sum, one) => sum + one.share * one.F * one.C, 0) / F
    return { N: 1000, K: 0.4, F, C, grades: made, contactsPerDay: 10, costPerVisit: null }
  })

describe('whatever the store', () => {
  it('gives back its own deals when nothing is moved, and N x K x F x C with any levers', () => {
    fc.assert(
      fc.property(grades, rate, rate, (store, F, C) => {
        const still = leversOf(store)
        expect(simulate(store, still).won).toBeCloseTo(store.N * store.K * store.F * store.C, 6)
        expect(simulate(store, { ...still, F }).worked).toBeCloseTo(400 * F, 6)
        expect(simulate(store, { ...still, C }).won).toBeCloseTo(400 * store.F * C, 6)
      }),
    )
  })

  it('never works or wins more than there are, and best first never works more hands', () => {
    fc.assert(
      fc.property(grades, rate, rate, (store, F, C) => {
        const levers = { ...leversOf(store), F, C }
        const first = simulate(store, { ...levers, order: 'best_first' })
        for (const grade of [...simulate(store, levers).grades, ...first.grades]) {
          expect(grade.worked).toBeLessThanOrEqual(grade.captured + 1e-9)
          expect(grade.won).toBeLessThanOrEqual(grade.worked + 1e-9)
        }
        expect(first.worked).toBeCloseTo(simulate(store, levers).worked, 6)
      }),
    )
  })
})
