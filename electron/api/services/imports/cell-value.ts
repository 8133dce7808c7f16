import { SSF } from '@e965/xlsx'

/** A cell as the library gives it: `n` number, `b` truth, `e` error, anything else text; `z` the number format. */
export type RawCell = { readonly t: string; readonly v?: unknown; readonly z?: unknown }

const DAY_SECONDS = 86_400
const DAY_MS = 86_400_000
const LAST_SERIAL = 2_958_465
/** Day 0 of the two calendars a workbook may count in. */
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1)
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30)
/** Excel takes 1900 for a leap year: what it counts before its 29 February of that year is one day off. */
const LEAP_DAY_1900 = 60

/**
 * What a cell says, as text: dates as `YYYY-MM-DD` with ` HH:mm` where the format shows a time, times alone as `HH:mm`, numbers
 * in full without an exponent, errors as nothing. No clock of this machine has a part in it.
 */
export function cellValue(cell: RawCell, is1904: boolean): string {
  if (typeof cell.v === 'number' && cell.t === 'n') return numberOrDate(cell.v, shapeOf(cell.z), is1904)
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  if (cell.t === 'e' || typeof cell.v !== 'string') return ''
  return textOf(cell.v)
}

/** Halves of a character and NUL can be kept nowhere; Excel's own line ends are those of text. */
function textOf(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()
}

type Shape = { readonly date: boolean; readonly time: boolean }
const PLAIN: Shape = { date: false, time: false }
/** A workbook has few formats and many cells. */
const shapes = new Map<string, Shape>()

function shapeOf(format: unknown): Shape {
  if (typeof format !== 'string') return PLAIN
  const known = shapes.get(format)
  if (known !== undefined) return known
  const shape = readShape(format)
  if (shapes.size > 1000) shapes.clear()
  shapes.set(format, shape)
  return shape
}

function readShape(format: string): Shape {
  if (format.length > 255 || SSF.is_date(format) !== true) return PLAIN
  const letters = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P|上午\/下午/gi, 'h')
    .toLowerCase()
  const time = /[hs]/.test(letters)
  // An m beside hours is minutes.
  return { time, date: /[ydeb]/.test(letters) || (!time && letters.includes('m')) }
}

function numberOrDate(value: number, shape: Shape, is1904: boolean): string {
  const isDay = shape.date || shape.time
  return isDay && value >= 0 && value < LAST_SERIAL + 1 ? serialText(value, shape, is1904) : numberText(value)
}

function serialText(value: number, shape: Shape, is1904: boolean): string {
  // To the second first: 0.4 of a day is 35,999.99 seconds.
  const seconds = Math.round((value - Math.floor(value)) * DAY_SECONDS)
  const days = Math.floor(value) + Math.floor(seconds / DAY_SECONDS)
  const minutes = Math.floor((seconds % DAY_SECONDS) / 60)
  const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
  if (!shape.date) return days === 0 ? time : `${dayText(days, is1904)} ${time}`
  return shape.time ? `${dayText(days, is1904)} ${time}` : dayText(days, is1904)
}

/** The two days of 1900 that only Excel has are written as it shows them: nobody will take them for dates. */
function dayText(days: number, is1904: boolean): string {
  if (is1904) return isoDay(DAY_ZERO_1904 + days * DAY_MS)
  if (days === 0) return '1900-01-00'
  if (days === LEAP_DAY_1900) return '1900-02-29'
  return isoDay(DAY_ZERO_1900 + (days < LEAP_DAY_1900 ? days + 1 : days) * DAY_MS)
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** As it would be typed: 13800138000, and 0.3 for what binary fractions make of 0.1 + 0.2. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const exact = Number.isInteger(value) ? value : Number(value.toPrecision(15))
  const text = String(exact)
  if (!text.includes('e')) return text
  return Math.abs(exact) >= 1 ? BigInt(exact).toString() : exact.toFixed(20).replace(/\.?0+$/, '')
}
