import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { openDays } from '../../../../shared/domain/targets/open-days.ts'
import { addDays, type BusinessDate, daysBetween, eachDay, weekdayOf } from '../../../../shared/values/business-date.ts'

export const WORKLOAD_SHOWS = ['done', 'due', 'missed'] as const
export type WorkloadShow = (typeof WORKLOAD_SHOWS)[number]
export type Per = 'day' | 'week'

/** More columns than this cannot be told apart, and a manager then asks about weeks. */
const MOST_DAYS = 31

export type MapColumn = {
  /** The day, or the Monday of the week. */
  readonly date: BusinessDate
  readonly openDays: number
  /** Nothing of it is known yet. */
  readonly isAhead: boolean
}

type Mark = { readonly param: string; readonly count: number }
export type MapCell = {
  readonly staffId: string
  readonly column: MapColumn
  readonly done: Mark | null
  readonly due: Mark | null
  readonly late: Mark | null
  readonly missed: Mark | null
  /** Contacts this person can make in the column's open days; null when nobody has said. */
  readonly capacity: number | null
  /** Of the capacity (done, due), or of what was due (missed); null when it is not known of what. */
  readonly share: number | null
  /** Ahead: not yet known. Closed: nobody was there. Empty: an open day with nothing of it. Over: more than the capacity. */
  readonly state: 'ahead' | 'closed' | 'empty' | 'within' | 'over'
}

type Period = { readonly from: BusinessDate; readonly to: BusinessDate; readonly end: BusinessDate }
type Person = { readonly staffId: string; readonly dailyCapacity: number | null }
export type MapCells = Readonly<Record<'done' | 'due' | 'late' | 'missed', readonly BreakdownCell[]>>

export function perOf({ from, to }: Pick<Period, 'from' | 'to'>): Per {
  return daysBetween(from, to) < MOST_DAYS ? 'day' : 'week'
}

/** The days of the period, or its weeks by their Mondays; open days only as far as the period is known. */
export function mapColumns({ from, to, end }: Period, openWeekdays: string): MapColumn[] {
  const isWeekly = perOf({ from, to }) === 'week'
  const days = eachDay(from, to)
  const starts = isWeekly ? [...new Set(days.map((day) => addDays(day, 1 - weekdayOf(day))))] : days
  return starts.map((date) => {
    const last = isWeekly ? addDays(date, 6) : date
    const [low, high] = [date < from ? from : date, last > end ? end : last]
    return { date, openDays: low > high ? 0 : openDays(low, high, openWeekdays).length, isAhead: low > end }
  })
}

/** Every person in every column: what was done, due, late and missed, against what the person can do. */
export function mapCells(
  columns: readonly MapColumn[],
  people: readonly Person[],
  cells: MapCells,
  show: WorkloadShow,
): MapCell[] {
  const marks = {
    done: marksOf(cells.done),
    due: marksOf(cells.due),
    late: marksOf(cells.late),
    missed: marksOf(cells.missed),
  }
  return people.flatMap(({ staffId, dailyCapacity }) =>
    columns.map((column): MapCell => {
      const at = `${column.date}>${staffId}`
      const counts = {
        done: marks.done.get(at) ?? null,
        due: marks.due.get(at) ?? null,
        late: marks.late.get(at) ?? null,
        missed: marks.missed.get(at) ?? null,
      }
      const capacity = dailyCapacity === null ? null : dailyCapacity * column.openDays
      const whole = show === 'missed' ? (counts.due?.count ?? null) : capacity
      const count = counts[show]?.count ?? 0
      const share = whole === null || whole === 0 ? null : count / whole
      return { staffId, column, ...counts, capacity, share, state: stateOf(column, count, capacity, show) }
    }),
  )
}

function stateOf(
  { isAhead, openDays: open }: MapColumn,
  count: number,
  capacity: number | null,
  show: WorkloadShow,
): MapCell['state'] {
  if (isAhead) return 'ahead'
  if (count === 0) return open === 0 ? 'closed' : 'empty'
  return show !== 'missed' && open > 0 && capacity !== null && count > capacity ? 'over' : 'within'
}

function marksOf(cells: readonly BreakdownCell[]): ReadonlyMap<string, Mark> {
  return new Map(cells.map(({ param, count }) => [param, { param, count }]))
}
