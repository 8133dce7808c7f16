import type { HandlersOf } from '../context.ts'
import { showBoard } from '../services/board.ts'
import { readBreakdowns } from '../services/board-breakdown.ts'
import { showPoint } from '../services/board-point.ts'
import { listFigureRecords } from '../services/board-records.ts'

export const boardHandlers: HandlersOf<'board'> = {
  'board.show': showBoard,
  'board.point': showPoint,
  'board.records': listFigureRecords,
  'board.breakdown': readBreakdowns,
}
