import { audit } from './en/audit.ts'
import { board } from './en/board.ts'
import { charts } from './en/charts.ts'
import { closing } from './en/closing.ts'
import { codes } from './en/codes.ts'
import { common } from './en/common.ts'
import { data } from './en/data.ts'
import { device } from './en/device.ts'
import { drafts } from './en/drafts.ts'
import { exports } from './en/exports.ts'
import { failure, issue } from './en/failures.ts'
import { figures } from './en/figures.ts'
import { imports } from './en/imports.ts'
import { leadList } from './en/lead-list.ts'
import { leads } from './en/leads.ts'
import { levers } from './en/levers.ts'
import { palette } from './en/palette.ts'
import { person } from './en/person.ts'
import { protection } from './en/protection.ts'
import { records } from './en/records.ts'
import { review } from './en/review.ts'
import { rules } from './en/rules.ts'
import { scripts } from './en/scripts.ts'
import { session } from './en/session.ts'
import { setup } from './en/setup.ts'
import { shortcuts } from './en/shortcuts.ts'
import { today } from './en/today.ts'
import { tour } from './en/tour.ts'
import { undo } from './en/undo.ts'
import { visits } from './en/visits.ts'

export const en = {
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
