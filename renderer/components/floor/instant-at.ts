import {
  type BusinessDate,
  daysBetween,
  formatInstant,
  type Instant,
  middayOf,
} from '../../../shared/values/business-date.ts'

const MINUTE_MS = 60_000

/** Minutes since the midnight that began `date`, of an instant as the showroom's clock shows it. */
function minutesInto(date: BusinessDate, instant: Instant, timeZone: string): number {
  const local = formatInstant(instant, timeZone)
  const days = daysBetween(date, local.slice(0, 10) as BusinessDate)
  return days * 1440 + Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))
}

/** A time of day as people type it (9:05, 0905, 9：05) -> `09:05`; what is none stays as it was typed. */
export function readClock(typed: string): string {
  const match = /^\s*(\d{1,2})[:.]?(\d{2})\s*$/.exec(typed.normalize('NFKC'))
  return match === null ? typed : `${match[1]?.padStart(2, '0')}:${match[2]}`
}

/** The instant at which the showroom's clock shows `clock` (HH:MM) on `date`; null when the clock is not a time. */
export function instantAt(date: BusinessDate, clock: string, timeZone: string): Instant | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock)
  if (match === null) return null
  const wanted = Number(match[1]) * 60 + Number(match[2])
  const guess = middayOf(date, timeZone) + (wanted - 720) * MINUTE_MS
  // On the day the clocks change, midday and the wanted time have different offsets.
  return guess + (wanted - minutesInto(date, guess, timeZone)) * MINUTE_MS
}
