import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactName, ScreeningFacts } from '../../shared/domain/screening/facts.ts'
import { factValue, monthsUntil, noFacts } from '../../shared/domain/screening/facts.ts'
import { defaultRuleSet } from '../../shared/domain/screening/rule-set.ts'
import { cadencesOf, GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import { nextFollowUpDue, screen } from '../../shared/domain/screening/screen.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import { GRADES, STAGES } from '../../shared/values/grade.ts'

const today = '2026-05-13' as BusinessDate // a Wednesday
const context = { today, cadenceDays: cadencesOf(GRADE_SCHEMES.abcd) }
const screened = (facts: Partial<ScreeningFacts>) => screen({ ...noFacts, ...facts }, defaultRuleSet, context)

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
const anyFacts: fc.Arbitrary<ScreeningFacts> = fc.record({
  horizonMonths: maybe(fc.integer({ min: 0, max: 24 })),
  expectedOn: maybe(
    fc.constantFrom('2026-05-20', '2026-08-13', '2026-11-14', '2027-06-01').map((d) => d as BusinessDate),
  ),
  selectionStarted: maybe(fc.boolean()),
  waitingFor: maybe(fc.constantFrom('', '  ', '等置换')),
  wantsNewCar: maybe(fc.boolean()),
  contentWithCurrent: maybe(fc.boolean()),
  stage: maybe(fc.constantFrom(...STAGES)),
  budget: maybe(fc.constant('15-20万')),
  decider: maybe(fc.constant('爱人')),
  competitor: maybe(fc.constant('启岳 H6')),
})

describe('the default rules of domain.md 3, first match wins', () => {
  const table: readonly [Partial<ScreeningFacts>, Grade, string][] = [
    [{ selectionStarted: true, horizonMonths: 3 }, 'A', 'ready_to_buy'],
    [{ selectionStarted: true, horizonMonths: 0 }, 'A', 'ready_to_buy'],
    [{ stage: 'decision' }, 'A', 'ready_to_buy'],
    [{ stage: 'decision', horizonMonths: 9 }, 'A', 'ready_to_buy'],
    [{ selectionStarted: true, horizonMonths: 4 }, 'B', 'something_first'],
    [{ selectionStarted: false, horizonMonths: 3 }, 'B', 'something_first'],
    [{ horizonMonths: 3 }, 'B', 'something_first'],
    [{ horizonMonths: 6 }, 'B', 'something_first'],
    [{ waitingFor: '等旧车卖掉' }, 'B', 'something_first'],
    [{ waitingFor: '等旧车卖掉', horizonMonths: 12 }, 'B', 'something_first'],
    [{ stage: 'desire' }, 'B', 'something_first'],
    [{ stage: 'comparison' }, 'B', 'something_first'],
    [{ wantsNewCar: true }, 'C', 'no_urgency'],
    [{ horizonMonths: 7 }, 'C', 'no_urgency'],
    [{ stage: 'attention' }, 'C', 'no_urgency'],
    [{ stage: 'interest' }, 'C', 'no_urgency'],
    [{ wantsNewCar: true, contentWithCurrent: true }, 'C', 'no_urgency'],
    [{ contentWithCurrent: true }, 'D', 'content'],
    [{ contentWithCurrent: true, wantsNewCar: false }, 'D', 'content'],
    [{}, 'C', 'not_enough_known'],
    [{ waitingFor: ' ' }, 'C', 'not_enough_known'],
    [{ selectionStarted: true }, 'C', 'not_enough_known'],
    [{ wantsNewCar: false, contentWithCurrent: false }, 'C', 'not_enough_known'],
    [{ budget: '15万', competitor: '启岳 H6', decider: '爱人' }, 'C', 'not_enough_known'],
  ]
  it.each(table)('%j -> %s because of %s', (facts, grade, rule) => {
    const screening = screened(facts)
    expect(screening.grade).toBe(grade)
    expect(screening.because[0]?.rule).toBe(rule)
    expect(screening.known).toBe(rule !== 'not_enough_known')
  })

  it('names exactly the facts that made the grade', () => {
    expect(screened({ selectionStarted: true, horizonMonths: 2, wantsNewCar: true, budget: '15万' }).because).toEqual([
      {
        rule: 'ready_to_buy',
        facts: [
          { fact: 'selectionStarted', value: true },
          { fact: 'horizonMonths', value: 2 },
        ],
      },
    ])
    expect(screened({ horizonMonths: 5, stage: 'desire' }).because[0]?.facts.map(({ fact }) => fact)).toEqual([
      'horizonMonths',
      'stage',
    ])
  })
})

describe('what to ask next', () => {
  const table: readonly [Partial<ScreeningFacts>, readonly FactName[]][] = [
    [{}, ['stage', 'horizonMonths', 'waitingFor']],
    [{ wantsNewCar: true }, ['stage', 'horizonMonths', 'waitingFor']],
    [{ horizonMonths: 2 }, ['selectionStarted', 'stage']],
    [{ horizonMonths: 5 }, ['stage']],
  ]
  it.each(table)('%j -> %j', (facts, first) => {
    expect(screened(facts).missing.slice(0, first.length)).toEqual(first)
  })

  it('never asks for what is known, and asks for everything else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const unknown = defaultRuleSet.questions.filter((name) => factValue(facts, name, today) === null)
        expect([...screen(facts, defaultRuleSet, context).missing].sort()).toEqual([...unknown].sort())
      }),
    )
  })
})

describe('contradictions', () => {
  const table: readonly [Partial<ScreeningFacts>, readonly string[]][] = [
    [{ stage: 'decision', horizonMonths: 9 }, ['decided_but_far']],
    [{ stage: 'decision', horizonMonths: 6 }, []],
    [{ stage: 'attention', horizonMonths: 1 }, ['unaware_but_soon']],
    [{ stage: 'attention', horizonMonths: 2 }, []],
    [{ contentWithCurrent: true, wantsNewCar: true }, ['content_but_wants']],
    [{ contentWithCurrent: true, selectionStarted: true, horizonMonths: 3 }, ['content_but_choosing']],
    [{ contentWithCurrent: true, stage: 'decision' }, ['content_but_decided']],
    [{ selectionStarted: true, wantsNewCar: false }, ['choosing_but_unwanted']],
    [{ horizonMonths: 6, wantsNewCar: false }, ['soon_but_unwanted']],
    [{ stage: 'comparison', wantsNewCar: false }, ['eager_but_unwanted']],
    [{}, []],
  ]
  it.each(table)('%j -> %j', (facts, codes) => {
    expect(screened(facts).conflicts.map(({ code }) => code)).toEqual(codes)
  })

  it('every contradiction of the rule set is in the table', () => {
    const shown = new Set(table.flatMap(([, codes]) => codes))
    expect([...shown].sort()).toEqual(defaultRuleSet.contradictions.map(({ code }) => code).sort())
  })

  it('shows the facts that disagree', () => {
    expect(screened({ stage: 'decision', horizonMonths: 9 }).conflicts[0]?.facts).toEqual([
      { fact: 'stage', value: 'decision' },
      { fact: 'horizonMonths', value: 9 },
    ])
  })
})

describe('time', () => {
  it.each([
    ['2026-05-13', 0],
    ['2026-01-01', 0],
    ['2026-05-14', 1],
    ['2026-06-13', 1],
    ['2026-06-14', 2],
    ['2026-08-13', 3],
    ['2027-05-14', 13],
  ])('a purchase expected on %s is %i months away on 13 May 2026', (expectedOn, months) => {
    expect(monthsUntil(today, expectedOn as BusinessDate)).toBe(months)
  })

  it('one month from 31 January is the end of February', () => {
    expect(monthsUntil('2026-01-31' as BusinessDate, '2026-02-28' as BusinessDate)).toBe(1)
    expect(monthsUntil('2026-01-31' as BusinessDate, '2026-03-01' as BusinessDate)).toBe(2)
  })

  it('an expected date outweighs a horizon said once, so a lead comes nearer by itself', () => {
    const facts = { ...noFacts, selectionStarted: true, horizonMonths: 9, expectedOn: '2026-12-01' as BusinessDate }
    expect(screen(facts, defaultRuleSet, context).grade).toBe('C')
    expect(screen(facts, defaultRuleSet, { ...context, today: '2026-09-02' as BusinessDate }).grade).toBe('A')
  })

  it.each([
    ['A', { stage: 'decision' }, '2026-05-15'],
    ['B', { stage: 'desire' }, '2026-05-20'],
    ['C', {}, '2026-05-28'],
    ['D', { contentWithCurrent: true }, '2026-08-11'],
  ] as const)('a lead of grade %s is due by its cadence', (_, facts, due) => {
    expect(screened(facts).nextFollowUpDue).toBe(due)
  })

  it('counts from the given day and moves from a closed weekday to the next open one', () => {
    const facts = { ...noFacts, stage: 'decision' } as const
    const from = { ...context, countFrom: '2026-05-07' as BusinessDate }
    expect(screen(facts, defaultRuleSet, from).nextFollowUpDue).toBe('2026-05-09')
    expect(screen(facts, defaultRuleSet, { ...from, openWeekdays: [1, 2, 3, 4, 5] }).nextFollowUpDue).toBe('2026-05-11')
    expect(nextFollowUpDue(today, 2, [])).toBe('2026-05-15')
  })
})

describe('for any facts', () => {
  it('the same facts get the same answer, and blank text is no answer', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const blank = { ...facts, waitingFor: facts.waitingFor?.trim() === '' ? null : facts.waitingFor }
        expect(screen(blank, defaultRuleSet, context)).toEqual(screen({ ...facts }, defaultRuleSet, context))
      }),
    )
  })

  it('what no rule asks for never moves the grade', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const bare = { ...facts, budget: null, decider: null, competitor: null }
        expect(screen(bare, defaultRuleSet, context).grade).toBe(screen(facts, defaultRuleSet, context).grade)
      }),
    )
  })

  it('there is always one reason, and it carries facts unless nothing is known', () => {
    const reached = new Set<Grade>()
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { grade, because, known } = screen(facts, defaultRuleSet, context)
        reached.add(grade)
        expect(because).toHaveLength(1)
        expect((because[0]?.facts.length ?? 0) > 0).toBe(known)
      }),
      { numRuns: 500, seed: 7 },
    )
    expect([...reached].sort()).toEqual([...GRADES])
  })
})
