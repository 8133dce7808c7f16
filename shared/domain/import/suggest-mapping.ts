import type { BusinessDate } from '../../values/business-date.ts'
import { fieldsAsked } from './check-mapping.ts'
import { distinctValues, type ValueCount } from './distinct-values.ts'
import { type ImportRow, type Mapping, MOST_VALUES, meaningOf, type ValueField } from './fields.ts'
import { guessColumns, guessKind } from './guess-columns.ts'
import type { Guess } from './read-horizon.ts'
import { type DateColumn, describeDates } from './resolve-dates.ts'
import { findHeader, headersOf, sortRows } from './sort-rows.ts'
import { suggestMeaning, type Vocabulary } from './suggest.ts'
import { suggestModels } from './suggest-model.ts'

/** What somebody has said already of a file: the kind, the sheet its rows are from, where the header lies. */
export type Known = Partial<Pick<Mapping, 'kind' | 'sheet' | 'headerRow' | 'headerLines'>>

/** The first guess for a file nobody has said anything about, or of which only so much is known. */
export function suggestMapping(
  rows: readonly ImportRow[],
  file: { readonly name: string; readonly today: BusinessDate },
  vocabulary: Vocabulary,
  known: Known = {},
): Mapping {
  const { headerRow, headerLines } =
    known.headerRow === undefined
      ? findHeader(rows)
      : { headerRow: known.headerRow, headerLines: known.headerLines ?? 1 }
  const headers = headersOf(rows, { headerRow, headerLines })
  const kind = known.kind ?? guessKind(headers)
  const columns = guessColumns(headers, kind)
  const { data } = sortRows(rows, { headerRow, headerLines })
  const options = { year: null, dateOrder: 'mdy', blankDate: 'leave_out', blankOn: null } as const
  const dates = describeDates(data, columns.date, options)
  const title = rows.slice(0, Math.max(0, headerRow)).flatMap(({ cells }) => cells)
  const mapping: Mapping = {
    ...options,
    kind,
    sheet: known.sheet ?? 0,
    headerRow,
    headerLines,
    columns,
    values: {},
    year: dates.hasWhole ? null : (yearIn([...title, file.name]) ?? Number(file.today.slice(0, 4))),
    dateOrder: orderOf(data, columns, dates),
    defaultChannel: vocabulary.channels.find(({ group }) => group === 'walk_in')?.id ?? null,
    defaultPerson: null,
    knownPhone: 'same_person',
    otherName: 'same_person',
    notesSayingDeal: 'keep',
    notesSayingLoss: 'keep',
  }
  return answerValues(data, mapping, vocabulary)
}

const OTHER_DATES = ['closedOn', 'nextOn', 'deliveredOn'] as const

/** The order of day and month: of the column of dates, or where that bears nothing out, of the other days a row says. */
function orderOf(data: readonly ImportRow[], columns: Mapping['columns'], dates: DateColumn): Mapping['dateOrder'] {
  if (dates.onlyDayFirst + dates.onlyMonthFirst > 0) return dates.order
  const options = { year: null, dateOrder: 'mdy', blankDate: 'leave_out', blankOn: null } as const
  const others = OTHER_DATES.flatMap((field) => columns[field] ?? [])
  return others.some((column) => describeDates(data, column, options).order === 'dmy') ? 'dmy' : dates.order
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
  mapping: Pick<Mapping, 'kind' | 'columns'>,
  vocabulary: Vocabulary,
): Partial<Record<ValueField, SuggestedValue[]>> {
  const answers: Partial<Record<ValueField, SuggestedValue[]>> = {}
  for (const field of fieldsAsked(mapping)) {
    const column = mapping.columns[field]
    if (column === undefined) continue
    const counts = distinctValues(data, column)
    // Nobody looks through thousands of models: they are taken as they are.
    if (field === 'model' && counts.length > MOST_VALUES) continue
    const guessOf = guesser(field, counts, vocabulary)
    answers[field] = counts.slice(0, MOST_VALUES + 1).map(({ value, rows }) => {
      const guess = guessOf(value)
      return { value, rows, suggestion: guess?.meaning ?? null, isSure: guess?.isSure ?? false }
    })
  }
  return answers
}

function guesser(
  field: ValueField,
  counts: readonly ValueCount[],
  vocabulary: Vocabulary,
): (value: string) => Guess | null {
  return field === 'model'
    ? suggestModels(counts, vocabulary.models)
    : (value) => suggestMeaning(field, value, vocabulary)
}

/** The mapping with a suggestion wherever nobody has said what a value means; answers already given stay. */
export function answerValues(data: readonly ImportRow[], mapping: Mapping, vocabulary: Vocabulary): Mapping {
  const suggested = suggestValues(data, mapping, vocabulary)
  const values: Partial<Record<ValueField, Record<string, string>>> = {}
  for (const field of fieldsAsked(mapping)) {
    const answers = (suggested[field] ?? []).flatMap(({ value, suggestion }) => {
      const meaning = meaningOf(mapping.values, field, value) ?? suggestion
      return meaning === null ? [] : [[value, meaning] as const]
    })
    if (suggested[field] !== undefined) values[field] = Object.fromEntries(answers)
  }
  return { ...mapping, values }
}
