import { dayOf, type WrittenDate } from './read-date.ts'

/**
 * Whether the short dates of a column (24.12.25) end with their year: of the three numbers it is the one that differs least from row
 * to row; where that says nothing, the one with which more of the dates exist; and the first where even that says nothing.
 */
export function endsWithYear(dates: readonly WrittenDate[]): boolean {
  const short = dates.filter(({ hasShortYear }) => hasShortYear)
  const either = short.flatMap(({ orYearLast, ...date }) => (orYearLast === null ? [] : [{ date, orYearLast }]))
  const differing = yearsOf(either.map(({ date }) => date)) - yearsOf(either.map(({ orYearLast }) => orYearLast))
  if (differing !== 0) return differing > 0
  const yearFirst = short.filter(({ yearLast }) => !yearLast)
  const yearLast = short.flatMap((date) => (date.yearLast ? [date] : (date.orYearLast ?? [])))
  return yearFirst.filter(exists).length < yearLast.filter(exists).length
}

/** In either order of day and month where those may be exchanged. */
function exists({ year, month, day, yearLast }: WrittenDate): boolean {
  if (year === null) return false
  return dayOf(year, month, day) !== null || (yearLast && dayOf(year, day, month) !== null)
}

function yearsOf(dates: readonly Pick<WrittenDate, 'year'>[]): number {
  return new Set(dates.map(({ year }) => year)).size
}
