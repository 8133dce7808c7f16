import { type CsvError, type Options, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { FaultCode } from '../../shared/messages/fault.ts'

/** `line` = the line of the file on which the row begins, counted from 1; a quoted field may reach over several. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
export type CsvFile = { readonly header: CsvRow; readonly rows: readonly CsvRow[] }
export type CsvProblem = { readonly code: FaultCode; readonly line: number }

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly empty_lines: number } }

const OPTIONS: Options = {
  bom: true,
  info: true,
  record_delimiter: ['\r\n', '\n'],
  // A row that is too short or too long is our fault to report, with its line, beside the others.
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: 0,
}

/** The rows of an RFC 4180 text, BOM and CRLF accepted; what stops a reader is answered, never thrown. */
export function readCsv(text: string): CsvFile | CsvProblem {
  const nul = text.indexOf('\0')
  if (nul !== -1) return { code: 'nul_byte', line: 1 + countLineBreaks(text.slice(0, nul)) }
  try {
    const [header, ...rows] = withLines(parseRecords(text))
    return header === undefined ? { code: 'header_missing', line: 1 } : { header, rows }
  } catch (error) {
    return problemOf(error as CsvError, text)
  }
}

/** Rows as RFC 4180 text with `\n`; the first row is the header. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  // A bare carriage return before our line break would be read back as part of the break.
  return stringify([...rows], { record_delimiter: '\n', quoted_match: /\r/ })
}

/** With `info`, which the types of csv-parse do not know, each record comes with where it stood. */
function parseRecords(text: string, options: Options = {}): readonly CsvRecord[] {
  return parse(text, { ...OPTIONS, ...options }) as unknown as readonly CsvRecord[]
}

/** csv-parse tells where a record ends, and counts a bare carriage return as a line: so the beginnings are counted here. */
function withLines(records: readonly CsvRecord[]): CsvRow[] {
  let next = 1
  let emptyBefore = 0
  return records.map(({ record, info }) => {
    const line = next + info.empty_lines - emptyBefore
    emptyBefore = info.empty_lines
    next = line + 1
    for (const cell of record) next += countLineBreaks(cell)
    return { line, cells: record }
  })
}

/** The row that cannot be read begins after those that can. */
function problemOf(error: CsvError, text: string): CsvProblem {
  const readable = Number(error.records ?? 0)
  const rows = readable === 0 ? [] : withLines(parseRecords(text, { to: readable }))
  const last = rows.at(-1)
  const after = last === undefined ? 1 : last.line + 1 + countLineBreaks(last.cells.join(''))
  return { code: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote_not_closed' : 'quote_misplaced', line: after }
}

function countLineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
