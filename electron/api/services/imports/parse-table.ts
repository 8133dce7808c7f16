import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '../../../../shared/contract/failure.ts'
import { unguard } from '../../../../shared/domain/export/guard.ts'
import type { ImportRow } from '../../../../shared/domain/import/fields.ts'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'
import { unreadable } from './unreadable.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const
const PROBE_CHARACTERS = 65_536
const PROBE_ROWS = 50

export type Table = { readonly rows: readonly ImportRow[]; readonly delimiter: string }

/**
 * The rows of a delimited text, each with the line it begins on, without what our own exports put before formulas. A row may be longer
 * or shorter than the header.
 */
export function parseTable(text: string): Table {
  const named = /^sep=(.)\r?\n/i.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  const delimiter = named?.[1] ?? detectDelimiter(body)
  const rows = records(body, delimiter, MOST_ROWS + 1).map(({ line, cells }) => ({
    line: named === null ? line : line + 1,
    cells,
  }))
  if (rows.length > MOST_ROWS) throw new Refusal('file_too_large', { params: { rows: MOST_ROWS } })
  if (rows.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) throw unreadable('empty')
  if (rows.some(({ cells }) => cells.length > MOST_COLUMNS)) throw unreadable('columns')
  return { rows, delimiter }
}

/** The delimiter under which the first rows agree best on a number of columns greater than one. */
function detectDelimiter(text: string): string {
  const probe = text.slice(0, PROBE_CHARACTERS)
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: agreement(widths(probe, delimiter)) }))
  const best = scores.toSorted((a, b) => b.score - a.score)[0]
  return best === undefined || best.score === 0 ? ',' : best.delimiter
}

function widths(probe: string, delimiter: string): number[] {
  try {
    return records(probe, delimiter, PROBE_ROWS).map(({ cells }) => cells.length)
  } catch {
    // The probe may end inside a quoted cell: count in plain lines then.
    return probe.split(/\r\n?|\n/, PROBE_ROWS).map((line) => line.split(delimiter).length)
  }
}

/** Columns of the commonest width times the share of rows that have it; 0 when that is a single column. */
function agreement(found: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1)
  const scores = [...counts].map(([width, rows]) => (width < 2 ? 0 : width * (rows / found.length)))
  return Math.max(0, ...scores)
}

type Parsed = { readonly info: { readonly lines: number }; readonly record: string[] }

function records(text: string, delimiter: string, most: number): ImportRow[] {
  const plain = plainRecords(text, delimiter, most)
  if (plain !== null) return plain
  let line = 1
  return parsed(text, delimiter, most).map(({ info, record }) => {
    const row = { line, cells: record.map(unguard) }
    line = info.lines + 1
    return row
  })
}

/** Where nothing is quoted the lines are the rows, and cutting them takes a tenth of the time; null where that is not so. */
function plainRecords(text: string, delimiter: string, most: number): ImportRow[] | null {
  const end = text.includes('\r') ? '\r\n' : '\n'
  if (text.includes('"') || (end === '\r\n' && /\r(?!\n)|(?<!\r)\n/.test(text))) return null
  if (text === '') return []
  const lines = (text.endsWith(end) ? text.slice(0, -end.length) : text).split(end, most)
  return lines.map((line, index) => ({ line: index + 1, cells: line.split(delimiter).map(unguard) }))
}

function parsed(text: string, delimiter: string, most: number): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      to: most,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      // The library's types do not follow `info`, which makes each record { info, record }.
    }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote' : 'damaged', Number(error['lines'] ?? 0))
  }
}
