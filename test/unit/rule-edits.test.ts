import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conditionFor,
  factsLeft,
  newCondition,
  partsOf,
  withCondition,
  withParts,
  withWay,
} from '../../renderer/screens/settings/rules/rule-draft.ts'
import { gradeAlternatives } from '../../shared/contract/rules.ts'
import { monthsLater, noFacts, type ScreeningFacts } from '../../shared/domain/screening/facts.ts'
import {
  alternativesOf,
  type GradeAlternatives,
  isShipped,
  ruleSetOf,
  sameAlternatives,
  withHorizonsOf,
} from '../../shared/domain/screening/rule-edits.ts'
import { checkRules } from '../../shared/domain/screening/rule-faults.ts'
import { type Condition, defaultRuleSet } from '../../shared/domain/screening/rule-set.ts'
import { GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import { asker, gradeUnder, screen } from '../../shared/domain/screening/screen.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { GRADES, STAGES } from '../../shared/values/grade.ts'

const today = '2026-05-13' as BusinessDate
const shipped = alternativesOf(defaultRuleSet)
const within = (value: number): Condition => ({ fact: 'horizonMonths', op: 'atMost', value })
const over = (value: number): Condition => ({ fact: 'horizonMonths', op: 'over', value })
const withinDays = (value: number): Condition => ({ fact: 'horizonMonths', op: 'withinDays', value })
const wants: Condition = { fact: 'wantsNewCar', op: 'is', value: true }

const yesNo = fc.constantFrom('selectionStarted' as const, 'wantsNewCar' as const, 'contentWithCurrent' as const)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constant('horizonMonths' as const),
    op: fc.constantFrom('atMost' as const, 'over' as const),
    value: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    fact: fc.constant('horizonMonths' as const),
    op: fc.constantFrom('withinDays' as const, 'beyondDays' as const),
    value: fc.integer({ min: 1, max: 200 }),
  }),
  fc.record({ fact: yesNo, op: fc.constant('is' as const), value: fc.boolean() }),
  fc.subarray([...STAGES], { minLength: 1 }).map((value) => ({ fact: 'stage' as const, op: 'oneOf' as const, value })),
  fc
    .constantFrom('waitingFor' as const, 'budget' as const)
    .map((fact) => ({ fact, op: 'known' as const, value: true as const })),
)
const ways = fc.array(fc.uniqueArray(condition, { selector: ({ fact }) => fact, minLength: 1, maxLength: 3 }), {
  maxLength: 3,
})
const alternatives: fc.Arbitrary<GradeAlternatives> = fc.record({ A: ways, B: ways, C: ways, D: ways })
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const facts: fc.Arbitrary<ScreeningFacts> = fc.record({
  horizonMonths: fc.constant(null),
  expectedOn: nullable(fc.integer({ min: 0, max: 420 }).map((days) => addDays(today, days))),
  selectionStarted: nullable(fc.boolean()),
  waitingFor: nullable(fc.constant('年终奖')),
  wantsNewCar: nullable(fc.boolean()),
  contentWithCurrent: nullable(fc.boolean()),
  stage: nullable(fc.constantFrom(...STAGES)),
  budget: nullable(fc.constant('15万')),
  decider: fc.constant(null),
  competitor: fc.constant(null),
})

describe('an edited rule', () => {
  it('grades by its new number of months, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 }), (limit, months) => {
        const edited = ruleSetOf(2, { ...shipped, A: [[within(limit)]] })
        const lead = { ...noFacts, expectedOn: monthsLater(today, months) }
        expect(gradeUnder(edited, lead, today) === 'A').toBe(months <= limit)
      }),
    )
  })

  it('grades by days, which come nearer by themselves', () => {
    const edited = ruleSetOf(2, { ...shipped, A: [[withinDays(7)]] })
    const lead = { ...noFacts, expectedOn: addDays(today, 8) }
    expect(gradeUnder(edited, lead, today)).toBe('B')
    expect(gradeUnder(edited, lead, addDays(today, 1))).toBe('A')
    // Nobody has said the day: a month counts 30.
    expect(gradeUnder(edited, { ...noFacts, horizonMonths: 0 }, today)).toBe('A')
    expect(gradeUnder(edited, { ...noFacts, horizonMonths: 1 }, today)).toBe('B')
  })

  it('says which facts it went by, also in days', () => {
    const edited = ruleSetOf(2, { ...shipped, A: [[withinDays(7)]] })
    const context = { today, cadenceDays: { A: 2, B: 7, C: 15, D: 90 } }
    const screening = screen({ ...noFacts, expectedOn: addDays(today, 5) }, edited, context)
    expect(screening.because).toEqual([{ rule: 'ready_to_buy', facts: [{ fact: 'horizonMonths', value: 1 }] }])
  })

  it('matches first from A to D, else the fallback', () => {
    fc.assert(
      fc.property(alternatives, facts, (edited, lead) => {
        const first = GRADES.find((grade) => edited[grade].some(asker(lead, today)))
        expect(gradeUnder(ruleSetOf(2, edited), lead, today)).toBe(first ?? 'C')
      }),
    )
  })

  it('is stored and read back as it was', () => {
    fc.assert(
      fc.property(alternatives, (edited) => {
        const read = gradeAlternatives.parse(JSON.parse(JSON.stringify(edited)))
        expect(sameAlternatives(alternativesOf(ruleSetOf(2, read)), edited)).toBe(true)
      }),
    )
    expect(ruleSetOf(1, shipped)).toEqual(defaultRuleSet)
  })

  it('knows which rules still are the method’s', () => {
    const edited = ruleSetOf(2, { ...shipped, B: [[within(5)]] })
    expect(edited.rules.filter(isShipped).map(({ grade }) => grade)).toEqual(['A', 'C', 'D'])
  })
})

describe('whether rules can be saved', () => {
  it('what ships can, and every line of it decides something', () => {
    expect(checkRules(shipped)).toEqual({ faults: [], idle: [] })
  })

  it.each<[string, Partial<GradeAlternatives>, string[]]>([
    ['an empty line', { B: [[]] }, ['B 0 empty_alternative']],
    ['no stage ticked', { B: [[{ fact: 'stage', op: 'oneOf', value: [] }]] }, ['B 0 no_stage']],
    ['the same question twice', { A: [[within(3), wants, within(2)]] }, ['A 0 repeated_fact']],
    ['a grade without a line', { A: [] }, ['A null grade_unreachable']],
    ['a grade whose line contradicts itself', { A: [[within(3), over(3)]] }, ['A null grade_unreachable']],
    [
      'a grade that the ones above take whole',
      { A: [[over(0)], [within(0)]], B: [[within(6)]] },
      ['B null grade_unreachable'],
    ],
    ['4 to 6 months', { B: [[over(3), within(6)]] }, []],
    ['C without a line, which what nobody knows falls to', { C: [] }, []],
  ])('%s', (_, change, faults) => {
    const found = checkRules({ ...shipped, ...change }).faults
    expect(found.map(({ grade, at, code }) => `${grade} ${at} ${code}`)).toEqual(faults)
  })

  it('points at a line that decides nothing', () => {
    const covered = { ...shipped, B: [[within(6)], [within(4)]] }
    expect(checkRules(covered).idle).toEqual([{ grade: 'B', at: 1 }])
  })

  it('agrees with what happens to any lead', () => {
    fc.assert(
      fc.property(alternatives, facts, (edited, lead) => {
        const { faults, idle } = checkRules(edited)
        if (faults.some(({ at }) => at !== null)) return
        const grade = gradeUnder(ruleSetOf(2, edited), lead, today)
        expect(faults).not.toContainEqual({ grade, at: null, code: 'grade_unreachable' })
        const at = edited[grade].findIndex(asker(lead, today))
        if (at >= 0) expect(idle).not.toContainEqual({ grade, at })
      }),
      { numRuns: 300 },
    )
  })
})

describe('the horizons of a scheme', () => {
  const of = (scheme: keyof typeof GRADE_SCHEMES) => withHorizonsOf(GRADE_SCHEMES[scheme], shipped)
  const horizonsIn = (edited: GradeAlternatives) =>
    GRADES.map((grade) => edited[grade].flat().filter(({ fact }) => fact === 'horizonMonths'))

  it('of A/B/C/D are those of the method', () => {
    expect(of('abcd')).toEqual(shipped)
  })

  it('of the others take their place, the last slot beyond all before', () => {
    expect(horizonsIn(of('habc'))).toEqual([[withinDays(7)], [within(1)], [within(3)], [over(3)]])
    expect(horizonsIn(of('days'))).toEqual([[withinDays(7)], [withinDays(15)], [within(1)], [over(1)]])
  })

  it('leave rules that can be saved, go on asking all else, and once is enough', () => {
    for (const scheme of ['habc', 'days'] as const) {
      const edited = of(scheme)
      expect(checkRules(edited).faults).toEqual([])
      expect(edited.A[0]?.[0]).toEqual({ fact: 'selectionStarted', op: 'is', value: true })
      expect(withHorizonsOf(GRADE_SCHEMES[scheme], edited)).toEqual(edited)
      expect(withHorizonsOf(GRADE_SCHEMES.abcd, edited).A).toEqual(shipped.A)
    }
  })
})

describe('the editor', () => {
  it('offers what is not asked yet, and the horizon from its other side', () => {
    const way = [within(6)]
    expect(factsLeft(way)).toContain('horizonMonths')
    expect(conditionFor(way, 'horizonMonths')).toEqual(over(6))
    expect(factsLeft([...way, over(3), wants])).not.toContain('horizonMonths')
    expect(factsLeft([wants])).not.toContain('wantsNewCar')
  })

  it('every fact begins with a condition that can be sent', () => {
    for (const fact of defaultRuleSet.questions) {
      expect(gradeAlternatives.safeParse({ A: [[newCondition(fact)]], B: [], C: [], D: [] }).success).toBe(true)
    }
  })

  it('a line that asks nothing any more is gone', () => {
    expect(withWay([[wants], [within(3)]], 0, withCondition([wants], 0, null))).toEqual([[within(3)]])
  })

  it('a horizon keeps its other parts, and stays one that can be sent', () => {
    const horizon = condition.filter((one) => one.fact === 'horizonMonths')
    const change = fc.record(
      {
        side: fc.constantFrom('within' as const, 'beyond' as const),
        unit: fc.constantFrom('months' as const, 'days' as const),
        value: fc.integer({ min: 0, max: 3650 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(horizon, change, (before, changed) => {
        const after = withParts(before, changed)
        expect(partsOf(after)).toEqual({
          ...partsOf(before),
          ...('side' in changed && { side: changed.side }),
          ...('unit' in changed && { unit: changed.unit }),
        })
        expect(gradeAlternatives.safeParse({ A: [[after]], B: [], C: [], D: [] }).success).toBe(true)
      }),
    )
  })
})
