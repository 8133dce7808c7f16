import { findLiveBatch } from '../../../../db/repositories/import-batches.ts'
import type { FileReading } from '../../../../shared/contract/imports.ts'
import { describeNotes } from '../../../../shared/domain/import/describe-notes.ts'
import type { ImportRow, Mapping } from '../../../../shared/domain/import/fields.ts'
import { describeDates } from '../../../../shared/domain/import/resolve-dates.ts'
import { headersOf, sortRows } from '../../../../shared/domain/import/sort-rows.ts'
import { answerValues, suggestMapping, suggestValues } from '../../../../shared/domain/import/suggest-mapping.ts'
import { rowsOf, type ShelvedFile } from './file-shelf.ts'
import type { MappedFile } from './make-plan.ts'
import { storeVocabulary } from './store-vocabulary.ts'
import type { WorkerContext } from './worker-context.ts'

const HEAD_ROWS = 12
const EXAMPLES = 3
const EXAMPLE_DEPTH = 200
const CELL_SHOWN = 80

/** The file again under another mapping: its values, and a suggestion for those nobody has answered. Without columns they are guessed. */
export function remapFile(context: WorkerContext, { token, mapping }: MappedFile): FileReading {
  const file = context.shelf.take(token, context.now)
  const rows = rowsOf(file, mapping.sheet)
  const vocabulary = storeVocabulary(context)
  if (Object.keys(mapping.columns).length === 0) {
    const { kind, sheet, headerRow, headerLines } = mapping
    const known = { kind, sheet, headerRow, headerLines }
    const guess = suggestMapping(rows, { name: file.name, today: context.today }, vocabulary, known)
    return describeFile(context, file, guess, null)
  }
  const { data } = sortRows(rows, mapping)
  return describeFile(context, file, answerValues(data, mapping, vocabulary), null)
}

/** What a screen shows of a file under a mapping; `template` says which kept mapping that is. */
export function describeFile(
  context: WorkerContext,
  file: ShelvedFile,
  mapping: Mapping,
  template: FileReading['template'],
): FileReading {
  const rows = rowsOf(file, mapping.sheet)
  const { data } = sortRows(rows, mapping)
  const headers = headersOf(rows, mapping)
  const { withoutYear, years, yearLast, onlyMonthFirst, onlyDayFirst, blank, from, to } = describeDates(
    data,
    mapping.columns.date,
    mapping,
  )
  const notes = describeNotes(data, mapping)
  return {
    token: file.token,
    fileName: file.name,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sheets: file.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rowCount: sheet.ok ? sheet.rows.length : 0,
    })),
    rowCount: rows.length,
    head: rows.slice(0, HEAD_ROWS).map(({ cells }) => cells.map(shown)),
    headers: headers.map(shown),
    examples: headers.map((_, column) => examplesOf(data, column)),
    mapping,
    distinct: suggestValues(data, mapping, storeVocabulary(context)),
    dates: { withoutYear, years: [...years], yearLast, onlyMonthFirst, onlyDayFirst, blank, from, to },
    notes: { ...notes, examples: [...notes.examples] },
    template: template === null ? null : { id: template.id, name: template.name },
    importedBefore: findLiveBatch(context.db, file.sha256),
  }
}

/** A few different values, to recognise a column by. */
function examplesOf(data: readonly ImportRow[], column: number): string {
  const values = data.slice(0, EXAMPLE_DEPTH).map(({ cells }) => shown(cells[column] ?? ''))
  return [...new Set(values.filter(Boolean))].slice(0, EXAMPLES).join('、')
}

function shown(cell: string): string {
  const text = cell.trim()
  return text.length > CELL_SHOWN ? `${text.slice(0, CELL_SHOWN)}…` : text
}
