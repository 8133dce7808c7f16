import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import type { ExportedFile, ExportWords } from '../../shared/contract/exports.ts'
import { unguard } from '../../shared/domain/export/guard.ts'

/** Words of nobody's language: every column and code under its own key. */
export const NO_WORDS: ExportWords = { app: '九控', title: '清单', columns: {}, codes: {} }

type Value = string | number | undefined

/** The cells of each sheet as a spreadsheet holds them, by the sheet's name. */
export function sheetsOf({ contentBase64 }: Pick<ExportedFile, 'contentBase64'>): Record<string, Value[][]> {
  const workbook = read(contentBase64, { type: 'base64' })
  return Object.fromEntries(
    Object.entries(workbook.Sheets).map(([name, sheet]) => [name, utils.sheet_to_json<Value[]>(sheet, { header: 1 })]),
  )
}

/** The cells of a CSV file, the guards taken off as the importer does. */
export function linesOf({ contentBase64 }: Pick<ExportedFile, 'contentBase64'>): string[][] {
  const bytes = Buffer.from(contentBase64, 'base64')
  return parse(bytes, { bom: true }).map((line) => line.map(unguard))
}
