import type { Grade } from '../../values/grade.ts'
import { GRADES } from '../../values/grade.ts'

/** Contacts owed per day, carry-over included: sum over grades of stock_g / cadence_g (domain.md 3). */
export function workload(stock: Readonly<Record<Grade, number>>, cadenceDays: Readonly<Record<Grade, number>>): number {
  return GRADES.reduce((sum, grade) => sum + stock[grade] / cadenceDays[grade], 0)
}
