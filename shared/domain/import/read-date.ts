import { addDays, type BusinessDate, parseBusinessDate } from '../../values/business-date.ts'
import { cellText } from './cell-text.ts'

/**
 * What a date cell says. A year may be missing (null); `yearLast` tells that day and month could be exchanged, which only the
 * column as a whole can decide (resolve-dates.ts). `rest` is what
 * follows it, often a time.
 */
export type WrittenDate = {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly yearLast: boolean
  readonly rest: string
  readonly hasShortYear: boolean
  /** 24.12.25 read with its year at the end; which it is only the column as a whole can decide (short-years.ts). */
  readonly orYearLast: WrittenDate | null
}

const SEPARATOR = String.raw`\s*[-/.年]\s*`
const YEAR_FIRST = new RegExp(`^(\\d{4})${SEPARATOR}(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*[日号]?`)
const SHORT_YEAR_FIRST = new RegExp(`^(\\d{2})${SEPARATOR}(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*[日号]?`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/
const SHORT_YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})(?!\d)/
const NO_YEAR_WORDS = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?(?!\d)/
const NO_YEAR = /^(\d{1,2})[-/.](\d{1,2})(?![\d./-])/
const SERIAL = /^(\d{5})(?:\.(\d+))?$/

/** The workbook's day number of 1899-12-30 is 0; a register's days lie between 1990 and 2100. */
const SERIAL_ZERO = '1899-12-30' as BusinessDate
const FIRST_SERIAL = 32_874
const LAST_SERIAL = 73_050

/** The date a cell begins with; null when it is none. Whether the day exists is found out when the year is known. */
export function readDate(cell: string | undefined): WrittenDate | null {
  // An apostrophe says "text" to a spreadsheet, and '24 is short for a year.
  const text = cellText(cell).replace(/^'/, '')
  return serialDate(text) ?? yearFirst(text) ?? shortYearFirst(text) ?? yearLast(text) ?? withoutYear(text)
}

function serialDate(text: string): WrittenDate | null {
  const match = SERIAL.exec(text)
  const serial = Number(match?.[1] ?? 0)
  if (match === null || serial < FIRST_SERIAL || serial > LAST_SERIAL) return null
  const [year = 0, month = 0, day = 0] = addDays(SERIAL_ZERO, serial).split('-').map(Number)
  const minutes = Math.round(Number(`0.${match[2] ?? '0'}`) * 1440)
  const rest = minutes === 0 ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return { year, month, day, yearLast: false, rest, hasShortYear: false, orYearLast: null }
}

function yearFirst(text: string): WrittenDate | null {
  const match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  return match === null ? null : written(text, match, [Number(match[1]), Number(match[2]), Number(match[3])])
}

function shortYearFirst(text: string): WrittenDate | null {
  const match = SHORT_YEAR_FIRST.exec(text)
  if (match === null) return null
  const date = written(text, match, [2000 + Number(match[1]), Number(match[2]), Number(match[3])])
  return { ...date, hasShortYear: true, orYearLast: shortYearLast(text) }
}

function yearLast(text: string): WrittenDate | null {
  const match = YEAR_LAST.exec(text)
  if (match === null) return shortYearLast(text)
  return { ...written(text, match, [Number(match[3]), Number(match[1]), Number(match[2])]), yearLast: true }
}

function shortYearLast(text: string): WrittenDate | null {
  const match = SHORT_YEAR_LAST.exec(text)
  if (match === null) return null
  const date = written(text, match, [2000 + Number(match[3]), Number(match[1]), Number(match[2])])
  return { ...date, yearLast: true, hasShortYear: true }
}

function withoutYear(text: string): WrittenDate | null {
  const words = NO_YEAR_WORDS.exec(text)
  if (words !== null) return written(text, words, [null, Number(words[1]), Number(words[2])])
  const match = NO_YEAR.exec(text)
  return match === null ? null : written(text, match, [null, Number(match[1]), Number(match[2])])
}

function written(
  text: string,
  match: RegExpExecArray,
  [year, month, day]: readonly [number | null, number, number],
): WrittenDate {
  const rest = text.slice(match[0].length).replace(/^[\sT,，(（]*(?:(?:星期|周)[一二三四五六日天])?[)）\s]*/i, '')
  return { year, month, day, yearLast: false, rest, hasShortYear: false, orYearLast: null }
}

/** The day of the calendar, or null when there is no such day. */
export function dayOf(year: number, month: number, day: number): BusinessDate | null {
  const two = (value: number) => String(value).padStart(2, '0')
  return year < 1990 || year > 2100 ? null : parseBusinessDate(`${year}-${two(month)}-${two(day)}`)
}
