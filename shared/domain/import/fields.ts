import type { BusinessDate } from '../../values/business-date.ts'

/** What a foreign file is a list of: arrivals, customers being worked on, or orders. */
export const IMPORT_KINDS = ['visits', 'leads', 'sales'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/**
 * What a column of a foreign file can mean. `date` is the arrival, the day a lead was captured, or the day of the order;
 * `receivedBy` who received, who owns, or who sold; `number` the row's own number in the program it comes from, of a visit the one
 * by which this store knows its own again.
 */
export const IMPORT_FIELDS = [
  'date',
  'time',
  'kind',
  'number',
  'name',
  'phone',
  'wechat',
  'gender',
  'city',
  'partySize',
  'firstVisit',
  'channel',
  'brand',
  'model',
  'grade',
  'horizon',
  'budget',
  'competitor',
  'testDrive',
  'receivedBy',
  'status',
  'closedOn',
  'lossReason',
  'nextOn',
  'deliveredOn',
  'price',
  'grossProfit',
  'followUp',
  'note',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

const OF_ARRIVALS = ['time', 'kind', 'partySize', 'firstVisit'] as const
const OF_CLOSING = ['status', 'closedOn', 'lossReason'] as const
const OF_DEALS = ['deliveredOn', 'price', 'grossProfit'] as const
const OF_WORK = ['horizon', 'budget', 'competitor', 'testDrive', 'nextOn', 'followUp'] as const

function without(...left: readonly ImportField[]): readonly ImportField[] {
  return IMPORT_FIELDS.filter((field) => !left.includes(field))
}

/** The fields that make sense for each kind of file, in the order a screen offers them. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  visits: without(...OF_CLOSING, ...OF_DEALS),
  leads: without(...OF_ARRIVALS, 'deliveredOn'),
  sales: without(...OF_ARRIVALS, ...OF_CLOSING, ...OF_WORK),
}

/** The fields whose every distinct value a person may say the meaning of. */
export const VALUE_FIELDS = [
  'channel',
  'receivedBy',
  'status',
  'lossReason',
  'firstVisit',
  'grade',
  'kind',
  'horizon',
  'testDrive',
  'gender',
  'model',
] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

/**
 * How a foreign file is read.
 *
 * `sheet` is the place of the sheet in a workbook (0 for a text file). `headerRow` is the place of the header's first line among the
 * rows, -1 when there is none, and `headerLines` over how many lines it runs. `columns` says at which place each field stands.
 * `values` says what each distinct value of a column means, blank included (''): a channel id or `new:<group>:<name>`, a staff
 * id or `new:<name>` (a salesperson who is not on file; only an owner may), `open|won|lost|dormant`, a loss reason, `first` or
 * `again`, a slot, `showroom` or `phone`, months or `year_end`, `done`, `m` or `f`, a model's name. The meaning '' leaves the value
 * out.
 */
export type Mapping = {
  readonly kind: ImportKind
  readonly sheet: number
  readonly headerRow: number
  readonly headerLines: number
  readonly columns: Readonly<Partial<Record<ImportField, number>>>
  readonly values: Readonly<Partial<Record<ValueField, Readonly<Record<string, string>>>>>
  /** For dates without a year; null takes the year that lies nearest to the rows around them. */
  readonly year: number | null
  /** For dates whose year comes last. */
  readonly dateOrder: 'mdy' | 'dmy'
  /** A row without a date: out, on the date of the row above it (registers that write the day once), or on `blankOn`. */
  readonly blankDate: 'leave_out' | 'as_above' | 'on_day'
  readonly blankOn: BusinessDate | null
  /** The channel of every row when no column says it. */
  readonly defaultChannel: string | null
  /** Who sold or owns what no column gives to anybody; a sale without a person stays out. */
  readonly defaultPerson: string | null
  /** A phone that is on file in the store already: the same customer coming again, or leave the row out. */
  readonly knownPhone: 'same_person' | 'skip'
  /** A phone that stands on another name, in the store or earlier in the file. */
  readonly otherName: 'same_person' | 'another_person' | 'skip'
  /** A remark that speaks of an order or of a loss stays a remark unless somebody says that it is one. */
  readonly notesSayingDeal: 'keep' | 'as_deal'
  readonly notesSayingLoss: 'keep' | 'as_loss'
}

/** The meaning given to a value; null when nobody has given one. A cell may say `constructor`: only own keys count. */
export function meaningOf(values: Mapping['values'], field: ValueField, value: string): string | null {
  const meanings = values[field]
  return meanings !== undefined && Object.hasOwn(meanings, value) ? (meanings[value] ?? null) : null
}

/**
 * One row of the file: the line it begins on, counted from 1 (in a workbook the row's own number; rows that say nothing are not
 * there), and its cells as they came. Of merged cells of a workbook every row has the value (the day written once for all its
 * visitors), and of several columns the first.
 */
export type ImportRow = { readonly line: number; readonly cells: readonly string[] }

/** Told between the chunks of long work how far it is; throws when nobody waits for the work any more. */
export type Tick = (done: number, total: number) => void

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
  'phone_on_other_name',
  'nobody',
  'no_seller',
] as const
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number]

/** What deserves a look about a row that does go in. */
export const FLAG_CODES = [
  'phone_unusable',
  'other_name',
  'time_unreadable',
  'party_unreadable',
  'drive_without_person',
  'note_says_deal',
  'note_says_loss',
  'price_unreadable',
  'deal_without_person',
  'open_lead_on_file',
  'close_unreadable',
  'closed_before_begun',
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** How a sample row ends up. */
export const OUTCOMES = ['captured', 'returning', 'anonymous', 'lead', 'won', 'lost', 'sold'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a file cannot be read at all. */
export type UnreadableCause =
  | 'empty'
  | 'not_text'
  | 'encoding'
  | 'workbook'
  | 'too_big_inside'
  | 'encrypted'
  | 'quote'
  | 'columns'
  | 'damaged'
  | 'nothing'

/** A column that turns out to hold more different values than anyone can answer for is not a column of that kind. */
export const MOST_VALUES = 300

/** What long work on a file is doing, for whoever waits. */
export const IMPORT_PHASES = ['reading', 'planning', 'backing_up', 'writing', 'undoing'] as const
export type ImportPhase = (typeof IMPORT_PHASES)[number]

/** A mapping kept under a name, its columns by their headers: the next file of the same form needs no questions. */
export type TemplateMapping = Omit<Mapping, 'columns' | 'sheet' | 'headerRow'> & {
  readonly columns: Readonly<Partial<Record<ImportField, string>>>
}
