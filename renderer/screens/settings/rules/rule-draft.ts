import type { RuleVersion } from '../../../../shared/contract/rules.ts'
import type { FactName } from '../../../../shared/domain/screening/facts.ts'
import type { GradeAlternatives } from '../../../../shared/domain/screening/rule-edits.ts'
import { type Condition, defaultRuleSet } from '../../../../shared/domain/screening/rule-set.ts'
import type { Grade } from '../../../../shared/values/grade.ts'

type Horizon = Extract<Condition, { fact: 'horizonMonths' }>

/** A condition to begin with: the answer most rules ask for. */
export function newCondition(fact: FactName): Condition {
  switch (fact) {
    case 'horizonMonths':
      return { fact, op: 'atMost', value: 3 }
    case 'selectionStarted':
    case 'wantsNewCar':
    case 'contentWithCurrent':
      return { fact, op: 'is', value: true }
    case 'stage':
      return { fact, op: 'oneOf', value: [] }
    case 'waitingFor':
    case 'budget':
    case 'decider':
    case 'competitor':
      return { fact, op: 'known', value: true }
  }
}

/** What a way can still ask: everything it does not ask yet, and the horizon twice, from one side each. */
export function factsLeft(way: readonly Condition[]): FactName[] {
  const asked = way.map(({ fact }) => fact)
  const mayAskAgain = asked.filter((fact) => fact === 'horizonMonths').length < 2
  return defaultRuleSet.questions.filter((fact) => !asked.includes(fact) || (fact === 'horizonMonths' && mayAskAgain))
}

/** A second horizon asks from the other side: "over 3 and at most 6 months". */
export function conditionFor(way: readonly Condition[], fact: FactName): Condition {
  const asked = way.find((condition): condition is Horizon => condition.fact === 'horizonMonths')
  if (fact !== 'horizonMonths' || asked === undefined) return newCondition(fact)
  return { ...asked, op: flipped(asked.op) }
}

const FLIPPED = { atMost: 'over', over: 'atMost', withinDays: 'beyondDays', beyondDays: 'withinDays' } as const

function flipped(op: Horizon['op']): Horizon['op'] {
  return FLIPPED[op]
}

const UNITS = {
  atMost: { side: 'within', unit: 'months' },
  over: { side: 'beyond', unit: 'months' },
  withinDays: { side: 'within', unit: 'days' },
  beyondDays: { side: 'beyond', unit: 'days' },
} as const
export type HorizonParts = { readonly side: 'within' | 'beyond'; readonly unit: 'months' | 'days' }

export function partsOf({ op }: Horizon): HorizonParts {
  return UNITS[op]
}

/** The condition with another side, unit or number; no number below what the unit can mean. */
export function withParts(condition: Horizon, change: Partial<HorizonParts> & { readonly value?: number }): Horizon {
  const { side, unit } = { ...partsOf(condition), ...change }
  const ops = {
    within: { months: 'atMost', days: 'withinDays' },
    beyond: { months: 'over', days: 'beyondDays' },
  } as const
  const value = Math.max(change.value ?? condition.value, unit === 'days' ? 1 : 0)
  return { fact: 'horizonMonths', op: ops[side][unit], value: unit === 'months' ? Math.min(value, 120) : value }
}

type Ways = GradeAlternatives[Grade]

const replaced = <T>(list: readonly T[], at: number, item: T): T[] => list.map((one, i) => (i === at ? item : one))
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)

/** One way changed; a way that asks nothing any more is gone. */
export function withWay(ways: Ways, at: number, way: readonly Condition[]): Ways {
  return way.length === 0 ? without(ways, at) : replaced(ways, at, way)
}

export function withCondition(
  way: readonly Condition[],
  at: number,
  condition: Condition | null,
): readonly Condition[] {
  return condition === null ? without(way, at) : replaced(way, at, condition)
}

/** The same, as it goes over the wire. */
export function plain(draft: GradeAlternatives): RuleVersion['alternatives'] {
  return structuredClone(draft) as RuleVersion['alternatives']
}
