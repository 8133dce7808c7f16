import { workload } from '../../../../shared/domain/screening/workload.ts'
import { GRADES, type Grade, type OpenBucket } from '../../../../shared/values/grade.ts'

type Person = {
  readonly staffId: string
  readonly dailyCapacity: number | null
  readonly stock: Readonly<Record<OpenBucket, number>>
}

export type AheadRow = {
  readonly staffId: string
  readonly stock: Readonly<Record<OpenBucket, number>>
  /** Contacts a day that each grade asks for. */
  readonly owed: Readonly<Record<Grade, number>>
  readonly owedPerDay: number
  readonly capacity: number | null
  /** Null when the capacity is not known. */
  readonly isOver: boolean | null
}

/** Contacts a day that a person's open leads ask for (domain.md 3) against what the person can do; the most first. */
export function workloadAhead(people: readonly Person[], cadenceDays: Readonly<Record<Grade, number>>): AheadRow[] {
  return people
    .map(({ staffId, dailyCapacity, stock }): AheadRow => {
      const owedPerDay = workload(stock, cadenceDays)
      return {
        staffId,
        stock,
        owed: Object.fromEntries(GRADES.map((grade) => [grade, stock[grade] / cadenceDays[grade]])) as Record<
          Grade,
          number
        >,
        owedPerDay,
        capacity: dailyCapacity,
        isOver: dailyCapacity === null ? null : owedPerDay > dailyCapacity,
      }
    })
    .sort((a, b) => b.owedPerDay - a.owedPerDay)
}
