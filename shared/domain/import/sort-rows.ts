import { cellText, isBlank } from './cell-text.ts'
import type { ImportRow, LeftOutCode, Mapping } from './fields.ts'
import { HEADER_JOINT, headerWords } from './guess-columns.ts'

export type LeftOut = { readonly row: ImportRow; readonly code: LeftOutCode }
export type SortedRows = { readonly data: readonly ImportRow[]; readonly leftOut: readonly LeftOut[] }
export type HeaderPlace = Pick<Mapping, 'headerRow' | 'headerLines'>

/** How deep under titles a header may lie. */
const HEADER_DEPTH = 30
const MOST_COLUMNS = 1000
const SUBTOTAL = /^.{0,12}?(小计|合计|总计|累计|共计)\s*[:：]?\s*[\d.,]*\s*[人批组位台次]?$|^(sub|grand)?\s*-?total\b/i
/** What a line of a header never has: a day, a phone, a remark with a colon. */
const NO_TITLE = /\d|[:：]/

/** Where the header lies: the row that reads most like one, the first of equals, with the group titles that belong to it. */
export function findHeader(rows: readonly ImportRow[]): HeaderPlace {
  let best = -1
  let most = 1
  for (const [index, row] of rows.slice(0, HEADER_DEPTH).entries()) {
    const words = headerWords(row.cells)
    if (words <= most) continue
    best = index
    most = words
  }
  if (best === -1) return { headerRow: -1, headerLines: 1 }
  if (best > 0 && isGroupLine(rows[best - 1])) return { headerRow: best - 1, headerLines: 2 }
  return { headerRow: best, headerLines: isSecondLine(rows[best], rows[best + 1]) ? 2 : 1 }
}

function texts(row: ImportRow | undefined): string[] {
  return (row?.cells ?? []).map(cellText)
}

/** 来店 | 客户 | 洽谈 above the names of the columns; a title is one text, however many cells it was merged over. */
function isGroupLine(row: ImportRow | undefined): boolean {
  const written = texts(row).filter(Boolean)
  return new Set(written).size > 1 && written.every((text) => text.length <= 20 && !NO_TITLE.test(text))
}

/** Under a header whose titles run over two lines: parts of names, and nothing under those that need none. */
function isSecondLine(first: ImportRow | undefined, second: ImportRow | undefined): boolean {
  const [above, below] = [texts(first), texts(second)]
  const written = below.filter(Boolean)
  if (written.length === 0 || written.some((text) => text.length > 12 || NO_TITLE.test(text))) return false
  // A header that is written twice is a header and its repetition.
  if (above.join('|') === below.join('|')) return false
  const isFree = (_: string, column: number) => (below[column] ?? '') === '' || below[column] === above[column]
  return headerWords(below) > 0 && above.filter(Boolean).length > 2 && above.filter(isFree).length * 2 > above.length
}

/**
 * The names of the columns; without a header row, or where it is blank, the place counted from 1. Of a header of several lines a
 * title stands for the columns to its right as far as they have no title of their own, whether its merged cells were filled or not.
 */
export function headersOf(rows: readonly ImportRow[], { headerRow, headerLines }: HeaderPlace): string[] {
  let width = 0
  for (const { cells } of rows) width = Math.max(width, cells.length)
  const lines = headerRow < 0 ? [] : rows.slice(headerRow, headerRow + headerLines).map(texts)
  const names = lines.at(-1) ?? []
  const groups = lines.slice(0, -1).map((line) => spread(line, names))
  return Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, column) => {
    const parts = [...groups, names].map((line) => line[column] ?? '').filter(Boolean)
    return [...new Set(parts)].join(HEADER_JOINT) || String(column + 1)
  })
}

function spread(line: readonly string[], names: readonly string[]): string[] {
  let title = ''
  return names.map((name, column) => {
    const own = line[column] ?? ''
    if (own !== '') title = name === '' ? '' : own
    else if (name === '') title = ''
    return own === '' ? title : own
  })
}

/** Parts the rows of people from what paper and workbooks put around them. The header itself is neither. */
export function sortRows(rows: readonly ImportRow[], { headerRow, headerLines }: HeaderPlace): SortedRows {
  const data: ImportRow[] = []
  const leftOut: LeftOut[] = []
  const header = headerRow < 0 ? [] : rows.slice(headerRow, headerRow + headerLines).map(texts)
  const titles = new Set(rows.slice(0, Math.max(0, headerRow)).map(textOf))
  for (const [index, row] of rows.entries()) {
    if (headerRow >= 0 && index >= headerRow && index < headerRow + headerLines) continue
    const code = index < headerRow ? 'title' : decorationOf(row, header, titles)
    if (code === null) data.push(row)
    else leftOut.push({ row, code })
  }
  return { data, leftOut }
}

function decorationOf(
  row: ImportRow,
  header: readonly (readonly string[])[],
  titles: ReadonlySet<string>,
): LeftOutCode | null {
  const first = row.cells.findIndex((cell) => !isBlank(cell))
  if (first === -1) return 'empty'
  if (SUBTOTAL.test(cellText(row.cells[first]))) return 'subtotal'
  if (isHeaderAgain(row, header)) return 'repeated_header'
  return titles.size > 0 && titles.has(textOf(row)) ? 'title' : null
}

function isHeaderAgain(row: ImportRow, header: readonly (readonly string[])[]): boolean {
  let written = 0
  for (const [column, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue
    const text = cellText(cell)
    if (!header.some((line) => line[column] === text)) return false
    written += 1
  }
  return written >= 2
}

function textOf(row: ImportRow): string {
  return row.cells.map(cellText).filter(Boolean).join('|')
}
