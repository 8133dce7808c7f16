import { appendLeadEvent, newestEventAt } from '../../../db/repositories/leads.ts'
import {
  countOpenStock,
  findNewestRuleSet,
  insertRuleSet,
  listOpenGradedLeads,
  nameLeads,
} from '../../../db/repositories/rule-sets.ts'
import { listStaff } from '../../../db/repositories/staff.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import {
  countMoves,
  type GradeMove,
  movesUnder,
  type RuleSetMoves,
} from '../../../shared/domain/screening/moves-under.ts'
import { type GradeAlternatives, ruleSetOf } from '../../../shared/domain/screening/rule-edits.ts'
import { checkRules } from '../../../shared/domain/screening/rule-faults.ts'
import { defaultRuleSet } from '../../../shared/domain/screening/rule-set.ts'
import type { Grade } from '../../../shared/values/grade.ts'
import type { Context } from '../context.ts'
import { rulesInForce, ruleVersions, versionInForce } from './rules-in-force.ts'

export function readRules(context: Context): AnswerOf<'rules.get'> {
  return versionInForce(context.db)
}

export function readRuleHistory(context: Context): AnswerOf<'rules.history'> {
  return { versions: ruleVersions(context.db) }
}

export function readStock(context: Context): AnswerOf<'rules.stock'> {
  const { ungraded, ...stock } = countOpenStock(context.db)
  const capacities = listStaff(context.db)
    .filter(({ role, active }) => role === 'salesperson' && active)
    .map(({ dailyCapacity }) => dailyCapacity)
  const known = capacities.filter((capacity) => capacity !== null)
  // One person's unknown hours make the team's sum a guess.
  const isKnown = known.length > 0 && known.length === capacities.length
  return { stock, ungraded, dailyCapacity: isKnown ? known.reduce((sum, capacity) => sum + capacity, 0) : null }
}

function movesOf(context: Context, alternatives: GradeAlternatives): RuleSetMoves {
  const after = ruleSetOf(defaultRuleSet.version, alternatives)
  return movesUnder(rulesInForce(context.db), after, listOpenGradedLeads(context.db), context.today)
}

export function previewRules(
  context: Context,
  { alternatives }: ParsedInputOf<'rules.preview'>,
): AnswerOf<'rules.preview'> {
  const { leads, moves, kept } = movesOf(context, alternatives)
  const { ungraded: _, ...stock } = countOpenStock(context.db)
  const change = (grade: Grade) =>
    moves.filter(({ to }) => to === grade).length - moves.filter(({ from }) => from === grade).length
  const stockAfter = {
    A: stock.A + change('A'),
    B: stock.B + change('B'),
    C: stock.C + change('C'),
    D: stock.D + change('D'),
  }
  return { leads, moved: moves.length, moves: countMoves(moves), kept, stock, stockAfter }
}

export function listMovers(context: Context, input: ParsedInputOf<'rules.movers'>): AnswerOf<'rules.movers'> {
  const { from, to, limit, offset } = input
  const moves = movesOf(context, input.alternatives).moves.filter((move) => move.from === from && move.to === to)
  const ids = moves.slice(offset, offset + limit).map(({ leadId }) => leadId)
  return { total: moves.length, rows: nameLeads(context.db, ids).map((lead) => ({ ...lead, from, to })) }
}

/**
 * A new version, always: what was in force on any past day stays on record. Existing grades change at once only where that is asked
 * for, and then exactly those the preview has counted; otherwise a grade changes when somebody saves its lead's answers.
 */
export function saveRules(context: Context, input: ParsedInputOf<'rules.save'>): AnswerOf<'rules.save'> {
  const { db } = context
  if (versionInForce(db).version !== input.basedOn) throw new Refusal('changed_meanwhile')
  const { faults } = checkRules(input.alternatives)
  if (faults.length > 0) {
    const fields = faults.map(({ grade, at, code }) => ({ path: ['alternatives', grade, at ?? ''].join('.'), code }))
    throw new Refusal('invalid_input', { fields })
  }
  const moves = input.regrade ? movesOf(context, input.alternatives).moves : []
  if (input.regrade && moves.length !== input.expected) {
    throw new Refusal('count_changed', { params: { count: moves.length } })
  }
  const version = (findNewestRuleSet(db)?.version ?? defaultRuleSet.version) + 1
  const rules = JSON.stringify(input.alternatives)
  insertRuleSet(db, { version, rules, note: input.note, savedAt: context.now, savedBy: context.me.id })
  for (const move of moves) regrade(context, move)
  return { version, regraded: moves.length }
}

/** By the rules, so without a reason: one would make it a person's own decision. */
function regrade(context: Context, { leadId, to }: GradeMove): void {
  const newest = newestEventAt(context.db, leadId, 'any')
  appendLeadEvent(context.db, {
    id: context.newId(),
    leadId,
    at: Math.max(context.now, newest ?? context.now),
    kind: 'grade',
    value: to,
    byId: context.me.id,
    reason: null,
  })
}
