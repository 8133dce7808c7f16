import type { BusinessDate } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import { GRADES } from '../../values/grade.ts'
import type { ScreeningFacts } from './facts.ts'
import type { RuleSet } from './rule-set.ts'
import { screen } from './screen.ts'

export type RuleSetMoves = {
  readonly leads: number
  readonly moved: number
  /** Only pairs that occur, in the order A to D. */
  readonly moves: readonly { readonly from: Grade; readonly to: Grade; readonly leads: number }[]
}

// The cadence has no say in the grade, but a screening always answers a due date too.
const ANY_CADENCE = { A: 1, B: 1, C: 1, D: 1 } as const

/**
 * What a change of rules would do: how many leads move, from which grade to which. Leads whose grade a person overrode do not
 * move; leave them out of `leads`.
 */
export function movesUnder(
  before: RuleSet,
  after: RuleSet,
  leads: readonly ScreeningFacts[],
  today: BusinessDate,
): RuleSetMoves {
  const context = { today, cadenceDays: ANY_CADENCE }
  const pairs = leads.map((facts) => ({
    from: screen(facts, before, context).grade,
    to: screen(facts, after, context).grade,
  }))
  const moves = GRADES.flatMap((from) =>
    GRADES.filter((to) => to !== from).map((to) => ({
      from,
      to,
      leads: pairs.filter((pair) => pair.from === from && pair.to === to).length,
    })),
  ).filter((move) => move.leads > 0)
  return { leads: leads.length, moved: moves.reduce((sum, move) => sum + move.leads, 0), moves }
}
