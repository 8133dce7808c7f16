import { describe, expect, it } from 'vitest'
import type { GradeDecision } from '../../shared/domain/screening/decide-grade.ts'
import { decideGrade } from '../../shared/domain/screening/decide-grade.ts'
import { noFacts, type ScreeningFacts } from '../../shared/domain/screening/facts.ts'
import { countMoves, movesUnder } from '../../shared/domain/screening/moves-under.ts'
import type { RuleSet } from '../../shared/domain/screening/rule-set.ts'
import { defaultRuleSet } from '../../shared/domain/screening/rule-set.ts'
import { cadencesOf, GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import { workload } from '../../shared/domain/screening/workload.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'

const today = '2026-05-13' as BusinessDate
const byRules = (grade: 'A' | 'B' | 'C' | 'D'): GradeDecision => ({ grade, reason: null, source: 'rules' })
const overridden: GradeDecision = { grade: 'A', reason: '老客户担保，下周就定', source: 'override' }

describe('the grade a person saves', () => {
  it('is the proposed one', () => {
    expect(decideGrade({ proposed: 'B', current: null, factsChanged: false })).toEqual({ ok: true, ...byRules('B') })
    expect(decideGrade({ proposed: 'B', current: byRules('C'), factsChanged: true })).toEqual({
      ok: true,
      ...byRules('B'),
    })
  })

  it('is another one only with a reason', () => {
    const question = { proposed: 'C', current: byRules('C'), factsChanged: false } as const
    for (const reason of [null, '', '  ', '　']) {
      expect(decideGrade({ ...question, override: { grade: 'A', reason } })).toEqual({
        ok: false,
        code: 'override_reason_missing',
      })
    }
    expect(decideGrade({ ...question, override: { grade: 'A', reason: ' 老客户担保，下周就定 ' } })).toEqual({
      ok: true,
      ...overridden,
    })
  })

  it('stays overridden until the facts change', () => {
    expect(decideGrade({ proposed: 'C', current: overridden, factsChanged: false })).toEqual({
      ok: true,
      ...overridden,
    })
    expect(decideGrade({ proposed: 'C', current: overridden, factsChanged: true })).toEqual({
      ok: true,
      ...byRules('C'),
    })
  })

  it('goes back to the rules when the person chooses what they propose, without a reason', () => {
    const answer = decideGrade({
      proposed: 'C',
      current: overridden,
      override: { grade: 'C', reason: null },
      factsChanged: false,
    })
    expect(answer).toEqual({ ok: true, ...byRules('C') })
  })
})

describe('what a change of rules would move', () => {
  const stricter: RuleSet = {
    ...defaultRuleSet,
    version: 2,
    rules: defaultRuleSet.rules.map((rule) =>
      rule.id === 'something_first' ? { ...rule, anyOf: [[{ fact: 'horizonMonths', op: 'atMost', value: 4 }]] } : rule,
    ),
  }
  const lead = (leadId: string, grade: Grade, facts: Partial<ScreeningFacts>, isOverridden = false) => ({
    leadId,
    grade,
    isOverridden,
    facts: { ...noFacts, ...facts },
  })
  const leads = [
    lead('four', 'B', { horizonMonths: 4 }),
    lead('five', 'B', { horizonMonths: 5 }),
    lead('desire', 'B', { stage: 'desire' }),
    lead('waiting', 'B', { waitingFor: '等年终奖', contentWithCurrent: true }),
    lead('decided', 'A', { stage: 'decision' }),
    lead('by a person', 'B', { stage: 'desire' }, true),
    lead('from an import', 'A', { stage: 'desire' }),
    lead('is so already', 'C', { stage: 'desire' }),
  ]

  it('names the leads that move, and counts those whose grade is not the rules’', () => {
    const { moves, ...counts } = movesUnder(defaultRuleSet, stricter, leads, today)
    expect(counts).toEqual({ leads: 8, kept: 2 })
    expect(moves).toEqual([
      { leadId: 'five', from: 'B', to: 'C' },
      { leadId: 'desire', from: 'B', to: 'C' },
      { leadId: 'waiting', from: 'B', to: 'D' },
    ])
    expect(countMoves(moves)).toEqual([
      { from: 'B', to: 'C', leads: 2 },
      { from: 'B', to: 'D', leads: 1 },
    ])
  })

  it('is nothing when nothing changed', () => {
    expect(movesUnder(defaultRuleSet, defaultRuleSet, leads, today)).toEqual({ leads: 8, moves: [], kept: 0 })
  })
})

describe('schemes and workload', () => {
  it('the presets say what domain.md 3 says', () => {
    expect(cadencesOf(GRADE_SCHEMES.abcd)).toEqual({ A: 2, B: 7, C: 15, D: 90 })
    expect(cadencesOf(GRADE_SCHEMES.habc)).toEqual({ A: 2, B: 7, C: 14, D: 30 })
    const horizons = ({ A, B, C, D }: (typeof GRADE_SCHEMES)['habc' | 'days']) => [A, B, C, D].map((s) => s.horizonDays)
    expect(horizons(GRADE_SCHEMES.habc)).toEqual([7, 30, 90, null])
    expect(horizons(GRADE_SCHEMES.days)).toEqual([7, 15, 30, 90])
    const { A, B, C, D } = GRADE_SCHEMES.habc
    expect([A, B, C, D].map(({ label }) => label)).toEqual(['H', 'A', 'B', 'C'])
  })

  it('contacts owed per day = sum of stock / cadence', () => {
    const cadence = cadencesOf(GRADE_SCHEMES.abcd)
    expect(workload({ A: 10, B: 14, C: 30, D: 90 }, cadence)).toBeCloseTo(5 + 2 + 2 + 1)
    expect(workload({ A: 0, B: 0, C: 0, D: 0 }, cadence)).toBe(0)
  })
})
