import type { BreakdownCell, BreakdownKey } from '../../../../shared/domain/breakdowns.ts'
import { addDays, type BusinessDate, type Month, monthOf, weekdayOf } from '../../../../shared/values/business-date.ts'

export const RECORDING_KEYS = [
  'visitorRecording.visitsByDay',
  'visitorRecording.lateByDay',
  'visitorRecording.loggedByDay',
] as const satisfies readonly BreakdownKey[]

type Cells = Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>>
type DayOfPeriod = { readonly date: BusinessDate; readonly isOpen: boolean }
type DoorCount = { readonly date: string; readonly count: number }

/** A day with a door count: how many of those who came were written down. A day without one knows neither. */
export type DoorDay = { readonly date: BusinessDate; readonly counted: number | null; readonly logged: number | null }

/** Every day that is known, from the first to `end`. */
export function doorDays(
  days: readonly DayOfPeriod[],
  end: BusinessDate,
  counts: readonly DoorCount[],
  cells: Cells,
): readonly DoorDay[] {
  const counted = new Map(counts.map(({ date, count }) => [date, count]))
  const logged = countsOf(cells['visitorRecording.loggedByDay'])
  return days
    .filter(({ date }) => date <= end)
    .map(({ date }) => {
      const count = counted.get(date) ?? null
      return { date, counted: count, logged: count === null ? null : (logged.get(date) ?? 0) }
    })
}

export type CalendarDay = {
  readonly date: BusinessDate
  /** The Monday of its week. */
  readonly week: BusinessDate
  /** Monday = 1. */
  readonly weekday: number
  readonly entries: number
  readonly late: number
  /** Missing: open, and nobody entered anything. Quiet: nothing, and nothing to be said about it. Ahead: not known yet. */
  readonly state: 'entered' | 'missing' | 'closed' | 'quiet' | 'ahead'
}

export type Calendar = {
  readonly days: readonly CalendarDay[]
  /** The Mondays of all its weeks. */
  readonly weeks: readonly BusinessDate[]
  /** The months, each by the week that shows the first of its days. */
  readonly monthOfWeek: ReadonlyMap<string, Month>
  readonly most: number
  /** Up to this many weeks it is drawn as on a wall, weeks below one another; a longer period as columns of weeks. */
  readonly isWall: boolean
}

const WALL_WEEKS = 6

/**
 * Every day of the period. Of a person, a day without entries is nobody's omission: only the store (`isStore`) has open days
 * without an entry.
 */
export function calendarOf(days: readonly DayOfPeriod[], end: BusinessDate, isStore: boolean, cells: Cells): Calendar {
  const entries = countsOf(cells['visitorRecording.visitsByDay'])
  const late = countsOf(cells['visitorRecording.lateByDay'])
  const drawn = days.map(({ date, isOpen }) => {
    const weekday = weekdayOf(date)
    const count = entries.get(date) ?? 0
    return {
      date,
      week: addDays(date, 1 - weekday),
      weekday,
      entries: count,
      late: late.get(date) ?? 0,
      state: date > end ? ('ahead' as const) : stateOf(count, isOpen, isStore),
    }
  })
  const weeks = [...new Set(drawn.map(({ week }) => week))]
  return {
    days: drawn,
    weeks,
    monthOfWeek: firstWeeks(drawn),
    most: Math.max(0, ...drawn.map((day) => day.entries)),
    isWall: weeks.length <= WALL_WEEKS,
  }
}

function stateOf(entries: number, isOpen: boolean, isStore: boolean): CalendarDay['state'] {
  if (entries > 0) return 'entered'
  if (!isOpen) return 'closed'
  return isStore ? 'missing' : 'quiet'
}

function firstWeeks(days: readonly CalendarDay[]): ReadonlyMap<string, Month> {
  const named = new Map<string, Month>()
  let before: Month | null = null
  for (const { date, week } of days) {
    // A month that begins within a week already named gets its name with the next one.
    if (named.has(week) || monthOf(date) === before) continue
    before = monthOf(date)
    named.set(week, before)
  }
  return named
}

function countsOf(cells: readonly BreakdownCell[] = []): ReadonlyMap<string, number> {
  return new Map(cells.map(({ param, count }) => [param, count]))
}
