import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { sheetNames } from '../../../../shared/domain/export/names.ts'
import type { Cell, ColumnKind, Sheet } from '../../../../shared/domain/export/sheet.ts'
import { type BusinessDate, daysBetween, parseBusinessDate } from '../../../../shared/values/business-date.ts'

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  phone: '@',
  count: '#,##0',
  decimal: 'General',
  ratio: '0.0%',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm',
}
const FEN_PER_YUAN = 100
/** What a cell of a workbook holds at most. */
const LONGEST_TEXT = 32_767
/** A workbook counts days from here; before March 1900 it counts one that never was. */
const DAY_ZERO = '1899-12-30' as BusinessDate
const FIRST_RELIABLE_DAY = '1900-03-01'
const MINUTES_PER_DAY = 1440
const [NARROWEST, WIDEST, ROWS_MEASURED] = [8, 48, 200]

/** A workbook with these sheets. Texts are typed as such, so that none is ever run as a formula. */
export function writeXlsx(sheets: readonly Sheet[]): Buffer {
  const names = sheetNames(sheets.map(({ name }) => name))
  const pages = sheets.map((sheet, i) => [names[i] ?? '', worksheetOf(sheet)] as const)
  const workbook = { SheetNames: [...names], Sheets: Object.fromEntries(pages) }
  // The library types its answer as `any`; asked for a buffer it gives one.
  return write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer
}

function worksheetOf({ columns, rows }: Sheet): WorkSheet {
  const head = columns.map(({ header }): CellObject => ({ t: 's', v: textOf(header) }))
  const body = rows.map((row) => row.map((cell, i) => cellOf(cell, columns[i]?.kind ?? 'text')))
  const range = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } })
  return {
    '!data': [head, ...body],
    '!ref': range,
    '!autofilter': { ref: range },
    '!cols': columns.map(({ header, kind }, i) => ({ wch: widthOf(header, kind, rows, i) })),
  }
}

function cellOf(cell: Cell, kind: ColumnKind): CellObject {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return { t: 'z' }
  if (typeof cell === 'number') return { t: 'n', v: kind === 'money' ? cell / FEN_PER_YUAN : cell, z: FORMATS[kind] }
  const serial = kind === 'date' || kind === 'dateTime' ? serialOf(cell) : null
  if (serial !== null) return { t: 'n', v: serial, z: FORMATS[kind] }
  // Typed as text it is one; formatted as text it stays one when somebody edits it.
  return { t: 's', v: textOf(cell), z: FORMATS.text }
}

/** `YYYY-MM-DD`, with or without ` HH:MM`, as the day number of a workbook; null when it is not that. */
function serialOf(text: string): number | null {
  const day = parseBusinessDate(text.slice(0, 10))
  const clock = /^(?:| (\d\d):(\d\d))$/.exec(text.slice(10))
  if (day === null || day < FIRST_RELIABLE_DAY || clock === null) return null
  const minutes = Number(clock[1] ?? 0) * 60 + Number(clock[2] ?? 0)
  return daysBetween(DAY_ZERO, day) + minutes / MINUTES_PER_DAY
}

/** In a workbook `_x0041_` means A, which is therefore spelt out, and a line break in a cell is a line feed. */
function textOf(text: string): string {
  const whole = text
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/\r\n?/g, '\n')
  return whole.length <= LONGEST_TEXT ? whole : `${whole.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`
}

/** In characters of a Latin letter's width; a Chinese one takes two. */
function widthOf(header: string, kind: ColumnKind, rows: Sheet['rows'], column: number): number {
  const widest = Math.max(
    widthOfText(header) + 2,
    kind === 'dateTime' ? 16 : kind === 'date' || kind === 'money' ? 12 : NARROWEST,
    ...rows.slice(0, ROWS_MEASURED).map((row) => (typeof row[column] === 'string' ? widthOfText(row[column]) : 0)),
  )
  return Math.min(widest, WIDEST)
}

function widthOfText(text: string): number {
  let width = 0
  for (const character of text.slice(0, WIDEST)) width += /[\u1100-\uffe6]/.test(character) ? 2 : 1
  return width
}
