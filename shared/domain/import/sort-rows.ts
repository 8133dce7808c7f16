import { cellText, isBlank } from './cell-text.ts'
import type { ImportRow, LeftOutCode } from './fields.ts'
import { headerWords } from './guess-columns.ts'

export type LeftOut = { readonly row: ImportRow; readonly code: LeftOutCode }
export type SortedRows = { readonly data: readonly ImportRow[]; readonly leftOut: readonly LeftOut[] }

/** How deep under titles a header may lie. */
const HEADER_DEPTH = 30
const SUBTOTAL = /^.{0,12}?(小计|合计|总计|累计|共计)\s*[:：]?\s*[\d.,]*\s*[人批组位台次]?$|^(sub|grand)?\s*-?total\b/i

/** The row that reads most like the header of a register, the first of equals; -1 when none has two words of one. */
export function findHeaderRow(rows: readonly ImportRow[]): number {
  let best = -1
  let most = 1
  for (const [index, row] of rows.slice(0, HEADER_DEPTH).entries()) {
    const words = headerWords(row.cells)
    if (words <= most) continue
    best = index
    most = words
  }
  return best
}

/** The names of the columns; without a header row, or where it is blank, the place counted from 1. */
export function headersOf(rows: readonly ImportRow[], headerRow: number): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const header = rows[headerRow]?.cells ?? []
  return Array.from({ length: Math.min(width, 1000) }, (_, column) => cellText(header[column]) || String(column + 1))
}

/** Parts the rows of visitors from what paper and workbooks put around them. The header itself is neither. */
export function sortRows(rows: readonly ImportRow[], headerRow: number): SortedRows {
  const data: ImportRow[] = []
  const leftOut: LeftOut[] = []
  const header = rows[headerRow]?.cells ?? []
  const titles = new Set(rows.slice(0, Math.max(0, headerRow)).map(textOf))
  for (const [index, row] of rows.entries()) {
    if (index === headerRow) continue
    const code = index < headerRow ? 'title' : decorationOf(row, header, titles)
    if (code === null) data.push(row)
    else leftOut.push({ row, code })
  }
  return { data, leftOut }
}

function decorationOf(row: ImportRow, header: readonly string[], titles: ReadonlySet<string>): LeftOutCode | null {
  const written = row.cells.filter((cell) => !isBlank(cell))
  if (written.length === 0) return 'empty'
  if (SUBTOTAL.test(cellText(written[0]))) return 'subtotal'
  if (
    written.length >= 2 &&
    row.cells.every((cell, column) => isBlank(cell) || cellText(cell) === cellText(header[column]))
  ) {
    return 'repeated_header'
  }
  return titles.size > 0 && titles.has(textOf(row)) ? 'title' : null
}

function textOf(row: ImportRow): string {
  return row.cells.map(cellText).filter(Boolean).join('|')
}
