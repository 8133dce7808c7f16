import { tzOffset } from '@date-fns/tz'
import { addDays, type BusinessDate, businessDateOf, type Instant } from '../../values/business-date.ts'

/** A row without a time stands at noon: the middle of the day, on the right date in every time zone rule. */
export const NOON_MINUTES = 12 * 60

/** The instant of a wall-clock minute at the showroom. An hour that a clock change skips falls after the gap. */
export function instantAt(on: BusinessDate, minutes: number, timeZone: string): Instant {
  const wallClock = Date.parse(`${on}T00:00:00Z`) + minutes * 60_000
  const steady = steadyOffsetMs(on, timeZone)
  if (steady !== null) return wallClock - steady
  const guess = wallClock - offsetMs(wallClock, timeZone)
  return wallClock - offsetMs(guess, timeZone)
}

/** When what is known only by its day happened: at noon; at the day's beginning where noon of today is still to come. */
export function dayMoment(on: BusinessDate, clock: { readonly now: Instant; readonly timeZone: string }): Instant {
  const noon = instantAt(on, NOON_MINUTES, clock.timeZone)
  return noon > clock.now && on === businessDateOf(clock.now, clock.timeZone) ? instantAt(on, 0, clock.timeZone) : noon
}

function offsetMs(instant: Instant, timeZone: string): number {
  return tzOffset(timeZone, new Date(instant)) * 60_000
}

/** Asking for an offset is slow, and a file asks for the same days again and again. */
const steadyOffsets = new Map<string, Map<BusinessDate, number | null>>()

/** The offset of a day on which the clock is not moved; null for one on which it is. */
function steadyOffsetMs(on: BusinessDate, timeZone: string): number | null {
  const known = steadyOffsets.get(timeZone) ?? new Map<BusinessDate, number | null>()
  steadyOffsets.set(timeZone, known)
  const found = known.get(on)
  if (found !== undefined) return found
  // A day either side: whatever the zone, the day itself lies between.
  const [before, after] = [addDays(on, -1), addDays(on, 2)].map((day) =>
    offsetMs(Date.parse(`${day}T00:00:00Z`), timeZone),
  )
  const steady = before !== undefined && before === after ? before : null
  known.set(on, steady)
  return steady
}
