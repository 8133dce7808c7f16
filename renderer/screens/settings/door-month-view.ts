import type { OutputOf } from '../../../shared/contract/contract.ts'
import { ratio } from '../../../shared/domain/measures/ratio.ts'
import { weekdayOf } from '../../../shared/values/business-date.ts'

export type DoorDay = OutputOf<'doorCounts.month'>['days'][number]

export type DoorMonth = {
  /** Empty places before the first day, so that it stands under its weekday (Monday first). */
  readonly blanks: number
  readonly countedDays: number
  readonly counted: number
  /** On days with a door count only: the others cannot be compared. */
  readonly logged: number
  readonly completeness: number | null
}

/** The month as a calendar with its sums (domain.md 5, control point 3: logged / counted on days with a door count). */
export function doorMonthView(days: readonly DoorDay[]): DoorMonth {
  const compared = days.filter((day) => day.counted !== null)
  const counted = compared.reduce((sum, day) => sum + (day.counted ?? 0), 0)
  const logged = compared.reduce((sum, day) => sum + day.logged, 0)
  const first = days[0]
  return {
    blanks: first === undefined ? 0 : weekdayOf(first.date) - 1,
    countedDays: compared.length,
    counted,
    logged,
    completeness: ratio(logged, counted),
  }
}
