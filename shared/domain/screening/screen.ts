import type { BusinessDate } from '../../values/business-date.ts'
import { addDays, eachDay, weekdayOf } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import type { FactName, FactValue, ScreeningFacts } from './facts.ts'
import { factValue, horizonDays } from './facts.ts'
import type { Condition, Rule, RuleSet } from './rule-set.ts'

export type ScreeningContext = {
  readonly today: BusinessDate
  /** Days between contacts per slot, from the store's scheme. */
  readonly cadenceDays: Readonly<Record<Grade, number>>
  /** The day the cadence is counted from, such as the last done contact; `today` when absent. */
  readonly countFrom?: BusinessDate
  /** Monday = 1; every day is open when absent. */
  readonly openWeekdays?: readonly number[]
}

export type StatedFact = { readonly fact: FactName; readonly value: FactValue }

export type Screening = {
  readonly grade: Grade
  /** False when no rule matched: the grade is only the starting point, and the questions matter more. */
  readonly known: boolean
  readonly because: readonly { readonly rule: string; readonly facts: readonly StatedFact[] }[]
  /** What to ask next, most decisive first. */
  readonly missing: readonly FactName[]
  readonly conflicts: readonly { readonly code: string; readonly facts: readonly StatedFact[] }[]
  readonly nextFollowUpDue: BusinessDate
}

type Answer = 'yes' | 'no' | 'unknown'
type Known = {
  readonly of: (fact: FactName) => FactValue | null
  readonly days: number | null
}

function answer(condition: Condition, known: Known): Answer {
  const isInDays = condition.op === 'withinDays' || condition.op === 'beyondDays'
  const value = isInDays ? known.days : known.of(condition.fact)
  if (value === null) return 'unknown'
  return holds(condition, value) ? 'yes' : 'no'
}

function holds(condition: Condition, value: FactValue): boolean {
  switch (condition.op) {
    case 'atMost':
    case 'withinDays':
      return typeof value === 'number' && value <= condition.value
    case 'over':
    case 'beyondDays':
      return typeof value === 'number' && value > condition.value
    case 'is':
      return value === condition.value
    case 'oneOf':
      return condition.value.some((stage) => stage === value)
    case 'known':
      return true
  }
}

function allHold(conditions: readonly Condition[], known: Known): boolean {
  return conditions.every((condition) => answer(condition, known) === 'yes')
}

function stated(conditions: readonly Condition[], known: Known): StatedFact[] {
  const names = [...new Set(conditions.map((condition) => condition.fact))]
  return names.flatMap((fact) => {
    const value = known.of(fact)
    return value === null ? [] : [{ fact, value }]
  })
}

function knownOf(facts: ScreeningFacts, today: BusinessDate): Known {
  // Asked again and again while rules are tried: the one fact that is counted is counted once.
  const months = factValue(facts, 'horizonMonths', today)
  return {
    of: (fact) => (fact === 'horizonMonths' ? months : factValue(facts, fact, today)),
    days: horizonDays(facts, today),
  }
}

function ruleMatching(rules: readonly Rule[], known: Known): Rule | undefined {
  return rules.find((rule) => rule.anyOf.some((conditions) => allHold(conditions, known)))
}

/** The grade alone, where thousands of leads are asked. */
export function gradeUnder(ruleSet: RuleSet, facts: ScreeningFacts, today: BusinessDate): Grade {
  return (ruleMatching(ruleSet.rules, knownOf(facts, today)) ?? ruleSet.fallback).grade
}

/** Asks of alternatives whether they hold for what is known. */
export function asker(facts: ScreeningFacts, today: BusinessDate): (alternative: readonly Condition[]) => boolean {
  const known = knownOf(facts, today)
  return (alternative) => allHold(alternative, known)
}

/**
 * What to ask next. A fact is decisive when it is missing from an alternative that could still hold and would change the
 * grade, that is, in a rule before the one that matched; the fewer facts such an alternative still lacks, the more each of
 * them decides. What decides nothing any more (budget, competitor ...) comes last, in the order of the rule set.
 */
function factsToAsk(ruleSet: RuleSet, rulesBefore: readonly Rule[], known: Known): FactName[] {
  const weight = new Map<FactName, number>()
  for (const conditions of rulesBefore.flatMap((rule) => rule.anyOf)) {
    const answers = conditions.map((condition) => answer(condition, known))
    if (answers.includes('no')) continue
    const unknown = conditions.filter((_, i) => answers[i] === 'unknown')
    for (const { fact } of unknown) weight.set(fact, (weight.get(fact) ?? 0) + 1 / unknown.length)
  }
  return ruleSet.questions
    .filter((fact) => known.of(fact) === null)
    .sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
}

/**
 * The next day a contact is owed: the cadence counted from `from`; on a closed weekday, the next open one, since nobody is
 * there to make it. A store without any open weekday keeps the plain date.
 */
export function nextFollowUpDue(
  from: BusinessDate,
  cadenceDays: number,
  openWeekdays?: readonly number[],
): BusinessDate {
  const due = addDays(from, cadenceDays)
  const open = eachDay(due, addDays(due, 6)).find((day) => openWeekdays?.includes(weekdayOf(day)))
  return open ?? due
}

/** The grade a rule set proposes for what is known, with its reasons (domain.md 3). Never saves: a person accepts it. */
export function screen(facts: ScreeningFacts, ruleSet: RuleSet, context: ScreeningContext): Screening {
  const known = knownOf(facts, context.today)
  const matched = ruleMatching(ruleSet.rules, known)
  const rulesBefore = matched === undefined ? ruleSet.rules : ruleSet.rules.slice(0, ruleSet.rules.indexOf(matched))
  const { id, grade } = matched ?? ruleSet.fallback
  const reasons = (matched?.anyOf ?? []).filter((conditions) => allHold(conditions, known)).flat()
  return {
    grade,
    known: matched !== undefined,
    because: [{ rule: id, facts: stated(reasons, known) }],
    missing: factsToAsk(ruleSet, rulesBefore, known),
    conflicts: ruleSet.contradictions
      .filter(({ allOf }) => allHold(allOf, known))
      .map(({ code, allOf }) => ({ code, facts: stated(allOf, known) })),
    nextFollowUpDue: nextFollowUpDue(
      context.countFrom ?? context.today,
      context.cadenceDays[grade],
      context.openWeekdays,
    ),
  }
}
