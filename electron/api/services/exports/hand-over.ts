import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import type { ExportedFile } from '../../../../shared/contract/exports.ts'
import type { Sheet } from '../../../../shared/domain/export/sheet.ts'
import type { Context } from '../../context.ts'
import { type ExportNames, exportFile } from './export-file.ts'

type Asked = {
  readonly operation: `exports.${string}`
  /** What of it, for the audit trail: a period, a figure; never a name, a phone or a note. */
  readonly about: string
  readonly format: 'csv' | 'xlsx'
  readonly names: Omit<ExportNames, 'today'>
  readonly sheets: readonly [Sheet, ...Sheet[]]
}

/** Writes the file and, before it is answered, who took what along and how much of it. */
export function handOver(context: Context, { operation, about, format, names, sheets }: Asked): ExportedFile {
  const { db, me, now, today } = context
  const file = exportFile(format, { ...names, today }, sheets)
  const subject = [about, format, `rows=${file.rows}`].filter(Boolean).join(' ')
  appendAudit(db, { at: now, staffId: me.id, operation, subject })
  return file
}
