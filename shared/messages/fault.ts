/** What can be wrong with a folder of the exchange format (interchange.md). The sentences stand in zh.ts and en.ts. */
export const FAULT_CODES = [
  'folder_missing',
  'file_unreadable',
  'not_utf8',
  'nul_byte',
  'quote_not_closed',
  'quote_misplaced',
  'header_missing',
  'column_missing',
  'column_repeated',
  'column_unknown',
  'file_unknown',
  'ragged_row',
  'value_missing',
  'bad_integer',
  'bad_money',
  'bad_boolean',
  'bad_instant',
  'bad_date',
  'bad_month',
  'bad_word',
  'bad_weekdays',
  'bad_time_zone',
  'key_repeated',
  'reference_broken',
  'pair_broken',
  'first_visit_repeated',
  'open_request_repeated',
  'store_missing',
  'store_repeated',
  'store_is_another',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** One thing that is wrong and where. `line` counts from 1 and is the line on which the row begins; 0 = the file as a whole. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly value: string
  readonly code: FaultCode
  readonly params: Readonly<Record<string, string | number>>
}
