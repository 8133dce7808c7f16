import { audit } from './zh/audit.ts'
import { board } from './zh/board.ts'
import { charts } from './zh/charts.ts'
import { closing } from './zh/closing.ts'
import { codes } from './zh/codes.ts'
import { common } from './zh/common.ts'
import { data } from './zh/data.ts'
import { device } from './zh/device.ts'
import { drafts } from './zh/drafts.ts'
import { exports } from './zh/exports.ts'
import { failure, issue } from './zh/failures.ts'
import { figures } from './zh/figures.ts'
import { imports } from './zh/imports.ts'
import { leadList } from './zh/lead-list.ts'
import { leads } from './zh/leads.ts'
import { levers } from './zh/levers.ts'
import { palette } from './zh/palette.ts'
import { person } from './zh/person.ts'
import { protection } from './zh/protection.ts'
import { records } from './zh/records.ts'
import { review } from './zh/review.ts'
import { rules } from './zh/rules.ts'
import { scripts } from './zh/scripts.ts'
import { session } from './zh/session.ts'
import { setup } from './zh/setup.ts'
import { shortcuts } from './zh/shortcuts.ts'
import { today } from './zh/today.ts'
import { tour } from './zh/tour.ts'
import { undo } from './zh/undo.ts'
import { visits } from './zh/visits.ts'

export const zh = {
  common,
  audit,
  closing,
  session,
  setup,
  visits,
  drafts,
  tour,
  leads,
  leadList,
  person,
  levers,
  today,
  review,
  board,
  charts,
  figures,
  protection,
  records,
  rules,
  scripts,
  imports,
  exports,
  failure,
  issue,
  codes,
  palette,
  shortcuts,
  device,
  data,
  undo,
}
