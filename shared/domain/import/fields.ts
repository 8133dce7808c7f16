/** What a column of a foreign register can mean. */
export const IMPORT_FIELDS = [
  'date',
  'time',
  'kind',
  'name',
  'phone',
  'wechat',
  'partySize',
  'firstVisit',
  'channel',
  'model',
  'grade',
  'horizon',
  'testDrive',
  'receivedBy',
  'followUp',
  'note',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** The fields whose every distinct value a person may say the meaning of. */
export const VALUE_FIELDS = ['channel', 'receivedBy', 'firstVisit', 'grade', 'kind', 'horizon', 'testDrive'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

/**
 * How a foreign file is read.
 *
 * `headerRow` is the place of the header among the rows, -1 when there is none. `columns` says at which place each field stands.
 * `values` says what each distinct value of a column means, blank included (''): a channel id or `new:<group>:<name>`, a staff
 * id, `first` or `again`, a slot, `showroom` or `phone`, months or `year_end`, `done`. The meaning '' leaves the value out.
 */
export type Mapping = {
  readonly headerRow: number
  readonly columns: Readonly<Partial<Record<ImportField, number>>>
  readonly values: Readonly<Partial<Record<ValueField, Readonly<Record<string, string>>>>>
  /** For dates without a year; null takes the year that lies nearest to the rows around them. */
  readonly year: number | null
  /** For dates whose year comes last. */
  readonly dateOrder: 'mdy' | 'dmy'
  /** A row without a date: out, or on the date of the row above it (registers that write the day once). */
  readonly blankDate: 'leave_out' | 'as_above'
  /** The channel of every row when no column says it. */
  readonly defaultChannel: string | null
  /** A phone that is already on file: the same customer coming again, or leave the row out. */
  readonly knownPhone: 'same_person' | 'skip'
}

/** The meaning given to a value; null when nobody has given one. A cell may say `constructor`: only own keys count. */
export function meaningOf(values: Mapping['values'], field: ValueField, value: string): string | null {
  const meanings = values[field]
  return meanings !== undefined && Object.hasOwn(meanings, value) ? (meanings[value] ?? null) : null
}

/** One row of the file: the line it begins on, counted from 1, and its cells as they came. */
export type ImportRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a row stays out; the dictionaries hold the sentence. */
export const LEFT_OUT_CODES = [
  'title',
  'empty',
  'subtotal',
  'repeated_header',
  'repeated',
  'no_date',
  'date_without_year',
  'bad_date',
  'in_the_future',
  'already_in_store',
  'phone_on_file',
] as const
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number]

/** What deserves a look about a row that does go in. */
export const FLAG_CODES = [
  'phone_unusable',
  'other_name',
  'time_unreadable',
  'party_unreadable',
  'drive_without_person',
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** How a sample row ends up. */
export const OUTCOMES = ['captured', 'returning', 'anonymous'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a file cannot be read at all. */
export type UnreadableCause =
  | 'empty'
  | 'not_text'
  | 'encoding'
  | 'workbook'
  | 'quote'
  | 'columns'
  | 'damaged'
  | 'nothing'

/** A column that turns out to hold more different values than anyone can answer for is not a column of that kind. */
export const MOST_VALUES = 300
