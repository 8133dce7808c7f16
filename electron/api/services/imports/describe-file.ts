import { findLiveBatch } from '../../../../db/repositories/import-batches.ts'
import type { FileReading } from '../../../../shared/contract/imports.ts'
import type { ImportRow, Mapping } from '../../../../shared/domain/import/fields.ts'
import { describeDates } from '../../../../shared/domain/import/resolve-dates.ts'
import { headersOf, sortRows } from '../../../../shared/domain/import/sort-rows.ts'
import { answerValues, suggestMapping, suggestValues } from '../../../../shared/domain/import/suggest-mapping.ts'
import type { Context } from '../../context.ts'
import { type ShelvedFile, takeFromShelf } from './file-shelf.ts'
import { storeVocabulary } from './store-vocabulary.ts'

const HEAD_ROWS = 12
const EXAMPLES = 3
const EXAMPLE_DEPTH = 200
const CELL_SHOWN = 80

/** The file again under another mapping: its values, and a suggestion for those nobody has answered. Without columns they are guessed. */
export function remapFile(context: Context, { token, mapping }: { token: string; mapping: Mapping }): FileReading {
  const file = takeFromShelf(context.desk, token, context.now)
  const vocabulary = storeVocabulary(context.db)
  if (Object.keys(mapping.columns).length === 0) {
    const guess = suggestMapping(file.rows, { name: file.name, today: context.today }, vocabulary, mapping.headerRow)
    return describeFile(context, file, guess)
  }
  const { data } = sortRows(file.rows, mapping.headerRow)
  return describeFile(context, file, answerValues(data, mapping, vocabulary))
}

/** What a screen shows of a file under a mapping. */
export function describeFile({ db }: Context, file: ShelvedFile, mapping: Mapping): FileReading {
  const { data } = sortRows(file.rows, mapping.headerRow)
  const headers = headersOf(file.rows, mapping.headerRow)
  const { withoutYear, years, yearLast, blank } = describeDates(data, mapping.columns.date, mapping)
  return {
    token: file.token,
    fileName: file.name,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rowCount: file.rows.length,
    head: file.rows.slice(0, HEAD_ROWS).map(({ cells }) => cells.map(shown)),
    headers: headers.map(shown),
    examples: headers.map((_, column) => examplesOf(data, column)),
    mapping,
    distinct: suggestValues(data, mapping.columns, storeVocabulary(db)),
    dates: { withoutYear, years: [...years], yearLast, blank },
    importedBefore: findLiveBatch(db, file.sha256),
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
