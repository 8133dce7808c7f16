import type { ImportRow } from '../../../../shared/domain/import/fields.ts'
import { cellValue, type RawCell } from './cell-value.ts'
import { MOST_COLUMNS, MOST_ROWS } from './limits.ts'

/** Places counted from 0, the last included. */
export type Merge = {
  readonly s: { readonly r: number; readonly c: number }
  readonly e: { readonly r: number; readonly c: number }
}
/** Rows and cells by their places, with gaps. */
export type RawRows = readonly (readonly (RawCell | undefined)[] | undefined)[]

export type SheetRows =
  | { readonly ok: true; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly problem: 'rows' | 'columns' }

const LAST_ROW = 1_048_575
const LAST_COLUMN = 16_383
/** Merged cells beyond these are nobody's register. */
const MOST_MERGES = 50_000
const MOST_FILLED = 2_000_000

/**
 * The rows of a sheet that say anything, each under its own number; what becomes of merged cells stands at `ImportRow`.
 * However far the used range reaches, only cells that are there cost anything.
 */
export function sheetRows(raw: RawRows, merges: readonly Merge[], is1904: boolean): SheetRows {
  const table = readTable(raw, is1904)
  if (table === 'columns') return { ok: false, problem: 'columns' }
  fillDown(table, merges.slice(0, MOST_MERGES).filter(isPlaced))
  const rows = [...table]
    .filter(([, cells]) => cells.length > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([place, cells]) => ({ line: place + 1, cells }))
  return rows.length > MOST_ROWS ? { ok: false, problem: 'rows' } : { ok: true, rows }
}

type TableRows = Map<number, string[]>

/** By place; a row without a text is there, empty, when the sheet has it, so that merged cells can reach into it. */
function readTable(raw: RawRows, is1904: boolean): TableRows | 'columns' {
  const texts = new Map<string, string>()
  const table: TableRows = new Map()
  // A sparse array: only the places that are taken are gone through.
  for (const [place, row] of Object.entries(raw)) {
    const at = Number(place)
    if (row === undefined || !(at >= 0 && at <= LAST_ROW)) continue
    const cells = readCells(row, is1904, texts)
    if (cells.length > MOST_COLUMNS) return 'columns'
    table.set(at, cells)
  }
  return table
}

function readCells(row: readonly (RawCell | undefined)[], is1904: boolean, texts: Map<string, string>): string[] {
  const cells: string[] = []
  for (const place of Object.keys(row)) {
    const column = Number(place)
    const cell = row[column]
    if (cell === undefined || !(column >= 0 && column <= LAST_COLUMN)) continue
    const text = cellValue(cell, is1904)
    if (text === '' || text.trim() === '') continue
    while (cells.length < column) cells.push('')
    cells[column] = ownCopy(text, texts)
  }
  return cells
}

/** A text that was cut out of a sheet keeps all of it in memory: each different one is copied, once. */
function ownCopy(text: string, texts: Map<string, string>): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const copy = Buffer.from(text, 'utf16le').toString('utf16le')
  texts.set(copy, copy)
  return copy
}

function isPlaced({ s, e }: Merge): boolean {
  return s.r >= 0 && s.c >= 0 && s.r <= e.r && s.c <= e.c && s.c <= LAST_COLUMN && s.r <= LAST_ROW
}

function fillDown(table: TableRows, merges: readonly Merge[]): void {
  let left = MOST_FILLED
  for (const { s, e } of merges) {
    const text = table.get(s.r)?.[s.c] ?? ''
    if (text === '' || s.c >= MOST_COLUMNS) continue
    for (let place = s.r + 1; place <= Math.min(e.r, LAST_ROW); place += 1) {
      left -= 1
      if (left < 0) return
      const cells = table.get(place)
      if (cells === undefined) continue
      while (cells.length < s.c) cells.push('')
      cells[s.c] = text
    }
  }
}
