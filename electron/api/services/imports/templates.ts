import type { Db } from '../../../../db/connection.ts'
import { findTemplate, listTemplates } from '../../../../db/repositories/import-templates.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { FileReading } from '../../../../shared/contract/imports.ts'
import { IMPORT_FIELDS, type Mapping, type TemplateMapping } from '../../../../shared/domain/import/fields.ts'
import { describeDates } from '../../../../shared/domain/import/resolve-dates.ts'
import { headersOf, sortRows } from '../../../../shared/domain/import/sort-rows.ts'
import { answerValues, suggestMapping } from '../../../../shared/domain/import/suggest-mapping.ts'
import { describeFile } from './describe-file.ts'
import { type FileSheet, rowsOf, type ShelvedFile } from './file-shelf.ts'
import type { MappedFile } from './make-plan.ts'
import { storeVocabulary } from './store-vocabulary.ts'
import type { WorkerContext } from './worker-context.ts'

/** Where the headers of a kept mapping stand in a file, and how many of them. */
type Place = Pick<Mapping, 'sheet' | 'headerRow' | 'headerLines'> & { readonly found: number }
type KeptTemplate = { readonly id: string; readonly name: string; readonly mapping: TemplateMapping }
export type FittingTemplate = KeptTemplate & { readonly place: Place }

/** How deep under titles they may stand. */
const HEADER_DEPTH = 30

/** The mapping of a file with its columns by their headers, as it is kept. */
export function keptMapping(context: WorkerContext, { token, mapping }: MappedFile): TemplateMapping {
  const file = context.shelf.take(token, context.now)
  const headers = headersOf(rowsOf(file, mapping.sheet), mapping)
  const { columns, sheet: _sheet, headerRow: _headerRow, ...rest } = mapping
  const named = IMPORT_FIELDS.flatMap((field) => {
    const column = columns[field]
    const header = column === undefined ? undefined : headers[column]
    return header === undefined ? [] : [[field, header] as const]
  })
  return { ...rest, columns: Object.fromEntries(named) }
}

/** The newest kept mapping whose headers all stand in a file, on one sheet that people see. */
export function fittingTemplate(db: Db, { sheets }: ShelvedFile): FittingTemplate | null {
  for (const template of listTemplates(db)) {
    const place = placeOf(sheets, template.mapping)
    const named = Object.keys(template.mapping.columns).length
    if (place !== null && named > 0 && place.found === named) return { ...template, place }
  }
  return null
}

/** The file read with a kept mapping; columns it does not have are left open. */
export function readWithTemplate(
  context: WorkerContext,
  { token, templateId }: { readonly token: string; readonly templateId: string },
): FileReading {
  const file = context.shelf.take(token, context.now)
  const template = findTemplate(context.db, templateId)
  const place = template === null ? null : placeOf(file.sheets, template.mapping)
  if (template === null || place === null) throw new Refusal('not_found')
  return describeFile(context, file, underTemplate(context, file, { ...template, place }), template)
}

/** The place where most of the headers stand, the first of equals; null when every sheet is hidden or empty. */
function placeOf(sheets: readonly FileSheet[], { columns, headerLines }: TemplateMapping): Place | null {
  const named = Object.values(columns)
  let best: Place | null = null
  for (const [sheet, { hidden, ...held }] of sheets.entries()) {
    if (hidden || !held.ok) continue
    for (const headerRow of held.rows.slice(0, HEADER_DEPTH).keys()) {
      const lines = held.rows.slice(headerRow, headerRow + headerLines)
      const headers = new Set(headersOf(lines, { headerRow: 0, headerLines }))
      const found = named.filter((header) => headers.has(header)).length
      if (best === null || found > best.found) best = { sheet, headerRow, headerLines, found }
    }
  }
  return best
}

/**
 * A kept mapping laid over a file. Values that are new in this file get a suggestion. The year and the day that were given to
 * dates were those of the other file.
 */
export function underTemplate(
  context: WorkerContext,
  file: ShelvedFile,
  { mapping: kept, place }: FittingTemplate,
): Mapping {
  const { found: _found, ...header } = place
  const rows = rowsOf(file, place.sheet)
  const vocabulary = storeVocabulary(context)
  const headers = headersOf(rows, header)
  const placed = IMPORT_FIELDS.flatMap((field) => {
    const wanted = kept.columns[field]
    const column = wanted === undefined ? -1 : headers.indexOf(wanted)
    return column === -1 ? [] : [[field, column] as const]
  })
  const columns: Mapping['columns'] = Object.fromEntries(placed)
  const known = { kind: kept.kind, ...header }
  const guess = suggestMapping(rows, { name: file.name, today: context.today }, vocabulary, known)
  const { data } = sortRows(rows, header)
  const mapping: Mapping = { ...kept, ...header, columns, year: null, blankOn: null }
  const { hasWhole } = describeDates(data, columns.date, mapping)
  return answerValues(data, { ...mapping, year: hasWhole ? null : guess.year }, vocabulary)
}
