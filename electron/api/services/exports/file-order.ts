import type { Sheet } from '../../../../shared/domain/export/sheet.ts'
import type { ExportNames } from './export-file.ts'

/** What is to stand in a file that leaves the house, read and in the asker's words. */
export type FileOrder = {
  /** What of it, for the audit trail: a period, a figure; never a name, a phone or a note. */
  readonly about: string
  readonly format: 'csv' | 'xlsx'
  readonly names: Omit<ExportNames, 'today'>
  readonly sheets: readonly [Sheet, ...Sheet[]]
}
