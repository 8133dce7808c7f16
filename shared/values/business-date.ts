import { tzOffset } from '@date-fns/tz'

/**
 * A day of the showroom's calendar, `YYYY-MM-DD` in the store's time zone. Text, so that it sorts, compares and travels as it
 * is. All arithmetic goes through whole days since 1970 in UTC, where no day is ever 23 or 25 hours long.
 */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' }
/** `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' }
/** Milliseconds since the epoch. */
export type Instant = number

const DAY_MS = 86_400_000
const QUARTER_MS = 900_000
const DATE_FORM = /^(\d{4})-(\d{2})-(\d{2})$/

function dayNumber(date: BusinessDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS
}

/** 0000-01-01 and 9999-12-31: beyond them there is no date of this form, so whatever reckons further stops there. */
const FIRST_DAY = -719_528
const LAST_DAY = 2_932_896

function dateOfDayNumber(day: number): BusinessDate {
  const within = Math.min(Math.max(day, FIRST_DAY), LAST_DAY)
  return new Date(within * DAY_MS).toISOString().slice(0, 10) as BusinessDate
}

/** The date if the text is a real day of the calendar (no 30 February), else null. */
export function parseBusinessDate(text: string): BusinessDate | null {
  if (!DATE_FORM.test(text)) return null
  const date = text as BusinessDate
  const day = dayNumber(date)
  return Number.isFinite(day) && dateOfDayNumber(day) === text ? date : null
}

/** The month if the text is one, else null. */
export function parseMonth(text: string): Month | null {
  return parseBusinessDate(`${text}-01`) === null ? null : (text as Month)
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Monday = 1 ... Sunday = 7 (interchange.md: open_weekdays). */
export function weekdayOf(date: BusinessDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Every day of `[from, to]`, both included; empty when `to` is before `from`. */
export function eachDay(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => dateOfDayNumber(first + i))
}

export function monthOf(date: BusinessDate): Month {
  return date.slice(0, 7) as Month
}

export function firstDayOf(month: Month): BusinessDate {
  return `${month}-01` as BusinessDate
}

function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

export function addMonths(month: Month, months: number): Month {
  const index = monthIndex(month) + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month
}

export function lastDayOf(month: Month): BusinessDate {
  return dateOfDayNumber(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0) / DAY_MS)
}

/** Every month that touches `[from, to]`. By number: as text, the month after 9999-12 would sort before it. */
export function monthsTouching(from: BusinessDate, to: BusinessDate): Month[] {
  const first = monthOf(from)
  const count = monthIndex(monthOf(to)) - monthIndex(first) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => addMonths(first, i))
}

/** The offset of `timeZone` at an instant, in milliseconds. Zones change on quarter hours, so one look-up serves a quarter. */
const offsets = new Map<string, Map<number, number>>()
function offsetMs(instant: Instant, timeZone: string): number {
  let known = offsets.get(timeZone)
  if (known === undefined) offsets.set(timeZone, (known = new Map()))
  const quarter = Math.floor(instant / QUARTER_MS)
  let offset = known.get(quarter)
  if (offset === undefined) {
    offset = tzOffset(timeZone, new Date(quarter * QUARTER_MS)) * 60_000
    known.set(quarter, offset)
  }
  return offset
}

/** The business date an instant falls on (domain.md 4: "Every timestamp falls on a business date in the store's time zone"). */
export function businessDateOf(instant: Instant, timeZone: string): BusinessDate {
  return dateOfDayNumber(Math.floor((instant + offsetMs(instant, timeZone)) / DAY_MS))
}

/** Milliseconds since local midnight by the clock on the wall: on a day the clock is moved, two instants can share one. */
export function timeOfDayMs(instant: Instant, timeZone: string): number {
  return (((instant + offsetMs(instant, timeZone)) % DAY_MS) + DAY_MS) % DAY_MS
}

/** True for an IANA zone this machine knows; not for a bare offset, which is no zone's name and knows no summer time. */
export function isTimeZone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && !Number.isNaN(tzOffset(text, new Date(0)))
}

/** An instant as ISO 8601 with the offset of the store's time zone: `2026-05-03T10:15:00+08:00`; milliseconds only where there are any. */
export function formatInstant(instant: Instant, timeZone: string): string {
  const minutes = Math.round(offsetMs(instant, timeZone) / 60_000)
  const local = new Date(instant + minutes * 60_000)
    .toISOString()
    .replace('Z', '')
    .replace(/\.000$/, '')
  const sign = minutes < 0 ? '-' : '+'
  const two = (value: number) => String(value).padStart(2, '0')
  return `${local}${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}

/** Midday of a business date as an instant: for acts of which only the day is known. */
export function middayOf(date: BusinessDate, timeZone: string): Instant {
  const guess = dayNumber(date) * DAY_MS + DAY_MS / 2
  return guess - offsetMs(guess - offsetMs(guess, timeZone), timeZone)
}

/** The first instant of a business date; an hour later where a summer time begins at midnight. */
export function startOfDay(date: BusinessDate, timeZone: string): Instant {
  const midnight = dayNumber(date) * DAY_MS
  const start = midnight - offsetMs(midnight - offsetMs(midnight, timeZone), timeZone)
  return businessDateOf(start, timeZone) < date ? start + 4 * QUARTER_MS : start
}
