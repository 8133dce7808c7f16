import { tzOffset } from '@date-fns/tz'
import type { BusinessDate, Instant } from '../../values/business-date.ts'

/** A row without a time stands at noon: the middle of the day, on the right date in every time zone rule. */
export const NOON_MINUTES = 12 * 60

/** The instant of a wall-clock minute at the showroom. An hour that a clock change skips falls after the gap. */
export function instantAt(on: BusinessDate, minutes: number, timeZone: string): Instant {
  const wallClock = Date.parse(`${on}T00:00:00Z`) + minutes * 60_000
  const offsetMs = (instant: Instant) => tzOffset(timeZone, new Date(instant)) * 60_000
  const guess = wallClock - offsetMs(wallClock)
  return wallClock - offsetMs(guess)
}
