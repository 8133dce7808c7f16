import type { ExportedFile } from '../../../../shared/contract/exports.ts'
import { fileName } from '../../../../shared/domain/export/names.ts'
import type { Sheet } from '../../../../shared/domain/export/sheet.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const MIME = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type ExportNames = {
  readonly app: string
  readonly title: string
  readonly period: { readonly from: string; readonly to: string } | null
  readonly today: string
}

/** The sheets as a file; a CSV file holds the first of them. */
export function exportFile(
  format: 'csv' | 'xlsx',
  names: ExportNames,
  sheets: readonly [Sheet, ...Sheet[]],
): ExportedFile {
  const { app, title, period, today } = names
  const written: readonly Sheet[] = format === 'csv' ? sheets.slice(0, 1) : sheets
  const bytes = format === 'csv' ? writeCsv(sheets[0]) : writeXlsx(sheets)
  return {
    fileName: fileName([app, title, period === null ? '' : periodText(period), today], format),
    mime: MIME[format],
    contentBase64: bytes.toString('base64'),
    rows: written.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}

function periodText({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from}~${to}`
}
