import { board } from './zh/board.ts'
import { charts } from './zh/charts.ts'
import { codes } from './zh/codes.ts'
import { common } from './zh/common.ts'
import { exports } from './zh/exports.ts'
import { failure, issue } from './zh/failures.ts'
import { figures } from './zh/figures.ts'
import { imports } from './zh/imports.ts'
import { leadList } from './zh/lead-list.ts'
import { leads } from './zh/leads.ts'
import { levers } from './zh/levers.ts'
import { records } from './zh/records.ts'
import { review } from './zh/review.ts'
import { session } from './zh/session.ts'
import { setup } from './zh/setup.ts'
import { today } from './zh/today.ts'
import { visits } from './zh/visits.ts'

export const zh = {
  common,
  session,
  setup,
  visits,
  leads,
  leadList,
  levers,
  today,
  review,
  board,
  charts,
  figures,
  records,
  imports,
  exports,
  failure,
  issue,
  codes,
}
