import type { Grade } from '../../values/grade.ts'
import { GRADES } from '../../values/grade.ts'
import type { Condition, Rule, RuleSet } from './rule-set.ts'
import { defaultRuleSet } from './rule-set.ts'
import type { GradeScheme } from './schemes.ts'

/** The ways a store decides a grade, A to D: what an editing changes. Fallback, contradictions and questions are the method's. */
export type GradeAlternatives = Readonly<Record<Grade, readonly (readonly Condition[])[]>>

export function alternativesOf({ rules }: Pick<RuleSet, 'rules'>): GradeAlternatives {
  const of = (grade: Grade) => rules.find((rule) => rule.grade === grade)?.anyOf ?? []
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D') }
}

/** The rule set with these ways, first match wins from A to D; a grade without any has no rule. */
export function ruleSetOf(version: number, alternatives: GradeAlternatives): RuleSet {
  const rules = GRADES.flatMap((grade): Rule[] => {
    const anyOf = alternatives[grade]
    const id = defaultRuleSet.rules.find((rule) => rule.grade === grade)?.id
    return anyOf.length === 0 || id === undefined ? [] : [{ id, grade, anyOf }]
  })
  return { ...defaultRuleSet, version, rules }
}

/** Whether a rule still is the one that ships, so that the sentence that was written for it is true of it. */
export function isShipped(rule: Rule): boolean {
  return JSON.stringify(rule) === JSON.stringify(defaultRuleSet.rules.find(({ id }) => id === rule.id))
}

export function sameAlternatives(one: GradeAlternatives, other: GradeAlternatives): boolean {
  return GRADES.every((grade) => JSON.stringify(one[grade]) === JSON.stringify(other[grade]))
}

type Horizons = Readonly<Record<Grade, { readonly horizonDays: GradeScheme[Grade]['horizonDays'] }>>
type Bound = Extract<Condition, { fact: 'horizonMonths' }>

/** Months where they come out even, as people answer in months; days where they do not. */
function bound(days: number, side: 'within' | 'beyond'): Bound {
  const months = days / 30
  if (Number.isInteger(months))
    return { fact: 'horizonMonths', op: side === 'within' ? 'atMost' : 'over', value: months }
  return { fact: 'horizonMonths', op: side === 'within' ? 'withinDays' : 'beyondDays', value: days }
}

/** What each slot of a scheme asks of the horizon: within its own, and the last of them beyond all before. */
function boundsOf(scheme: Horizons): Readonly<Record<Grade, Bound | null>> {
  let before: number | null = null
  let isClosed = false
  const bounds: Record<Grade, Bound | null> = { A: null, B: null, C: null, D: null }
  for (const grade of GRADES) {
    const days = grade === 'D' ? null : scheme[grade].horizonDays
    if (!isClosed && days !== null) bounds[grade] = bound(days, 'within')
    else if (!isClosed && before !== null) bounds[grade] = bound(before, 'beyond')
    isClosed ||= days === null
    before = days ?? before
  }
  return bounds
}

/**
 * The same ways with the horizons of a scheme in place of their own (domain.md 3: A/B/C/D asks for 3 and 6 months, H/A/B/C for 7
 * days, 1 and 3 months). A way that asked for nothing but a horizon goes where the scheme has none for its slot.
 */
export function withHorizonsOf(scheme: Horizons, alternatives: GradeAlternatives): GradeAlternatives {
  const bounds = boundsOf(scheme)
  const of = (grade: Grade): readonly (readonly Condition[])[] => {
    const own = bounds[grade]
    const asksHorizon = ({ fact }: Condition) => fact === 'horizonMonths'
    const isAsked = alternatives[grade].some((conditions) => conditions.some(asksHorizon))
    if (own !== null && !isAsked) return [...alternatives[grade], [own]]
    return alternatives[grade]
      .map((conditions) => conditions.flatMap((one) => (asksHorizon(one) ? (own === null ? [] : [own]) : [one])))
      .filter((conditions) => conditions.length > 0)
  }
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D') }
}
