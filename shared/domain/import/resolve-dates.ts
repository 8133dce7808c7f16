import { type BusinessDate, daysBetween } from '../../values/business-date.ts'
import { isBlank } from './cell-text.ts'
import type { ImportRow, Mapping } from './fields.ts'
import { dayOf, readDate, type WrittenDate } from './read-date.ts'

/** The date of a row, what follows it in its cell (often a time), or why it has none. */
export type RowDate =
  | { readonly ok: true; readonly on: BusinessDate; readonly rest: string; readonly withoutYear: boolean }
  | { readonly ok: false; readonly code: 'no_date' | 'date_without_year' | 'bad_date' }

export type DateOptions = Pick<Mapping, 'year' | 'dateOrder' | 'blankDate'>

/**
 * The dates of a whole column. One without a year takes `options.year`, or else the year that brings it nearest to the rows
 * before it (the first ones: to the next row with a whole date), so that a register running from December into January is right.
 */
export function resolveDates(rows: readonly ImportRow[], column: number | undefined, options: DateOptions): RowDate[] {
  const cells = rows.map((row) => (column === undefined ? undefined : row.cells[column]))
  const written = cells.map(readDate)
  let near = firstWholeDate(written, options)
  let above: RowDate | null = null
  return written.map((date, index) => {
    const cell = cells[index]
    if (isBlank(cell)) return options.blankDate === 'as_above' && above?.ok === true ? { ...above, rest: '' } : noDate
    const resolved = date === null ? badDate : resolve(date, options, near)
    if (resolved.ok) {
      near = resolved.on
      above = resolved
    }
    return resolved
  })
}

const noDate: RowDate = { ok: false, code: 'no_date' }
const badDate: RowDate = { ok: false, code: 'bad_date' }

function firstWholeDate(written: readonly (WrittenDate | null)[], options: DateOptions): BusinessDate | null {
  for (const date of written) {
    const resolved = date === null || date.year === null ? badDate : resolve(date, options, null)
    if (resolved.ok) return resolved.on
  }
  return null
}

function resolve(date: WrittenDate, options: DateOptions, near: BusinessDate | null): RowDate {
  const isDayFirst = options.dateOrder === 'dmy' && date.yearLast
  const [month, day] = isDayFirst ? [date.day, date.month] : [date.month, date.day]
  const year = date.year ?? options.year ?? nearestYear(month, day, near)
  if (year === null) return { ok: false, code: 'date_without_year' }
  const on = dayOf(year, month, day)
  return on === null ? badDate : { ok: true, on, rest: date.rest, withoutYear: date.year === null }
}

function nearestYear(month: number, day: number, near: BusinessDate | null): number | null {
  if (near === null) return null
  const middle = Number(near.slice(0, 4))
  const distance = (year: number) => {
    const date = dayOf(year, month, day)
    return date === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(near, date))
  }
  return [middle, middle - 1, middle + 1].toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

export type DateColumn = {
  readonly withoutYear: number
  readonly years: readonly number[]
  readonly yearLast: number
  readonly blank: number
  /** At least one whole date to go by. */
  readonly hasWhole: boolean
  /** The order in which all dates with the year last exist. */
  readonly order: Mapping['dateOrder']
}

/** What the column as a whole says about its dates. */
export function describeDates(
  rows: readonly ImportRow[],
  column: number | undefined,
  options: DateOptions,
): DateColumn {
  const written = rows.map((row) => (column === undefined ? null : readDate(row.cells[column])))
  const resolved = resolveDates(rows, column, options)
  const years = resolved.flatMap((date) => (date.ok && date.withoutYear ? [Number(date.on.slice(0, 4))] : []))
  const yearLast = written.filter((date) => date?.yearLast === true)
  return {
    withoutYear: written.filter((date) => date?.year === null).length,
    years: [...new Set(years)].toSorted((a, b) => a - b),
    yearLast: yearLast.length,
    blank: column === undefined ? 0 : rows.filter((row) => isBlank(row.cells[column])).length,
    hasWhole: written.some((date) => date !== null && date.year !== null),
    order: yearLast.some((date) => (date?.month ?? 0) > 12) ? 'dmy' : 'mdy',
  }
}
