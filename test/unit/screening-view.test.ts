import { describe, expect, it } from 'vitest'
import { differences, draftOf, factsOf, verdictOf } from '../../renderer/screens/leads/screening-view.ts'
import type { LeadProfile } from '../../shared/contract/leads.ts'
import { expectedDay, sameFacts } from '../../shared/domain/screening/answers.ts'
import { noFacts } from '../../shared/domain/screening/facts.ts'
import { defaultRuleSet } from '../../shared/domain/screening/rule-set.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const day = (text: string) => text as BusinessDate
const today = day('2026-11-22')
const cadence = { cadenceDays: { A: 2, B: 7, C: 15, D: 90 }, openWeekdays: [1, 2, 3, 4, 5, 6, 7] }
const facts: LeadProfile['facts'] = { ...noFacts, model: null }
const lead = { facts, grade: null, overrideReason: null }
const ask = (change: Partial<Parameters<typeof verdictOf>[0]> = {}) =>
  verdictOf({
    draft: draftOf(facts, today),
    lead,
    chosen: null,
    reason: '',
    today,
    cadence,
    ruleSet: defaultRuleSet,
    ...change,
  })

describe('the expected day', () => {
  it.each([
    [3, null, '2027-02-22'],
    [3, '2027-02-01', '2027-02-01'],
    [2, '2027-02-01', '2027-01-22'],
    [null, '2027-02-01', null],
  ] as const)('%s months, expected before %s', (months, before, expected) => {
    expect(expectedDay(today, months, before === null ? null : day(before))).toBe(expected)
  })
})

describe('the same facts', () => {
  it('stay the same while their day comes nearer, and whatever the model', () => {
    const said = { ...noFacts, horizonMonths: 6, expectedOn: day('2027-02-01') }
    expect(sameFacts(said, { ...said, horizonMonths: 3 })).toBe(true)
    expect(sameFacts(said, { ...said, expectedOn: day('2027-03-01') })).toBe(false)
    expect(sameFacts({ ...noFacts, horizonMonths: 6 }, { ...noFacts, horizonMonths: 3 })).toBe(false)
  })

  it.each(['stage', 'waitingFor', 'budget', 'decider', 'competitor', 'wantsNewCar'] as const)(
    'differ in %s',
    (name) => {
      expect(
        sameFacts(noFacts, { ...noFacts, [name]: name === 'stage' ? 'desire' : name === 'wantsNewCar' ? false : 'x' }),
      ).toBe(false)
    },
  )
})

describe('answers on screen', () => {
  it('come back as they were sent', () => {
    const sent = { ...facts, selectionStarted: false, stage: 'desire' as const, budget: '20万', horizonMonths: 4 }
    const { expectedOn: _, ...expected } = sent
    expect(factsOf(draftOf(sent, today))).toEqual(expected)
  })

  it('show the months that are left, not those that were said', () => {
    expect(draftOf({ ...facts, horizonMonths: 6, expectedOn: day('2027-01-22') }, today).horizonMonths).toBe(2)
  })

  it('differ where somebody else saved something else', () => {
    const mine = draftOf(facts, today)
    expect(differences(mine, { ...mine, budget: '30万', stage: 'decision' })).toEqual(['stage', 'budget'])
    expect(differences(mine, mine)).toEqual([])
  })
})

describe('the verdict', () => {
  const ready = { ...draftOf(facts, today), horizonMonths: 2, selectionStarted: 'yes' as const }

  it('is what the rules say, live', () => {
    expect(ask({ draft: ready })).toMatchObject({
      screening: { grade: 'A', nextFollowUpDue: '2026-11-24' },
      expectedOn: '2027-01-22',
      decision: { ok: true, grade: 'A', source: 'rules' },
    })
  })

  it('needs a reason for another grade', () => {
    expect(ask({ draft: ready, chosen: 'B' }).decision).toEqual({ ok: false, code: 'override_reason_missing' })
    expect(ask({ draft: ready, chosen: 'B', reason: '刚换工作' }).decision).toMatchObject({
      grade: 'B',
      source: 'override',
    })
  })

  it('keeps what a person chose until the facts change', () => {
    const chosen = { ...lead, grade: 'B' as const, overrideReason: '刚换工作' }
    expect(ask({ lead: chosen }).decision).toMatchObject({ grade: 'B', source: 'override' })
    expect(ask({ lead: chosen, draft: { ...draftOf(facts, today), model: '松云 S7' } }).decision).toMatchObject({
      grade: 'B',
    })
    expect(ask({ lead: chosen, draft: ready }).decision).toMatchObject({ grade: 'A', source: 'rules' })
    expect(ask({ lead: chosen, chosen: 'C' }).decision).toMatchObject({ grade: 'C', source: 'rules' })
  })
})
