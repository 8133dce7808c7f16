import type { BusinessDate } from '../../values/business-date.ts'
import { distinctValues, type ValueCount } from './distinct-values.ts'
import { type ImportRow, type Mapping, MOST_VALUES, meaningOf, VALUE_FIELDS, type ValueField } from './fields.ts'
import { guessColumns } from './guess-columns.ts'
import { describeDates } from './resolve-dates.ts'
import { findHeaderRow, headersOf, sortRows } from './sort-rows.ts'
import { suggestMeaning, type Vocabulary } from './suggest.ts'

/** The first guess for a file nobody has said anything about, or of which only the place of the header is known. */
export function suggestMapping(
  rows: readonly ImportRow[],
  file: { readonly name: string; readonly today: BusinessDate },
  vocabulary: Vocabulary,
  headerRow = findHeaderRow(rows),
): Mapping {
  const columns = guessColumns(headersOf(rows, headerRow))
  const { data } = sortRows(rows, headerRow)
  const dates = describeDates(data, columns.date, { year: null, dateOrder: 'mdy', blankDate: 'leave_out' })
  const title = rows.slice(0, Math.max(0, headerRow)).flatMap(({ cells }) => cells)
  const mapping: Mapping = {
    headerRow,
    columns,
    values: {},
    year: dates.hasWhole ? null : (yearIn([...title, file.name]) ?? Number(file.today.slice(0, 4))),
    dateOrder: dates.order,
    blankDate: 'leave_out',
    defaultChannel: vocabulary.channels.find(({ group }) => group === 'walk_in')?.id ?? null,
    knownPhone: 'same_person',
  }
  return answerValues(data, mapping, vocabulary)
}

/** A year that a title or the file's name says (2026年3月). */
function yearIn(texts: readonly string[]): number | null {
  const year = texts.map((text) => /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1]).find((found) => found !== undefined)
  return year === undefined ? null : Number(year)
}

export type SuggestedValue = ValueCount & { readonly suggestion: string | null; readonly isSure: boolean }

/** The distinct values of every mapped column with their suggestions, most frequent first. */
export function suggestValues(
  data: readonly ImportRow[],
  columns: Mapping['columns'],
  vocabulary: Vocabulary,
): Partial<Record<ValueField, SuggestedValue[]>> {
  const answers: Partial<Record<ValueField, SuggestedValue[]>> = {}
  for (const field of VALUE_FIELDS) {
    const column = columns[field]
    if (column === undefined) continue
    answers[field] = distinctValues(data, column)
      .slice(0, MOST_VALUES + 1)
      .map(({ value, rows }) => {
        const guess = suggestMeaning(field, value, vocabulary)
        return { value, rows, suggestion: guess?.meaning ?? null, isSure: guess?.isSure ?? false }
      })
  }
  return answers
}

/** The mapping with a suggestion wherever nobody has said what a value means; answers already given stay. */
export function answerValues(data: readonly ImportRow[], mapping: Mapping, vocabulary: Vocabulary): Mapping {
  const suggested = suggestValues(data, mapping.columns, vocabulary)
  const values: Partial<Record<ValueField, Record<string, string>>> = {}
  for (const field of VALUE_FIELDS) {
    const answers = (suggested[field] ?? []).flatMap(({ value, suggestion }) => {
      const meaning = meaningOf(mapping.values, field, value) ?? suggestion
      return meaning === null ? [] : [[value, meaning] as const]
    })
    if (suggested[field] !== undefined) values[field] = Object.fromEntries(answers)
  }
  return { ...mapping, values }
}
