import type { Grade, Stage } from '../../values/grade.ts'
import type { FactName } from './facts.ts'

/**
 * One question to one fact. A fact that is not known answers no condition, neither way. `atMost` and `over` are months,
 * `withinDays` and `beyondDays` days, for schemes that think in weeks.
 */
export type Condition =
  | {
      readonly fact: 'horizonMonths'
      readonly op: 'atMost' | 'over' | 'withinDays' | 'beyondDays'
      readonly value: number
    }
  | {
      readonly fact: 'selectionStarted' | 'wantsNewCar' | 'contentWithCurrent'
      readonly op: 'is'
      readonly value: boolean
    }
  | { readonly fact: 'stage'; readonly op: 'oneOf'; readonly value: readonly Stage[] }
  | { readonly fact: 'waitingFor' | 'budget' | 'decider' | 'competitor'; readonly op: 'known'; readonly value: true }

/** The grade holds when every condition of at least one alternative holds. */
export type Rule = {
  readonly id: string
  readonly grade: Grade
  readonly anyOf: readonly (readonly Condition[])[]
}

/** Facts that cannot well be true together: shown to the person, never decided for them. */
export type Contradiction = { readonly code: string; readonly allOf: readonly Condition[] }

/**
 * Rules as data, so that a manager edits them and an old grade can still be explained by its version. First match wins.
 * Cadences are not repeated here: they belong to the slots of the store's scheme (schemes.ts).
 */
export type RuleSet = {
  readonly version: number
  readonly rules: readonly Rule[]
  readonly fallback: { readonly id: string; readonly grade: Grade }
  readonly contradictions: readonly Contradiction[]
  /** Every fact once, in the order a salesperson would ask: the tie-break for what to ask next. */
  readonly questions: readonly FactName[]
}

/** domain.md 3, "Default rules, first match wins". */
export const defaultRuleSet: RuleSet = {
  version: 1,
  rules: [
    {
      id: 'ready_to_buy',
      grade: 'A',
      anyOf: [
        [
          { fact: 'selectionStarted', op: 'is', value: true },
          { fact: 'horizonMonths', op: 'atMost', value: 3 },
        ],
        [{ fact: 'stage', op: 'oneOf', value: ['decision'] }],
      ],
    },
    {
      id: 'something_first',
      grade: 'B',
      anyOf: [
        [{ fact: 'horizonMonths', op: 'atMost', value: 6 }],
        [{ fact: 'waitingFor', op: 'known', value: true }],
        [{ fact: 'stage', op: 'oneOf', value: ['desire', 'comparison'] }],
      ],
    },
    {
      id: 'no_urgency',
      grade: 'C',
      anyOf: [
        [{ fact: 'wantsNewCar', op: 'is', value: true }],
        [{ fact: 'horizonMonths', op: 'over', value: 6 }],
        [{ fact: 'stage', op: 'oneOf', value: ['attention', 'interest'] }],
      ],
    },
    { id: 'content', grade: 'D', anyOf: [[{ fact: 'contentWithCurrent', op: 'is', value: true }]] },
  ],
  fallback: { id: 'not_enough_known', grade: 'C' },
  contradictions: [
    {
      code: 'decided_but_far',
      allOf: [
        { fact: 'stage', op: 'oneOf', value: ['decision'] },
        { fact: 'horizonMonths', op: 'over', value: 6 },
      ],
    },
    {
      code: 'unaware_but_soon',
      allOf: [
        { fact: 'stage', op: 'oneOf', value: ['attention'] },
        { fact: 'horizonMonths', op: 'atMost', value: 1 },
      ],
    },
    {
      code: 'content_but_wants',
      allOf: [
        { fact: 'contentWithCurrent', op: 'is', value: true },
        { fact: 'wantsNewCar', op: 'is', value: true },
      ],
    },
    {
      code: 'content_but_choosing',
      allOf: [
        { fact: 'contentWithCurrent', op: 'is', value: true },
        { fact: 'selectionStarted', op: 'is', value: true },
        { fact: 'horizonMonths', op: 'atMost', value: 3 },
      ],
    },
    {
      code: 'content_but_decided',
      allOf: [
        { fact: 'contentWithCurrent', op: 'is', value: true },
        { fact: 'stage', op: 'oneOf', value: ['decision'] },
      ],
    },
    {
      code: 'choosing_but_unwanted',
      allOf: [
        { fact: 'selectionStarted', op: 'is', value: true },
        { fact: 'wantsNewCar', op: 'is', value: false },
      ],
    },
    {
      code: 'soon_but_unwanted',
      allOf: [
        { fact: 'horizonMonths', op: 'atMost', value: 6 },
        { fact: 'wantsNewCar', op: 'is', value: false },
      ],
    },
    {
      code: 'eager_but_unwanted',
      allOf: [
        { fact: 'stage', op: 'oneOf', value: ['desire', 'comparison', 'decision'] },
        { fact: 'wantsNewCar', op: 'is', value: false },
      ],
    },
  ],
  questions: [
    'horizonMonths',
    'selectionStarted',
    'stage',
    'waitingFor',
    'wantsNewCar',
    'contentWithCurrent',
    'budget',
    'decider',
    'competitor',
  ],
}
