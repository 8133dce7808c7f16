import type { ParsedInputOf } from '../../../../shared/contract/contract.ts'
import type { ExportedFile } from '../../../../shared/contract/exports.ts'
import type { ReadingContext } from '../../context.ts'
import { exportDeals } from './export-deals.ts'
import { exportFile } from './export-file.ts'
import { exportLeads } from './export-leads.ts'
import { exportRecords } from './export-records.ts'
import { exportTable } from './export-table.ts'
import { exportVisits } from './export-visits.ts'
import type { FileOrder } from './file-order.ts'

const ORDERS = {
  'exports.leads': exportLeads,
  'exports.visits': exportVisits,
  'exports.deals': exportDeals,
  'exports.records': exportRecords,
  'exports.table': exportTable,
} as const

export type ExportName = keyof typeof ORDERS
export type ExportInput = ParsedInputOf<ExportName>
type AnyOrder = (context: ReadingContext, input: unknown) => FileOrder

/** A file as it is handed out, and what the audit trail says of it. */
export type MadeExport = { readonly file: ExportedFile; readonly subject: string }

/** Reads what is asked for and writes the file; nothing is entered yet (hand-out.ts). */
export function makeExport(context: ReadingContext, name: ExportName, input: ExportInput): MadeExport {
  // By its name each takes its own input; here, where that is known at run time only, they share this shape.
  const { about, format, names, sheets } = (ORDERS[name] as AnyOrder)(context, input)
  const file = exportFile(format, { ...names, today: context.today }, sheets)
  return { file, subject: [about, format, `rows=${file.rows}`].filter(Boolean).join(' ') }
}
