import type { BusinessDate } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import { GRADES } from '../../values/grade.ts'
import type { ScreeningFacts } from './facts.ts'
import type { RuleSet } from './rule-set.ts'
import { gradeUnder } from './screen.ts'

/** A lead as a change of rules finds it: what is known of it, the grade it has, and whether a person chose that grade. */
export type GradedLead = {
  readonly leadId: string
  readonly facts: ScreeningFacts
  readonly grade: Grade
  readonly isOverridden: boolean
}
export type GradeMove = { readonly leadId: string; readonly from: Grade; readonly to: Grade }

export type RuleSetMoves = {
  readonly leads: number
  /** In the order of `leads`. */
  readonly moves: readonly GradeMove[]
  /** Leads of which the rules would say otherwise too, but whose grade is not the rules': a person's, or an import's. */
  readonly kept: number
}

/**
 * What a change of rules would do: which leads move, from which grade to which. A lead moves when its grade is the one the rules in
 * force give it and the new rules give another. One whose grade a person chose, or that came with another grade, stays.
 */
export function movesUnder(
  before: RuleSet,
  after: RuleSet,
  leads: readonly GradedLead[],
  today: BusinessDate,
): RuleSetMoves {
  const moves: GradeMove[] = []
  let kept = 0
  for (const { leadId, facts, grade, isOverridden } of leads) {
    const from = gradeUnder(before, facts, today)
    const to = gradeUnder(after, facts, today)
    if (from === to) continue
    if (!isOverridden && grade === from) moves.push({ leadId, from, to })
    else if (grade !== to) kept += 1
  }
  return { leads: leads.length, moves, kept }
}

export type MoveCount = { readonly from: Grade; readonly to: Grade; readonly leads: number }

/** How many move from where to where: only pairs that occur, in the order A to D. */
export function countMoves(moves: readonly GradeMove[]): MoveCount[] {
  return GRADES.flatMap((from) =>
    GRADES.map((to) => ({ from, to, leads: moves.filter((move) => move.from === from && move.to === to).length })),
  ).filter(({ leads }) => leads > 0)
}
