import type { HandlersOf } from '../context.ts'
import { exportDeals } from '../services/exports/export-deals.ts'
import { exportLeads } from '../services/exports/export-leads.ts'
import { exportRecords } from '../services/exports/export-records.ts'
import { exportTable } from '../services/exports/export-table.ts'
import { exportVisits } from '../services/exports/export-visits.ts'

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.leads': exportLeads,
  'exports.visits': exportVisits,
  'exports.deals': exportDeals,
  'exports.records': exportRecords,
  'exports.table': exportTable,
}
