import { weekdayOf } from '../../shared/values/business-date.ts'
import type { Day } from './moment.ts'
import { CLOSES, dateText, dayOf, OPENS } from './moment.ts'
import type { Random } from './random.ts'

// The first day of the Chinese year; outside the table a year simply has no dip.
const NEW_YEARS = [
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
]
const NEW_YEAR_DAYS = NEW_YEARS.map((date) => dayOf(date as Parameters<typeof dayOf>[0]))

function holidayFactor(day: Day): number {
  const date = dateText(day).slice(5)
  for (const newYear of NEW_YEAR_DAYS) {
    const after = day - newYear
    if (after >= -1 && after <= 5) return 0.12
    if (after >= 6 && after <= 14) return 0.65
    if (after >= -16 && after < -1) return 1.25
  }
  if (date >= '10-01' && date <= '10-03') return 0.6
  if (date >= '10-04' && date <= '10-07') return 0.9
  if (date >= '05-01' && date <= '05-05') return 1.35
  return 1
}

/** How busy a day is against a plain weekday: weekends, the last days of a month, holidays. */
export function busyness(day: Day): number {
  const date = dateText(day)
  const weekday = weekdayOf(date)
  const week = weekday === 6 ? 1.95 : weekday === 7 ? 1.75 : 1
  const monthEnd = dateText(day + 3).slice(5, 7) === date.slice(5, 7) ? 1 : 1.25
  return week * monthEnd * holidayFactor(day)
}

const HOURS: readonly (readonly [number, number])[] = [
  [9, 5],
  [10, 13],
  [11, 12],
  [12, 5],
  [13, 8],
  [14, 15],
  [15, 16],
  [16, 12],
  [17, 8],
  [18, 4],
  [19, 2],
]

/** A minute of arrival between opening and `until`, with the peaks of late morning and mid-afternoon. */
export function arrivalMinute(random: Random, until = CLOSES): number {
  const latest = Math.min(until, CLOSES - 25)
  const hours = HOURS.filter(([hour]) => hour * 60 < latest)
  const minute = random.weighted(hours) * 60 + random.int(0, 59)
  return Math.max(OPENS + 4, Math.min(minute, latest - random.int(1, 9)))
}
