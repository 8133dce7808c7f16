import type { BusinessDate, Instant } from '../../../shared/values/business-date.ts'

/** Whole days since 1970, so that days can be added and compared as numbers. */
export type Day = number

export const TIME_ZONE = 'Asia/Shanghai'
/** One offset all year, so a day and a minute are an instant without asking a calendar. */
const OFFSET_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

const texts = new Map<Day, BusinessDate>()

/** One string per day, however many rows name it. */
export function dateText(day: Day): BusinessDate {
  let text = texts.get(day)
  if (text === undefined) {
    text = new Date(day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10) as BusinessDate
    texts.set(day, text)
  }
  return text
}

export function dayOf(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / (DAY_MINUTES * MINUTE_MS)
}

/** A minute of a day by the clock on the wall. */
export function instantAt(day: Day, minute: number): Instant {
  return Math.round((day * DAY_MINUTES + minute) * MINUTE_MS) - OFFSET_MS
}

export function dayOfInstant(instant: Instant): Day {
  return Math.floor((instant + OFFSET_MS) / (DAY_MINUTES * MINUTE_MS))
}

/** The last day of every generated store, a Sunday, and the moment at which the benchmark's clock stands. */
export const LAST_DAY = dayOf('2026-06-28')
export const NOW = instantAt(LAST_DAY, 18 * 60 + 30)

/** Doors open 09:00 to 20:00. */
export const OPENS = 9 * 60
export const CLOSES = 20 * 60

/** Visitors of a day beside an ordinary day's: weekends are full, February is empty, autumn is the season. */
const BY_WEEKDAY = [1.5, 0.75, 0.75, 0.8, 0.8, 0.95, 1.45]
const BY_MONTH = [1.05, 0.6, 0.95, 1, 1.05, 1, 0.9, 0.95, 1.15, 1.15, 1.05, 1.15]

export function crowdOn(day: Day): number {
  const weekday = (day + 4) % 7
  return (BY_WEEKDAY[weekday] ?? 1) * (BY_MONTH[Number(dateText(day).slice(5, 7)) - 1] ?? 1)
}
