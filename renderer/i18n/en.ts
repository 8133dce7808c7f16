import { board } from './en/board.ts'
import { charts } from './en/charts.ts'
import { codes } from './en/codes.ts'
import { common } from './en/common.ts'
import { exports } from './en/exports.ts'
import { failure, issue } from './en/failures.ts'
import { figures } from './en/figures.ts'
import { imports } from './en/imports.ts'
import { leadList } from './en/lead-list.ts'
import { leads } from './en/leads.ts'
import { levers } from './en/levers.ts'
import { records } from './en/records.ts'
import { review } from './en/review.ts'
import { session } from './en/session.ts'
import { setup } from './en/setup.ts'
import { today } from './en/today.ts'
import { visits } from './en/visits.ts'

export const en = {
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
