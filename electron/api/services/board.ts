import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { CONTROL_POINTS } from '../../../shared/domain/control-points/keys.ts'
import type { Context } from '../context.ts'
import { recallBoard } from './board-reading.ts'
import { queryOf } from './board-scope.ts'
import { readTrend, tileOf } from './board-tiles.ts'

export function showBoard(context: Context, input: ParsedInputOf<'board.show'>): OutputOf<'board.show'> {
  const query = queryOf(context, input)
  const reading = recallBoard(context.db, query)
  const trend = readTrend(context, query, reading)
  return {
    asOf: query.asOf,
    tiles: CONTROL_POINTS.map((key) => tileOf(key, reading, trend)),
    report: reading.report,
    nNeeded: reading.need,
  }
}
