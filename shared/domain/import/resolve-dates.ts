import { type BusinessDate, daysBetween } from '../../values/business-date.ts'
import { isBlank } from './cell-text.ts'
import type { ImportRow, Mapping } from './fields.ts'
import { dayOf, readDate, type WrittenDate } from './read-date.ts'
import { endsWithYear } from './short-years.ts'

/** The date of a row, what follows it in its cell (often a time), or why it has none. */
export type RowDate =
  | { readonly ok: true; readonly on: BusinessDate; readonly rest: string; readonly withoutYear: boolean }
  | { readonly ok: false; readonly code: 'no_date' | 'date_without_year' | 'bad_date' }

export type DateOptions = Pick<Mapping, 'year' | 'dateOrder' | 'blankDate' | 'blankOn'>

/**
 * The dates of a whole column. One without a year takes `options.year`, or else the year that brings it nearest to the rows
 * before it (the first ones: to the next row with a whole date), so that a register running from December into January is right.
 */
export function resolveDates(rows: readonly ImportRow[], column: number | undefined, options: DateOptions): RowDate[] {
  const written = writtenDates(rows, column)
  const blank: RowDate =
    options.blankDate === 'on_day' && options.blankOn !== null
      ? { ok: true, on: options.blankOn, rest: '', withoutYear: false }
      : noDate
  const whole = new Map<WrittenDate, RowDate>()
  const resolved = (date: WrittenDate) => {
    if (date.year === null) return resolve(date, options, near)
    const known = whole.get(date) ?? resolve(date, options, null)
    whole.set(date, known)
    return known
  }
  let near = firstWholeDate(written, options)
  let above: RowDate | null = null
  return written.map((date) => {
    if (date === undefined) return options.blankDate === 'as_above' && above?.ok === true ? above : blank
    const found = date === null ? badDate : resolved(date)
    if (found.ok) {
      near = found.on
      above = found.rest === '' ? found : { ...found, rest: '' }
    }
    return found
  })
}

/** What each cell says: undefined where it is blank, null where it is no date. Registers write few days many times. */
function writtenDates(rows: readonly ImportRow[], column: number | undefined): (WrittenDate | null | undefined)[] {
  const read = new Map<string, WrittenDate | null | undefined>()
  const dates = rows.map(({ cells }) => {
    const cell = column === undefined ? undefined : cells[column]
    if (cell === undefined) return undefined
    if (read.has(cell)) return read.get(cell)
    const date = isBlank(cell) ? undefined : readDate(cell)
    read.set(cell, date)
    return date
  })
  if (![...read.values()].some((date) => date?.orYearLast)) return dates
  const isLast = endsWithYear(dates.filter((date) => date !== null && date !== undefined))
  return isLast ? dates.map((date) => date?.orYearLast ?? date) : dates
}

/** The day a cell of another column says, with the column's own order of day and month; null when it says none. */
export function dayIn(cell: string, options: DateOptions, near: BusinessDate): BusinessDate | null {
  const written = readDate(cell)
  const days = [written, written?.orYearLast].flatMap((date) => {
    const resolved = date ? resolve(date, options, near) : badDate
    return resolved.ok ? [resolved.on] : []
  })
  // Of two ways to read it the day that lies nearer to the row's own.
  return days.toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))[0] ?? null
}

const noDate: RowDate = { ok: false, code: 'no_date' }
const badDate: RowDate = { ok: false, code: 'bad_date' }

function firstWholeDate(
  written: readonly (WrittenDate | null | undefined)[],
  options: DateOptions,
): BusinessDate | null {
  for (const date of written) {
    const resolved = typeof date?.year === 'number' ? resolve(date, options, null) : badDate
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
  /** Dates with the year last that exist only in one order of day and month; of both kinds, the column contradicts itself. */
  readonly onlyMonthFirst: number
  readonly onlyDayFirst: number
  readonly blank: number
  readonly from: BusinessDate | null
  readonly to: BusinessDate | null
  /** At least one whole date to go by. */
  readonly hasWhole: boolean
  /** The order that more of the dates with the year last bear out. */
  readonly order: Mapping['dateOrder']
}

/** What the column as a whole says about its dates. */
export function describeDates(
  rows: readonly ImportRow[],
  column: number | undefined,
  options: DateOptions,
): DateColumn {
  const written = writtenDates(rows, column)
  const dates = written.filter((date) => date !== null && date !== undefined)
  const yearLast = dates.filter((date) => date.yearLast)
  const onlyMonthFirst = yearLast.filter(({ month, day }) => month <= 12 && day > 12).length
  const onlyDayFirst = yearLast.filter(({ month, day }) => month > 12 && day <= 12).length
  return {
    withoutYear: dates.filter(({ year }) => year === null).length,
    yearLast: yearLast.length,
    onlyMonthFirst,
    onlyDayFirst,
    blank: column === undefined ? 0 : written.filter((date) => date === undefined).length,
    hasWhole: dates.some(({ year }) => year !== null),
    order: onlyDayFirst > onlyMonthFirst ? 'dmy' : 'mdy',
    ...spanOf(resolveDates(rows, column, options)),
  }
}

/** First and last day of those there are, and the years that were given to dates without one. */
export function spanOf(resolved: readonly RowDate[]): Pick<DateColumn, 'years' | 'from' | 'to'> {
  const years = new Set<number>()
  let from: BusinessDate | null = null
  let to: BusinessDate | null = null
  for (const date of resolved) {
    if (!date.ok) continue
    if (date.withoutYear) years.add(Number(date.on.slice(0, 4)))
    if (from === null || date.on < from) from = date.on
    if (to === null || date.on > to) to = date.on
  }
  return { years: [...years].toSorted((a, b) => a - b), from, to }
}
