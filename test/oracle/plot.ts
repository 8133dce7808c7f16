import { addDays, dateIn } from './calendar.ts'
import { type Random, randomOf } from './random.ts'

const MINUTE_MS = 60_000

/** Zones with the first day of a window: clock changes by an hour, by half an hour and at midnight, half-hour offsets, a new year, a leap day. */
const SCENES = [
  ['Asia/Shanghai', '2025-12-05'],
  ['Asia/Shanghai', '2024-02-05'],
  ['Europe/Berlin', '2026-03-05'],
  ['Europe/Berlin', '2025-10-05'],
  ['America/St_Johns', '2026-02-20'],
  ['America/St_Johns', '2025-10-12'],
  ['Asia/Kolkata', '2025-12-10'],
  ['Africa/Cairo', '2026-04-05'],
  ['America/Santiago', '2026-03-15'],
  ['Australia/Lord_Howe', '2026-03-10'],
  ['Pacific/Kiritimati', '2025-12-15'],
] as const

const OFFSETS = [0, 480, 60, 120, -150, -210, 330, 345, 840, -720]

/** Where and when a store plays, and the few days and moments at which most of it happens, so that things meet. */
export type Plot = {
  readonly random: Random
  readonly timeZone: string
  readonly firstDay: string
  readonly lastDay: string
  readonly hotDays: readonly string[]
  readonly hotMoments: readonly number[]
}

export function plotOf(seed: number): Plot {
  const random = randomOf(seed)
  const [timeZone, firstDay] = random.pick(SCENES)
  const span = random.pick([3, 20, 45, 75])
  const lastDay = addDays(firstDay, span)
  const hotDays = Array.from({ length: 6 }, () => addDays(firstDay, random.int(0, span)))
  const hotMoments = Array.from({ length: 8 }, () => momentOf(random, timeZone, random.pick(hotDays)))
  return { random, timeZone, firstDay, lastDay, hotDays, hotMoments }
}

export function someDay({ random, firstDay, lastDay, hotDays }: Plot): string {
  if (random.chance(0.6)) return random.pick(hotDays)
  if (random.chance(0.3)) return addDays(random.pick(hotDays), random.pick([-1, 1]))
  return addDays(firstDay, random.int(-2, Math.max(0, (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000) + 2))
}

export function someMoment(plot: Plot): number {
  return plot.random.chance(0.4)
    ? plot.random.pick(plot.hotMoments)
    : momentOf(plot.random, plot.timeZone, someDay(plot))
}

/** A moment at, just before or just after one that matters, in most cases; else any. */
export function momentNear(plot: Plot, moment: number): number {
  const { random } = plot
  if (random.chance(0.3)) return moment
  if (random.chance(0.5)) {
    return (
      moment + random.pick([-1, 1, 1000, -1000, 30 * MINUTE_MS, 30 * MINUTE_MS + 1, -60 * MINUTE_MS, 1440 * MINUTE_MS])
    )
  }
  return someMoment(plot)
}

/** A moment of the day in that zone, on its edges more often than not. */
export function momentOf(random: Random, timeZone: string, day: string): number {
  const start = startOfDay(timeZone, day)
  const next = startOfDay(timeZone, addDays(day, 1))
  if (random.chance(0.5)) return random.pick([start, start + 1, next - 1000, next - 1, next - 500])
  return start + random.int(0, 23 * 60) * MINUTE_MS + random.pick([0, 0, 30_000, 250])
}

const starts = new Map<string, number>()

/** The first millisecond that has this date, found by halving: no arithmetic with offsets that a clock change could upset. */
function startOfDay(timeZone: string, day: string): number {
  const known = starts.get(`${timeZone} ${day}`)
  if (known !== undefined) return known
  let before = Date.parse(`${addDays(day, -2)}T00:00:00Z`)
  let after = Date.parse(`${addDays(day, 2)}T00:00:00Z`)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dateIn(timeZone, middle) < day) before = middle
    else after = middle
  }
  starts.set(`${timeZone} ${day}`, after)
  return after
}

/** ISO 8601 with any offset: the same instant in many spellings. */
export function timestamp(random: Random, instant: number): string {
  const offset = random.pick(OFFSETS)
  const local = new Date(instant + offset * MINUTE_MS).toISOString()
  const clock = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23)
  if (offset === 0 && random.chance(0.5)) return `${clock}Z`
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(offset)
  return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
