import { recallBreakdowns } from '../../../db/facts/live/recall-breakdown.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import type { Context } from '../context.ts'
import { queryOf } from './board-scope.ts'

/** Every breakdown a page draws, of one moment of the store: the gate reads a query in one transaction. */
export function readBreakdowns(context: Context, input: ParsedInputOf<'board.breakdown'>): OutputOf<'board.breakdown'> {
  const query = queryOf(context, input)
  return { cells: recallBreakdowns(context.db, query, input.figures) }
}
