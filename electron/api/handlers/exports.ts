import type { Context, HandlersOf } from '../context.ts'
import { exportDeals } from '../services/exports/export-deals.ts'
import { exportLeads } from '../services/exports/export-leads.ts'
import { exportRecords } from '../services/exports/export-records.ts'
import { exportTable } from '../services/exports/export-table.ts'
import { exportVisits } from '../services/exports/export-visits.ts'
import { notePrinting } from '../services/exports/note-printing.ts'

/** What leaves the house is read and entered in one transaction: where it cannot be entered it is not handed out. */
function inOneAct<I, A>(service: (context: Context, input: I) => A) {
  return (context: Context, input: I): A => context.db.transaction(() => service(context, input)).immediate()
}

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.leads': inOneAct(exportLeads),
  'exports.visits': inOneAct(exportVisits),
  'exports.deals': inOneAct(exportDeals),
  'exports.records': inOneAct(exportRecords),
  'exports.printed': notePrinting,
  'exports.table': inOneAct(exportTable),
}
