import { addDays, type BusinessDate, daysBetween } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import { GRADES, STAGES } from '../../values/grade.ts'
import { type FactName, monthsLater, noFacts, type ScreeningFacts } from './facts.ts'
import type { GradeAlternatives } from './rule-edits.ts'
import type { Condition } from './rule-set.ts'
import { defaultRuleSet } from './rule-set.ts'
import { asker } from './screen.ts'

/** A grade, and one of its alternatives counted from 0. */
type Place = { readonly grade: Grade; readonly at: number }

/** What speaks against saving rules; `at` is null where the grade as a whole is meant. */
export type RuleFault = {
  readonly grade: Grade
  readonly at: number | null
  readonly code: 'empty_alternative' | 'no_stage' | 'repeated_fact' | 'grade_unreachable'
}

export type RuleCheck = {
  readonly faults: readonly RuleFault[]
  /** Alternatives that may stand there and decide nothing: what they ask is covered before them, or cannot be. */
  readonly idle: readonly Place[]
}

/**
 * Whether rules can be saved: no alternative without a condition, no list of stages without a stage, no fact asked twice, every
 * grade reachable. Tries everything that can be known, as far as these rules tell it apart.
 */
export function checkRules(alternatives: GradeAlternatives): RuleCheck {
  const faults = placesOf(alternatives).flatMap(({ grade, at, conditions }) =>
    formFaults(conditions).map((code): RuleFault => ({ grade, at, code })),
  )
  if (faults.length > 0) return { faults, idle: [] }
  const { deciding, reached } = tryAll(alternatives)
  const unreached = GRADES.filter((grade) => !reached.has(grade))
  return {
    faults: unreached.map((grade) => ({ grade, at: null, code: 'grade_unreachable' })),
    idle: placesOf(alternatives)
      .filter(({ grade, at }) => !deciding.has(`${grade}${at}`))
      .map(({ grade, at }) => ({ grade, at })),
  }
}

function placesOf(alternatives: GradeAlternatives) {
  return GRADES.flatMap((grade) => alternatives[grade].map((conditions, at) => ({ grade, at, conditions })))
}

function formFaults(conditions: readonly Condition[]): RuleFault['code'][] {
  if (conditions.length === 0) return ['empty_alternative']
  // "Over 3 and at most 6 months" asks twice and means one thing; twice the same side does not.
  const asked = conditions.map(({ fact, op }) => `${fact} ${op === 'over' || op === 'beyondDays' ? 'beyond' : ''}`)
  const faults: RuleFault['code'][] = new Set(asked).size < asked.length ? ['repeated_fact'] : []
  const hasNoStage = conditions.some(({ op, value }) => op === 'oneOf' && value.length === 0)
  return hasNoStage ? [...faults, 'no_stage'] : faults
}

/** First match wins over everything that can be known: which alternatives ever decide, and which grades come out. */
function tryAll(alternatives: GradeAlternatives) {
  const { ways, sizes } = tabulate(alternatives)
  const deciding = new Set<string>()
  const reached = new Set<Grade>()
  const chosen = sizes.map(() => 0)
  do {
    const first = ways.find(({ asks }) => asks.every(({ fact, holds }) => holds[chosen[fact] ?? 0]))
    if (first !== undefined) deciding.add(`${first.grade}${first.at}`)
    reached.add(first?.grade ?? defaultRuleSet.fallback.grade)
  } while (goOn(chosen, sizes))
  return { deciding, reached }
}

/** The next choice of one value per fact, counted like an odometer; false when all have been. */
function goOn(chosen: number[], sizes: readonly number[]): boolean {
  for (const [place, size] of sizes.entries()) {
    const next = (chosen[place] ?? 0) + 1
    chosen[place] = next < size ? next : 0
    if (next < size) return true
  }
  return false
}

/**
 * Each condition asks one fact, so it is answered once per value of that fact; what is tried by the ten thousands then only looks
 * the answers up, also while somebody types.
 */
function tabulate(alternatives: GradeAlternatives) {
  const conditions = GRADES.flatMap((grade) => alternatives[grade].flat())
  const facts = [...new Set(conditions.map(({ fact }) => fact))]
  const askers = facts.map((fact) =>
    valuesOf(fact, conditions).map((value) => asker({ ...noFacts, ...value }, SOME_DAY)),
  )
  const ways = placesOf(alternatives).map(({ conditions: asked, ...place }) => ({
    ...place,
    asks: asked.map((condition) => {
      const fact = facts.indexOf(condition.fact)
      return { fact, holds: (askers[fact] ?? []).map((holds) => holds([condition])) }
    }),
  }))
  return { ways, sizes: askers.map((values) => values.length) }
}

/** Any day: what is expected is made up from it. */
const SOME_DAY = '2026-01-01' as BusinessDate

/** The values of a fact that some condition tells apart; not known is one of them. */
function valuesOf(fact: FactName, conditions: readonly Condition[]): Partial<ScreeningFacts>[] {
  switch (fact) {
    case 'horizonMonths':
      return [{}, ...horizonDaysTold(conditions).map((days) => ({ expectedOn: addDays(SOME_DAY, days) }))]
    case 'selectionStarted':
    case 'wantsNewCar':
    case 'contentWithCurrent':
      return [{}, { [fact]: true }, { [fact]: false }]
    case 'stage':
      return [{}, ...STAGES.map((stage) => ({ stage }))]
    case 'waitingFor':
    case 'budget':
    case 'decider':
    case 'competitor':
      return [{}, { [fact]: 'x' }]
  }
}

/** Bounds in months and in days meet on the expected day: the last day of each bound and the day after it. */
function horizonDaysTold(conditions: readonly Condition[]): number[] {
  const bounds = conditions.flatMap((condition) => {
    if (condition.fact !== 'horizonMonths') return []
    const isInDays = condition.op === 'withinDays' || condition.op === 'beyondDays'
    return [isInDays ? condition.value : daysBetween(SOME_DAY, monthsLater(SOME_DAY, condition.value))]
  })
  return [...new Set(bounds.flatMap((days) => [days, days + 1]))]
}
