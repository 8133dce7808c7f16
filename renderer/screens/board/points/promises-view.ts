import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import type { DueCount } from '../../../../shared/domain/control-points/follow-up-workload.ts'

/** As a bar is read; void is no promise any more and stands apart. */
export const PROMISES = ['onTime', 'late', 'missed', 'void'] as const
export type Promised = (typeof PROMISES)[number]

export type PromiseRow = {
  readonly staffId: string
  readonly due: number
  readonly counts: Readonly<Record<Promised, number>>
}

/** What each person had promised and what became of it, the most first; who had promised nothing is left out. */
export function promises(
  byStaff: Readonly<Record<string, DueCount>>,
  voids: readonly BreakdownCell[],
  people: readonly string[],
): PromiseRow[] {
  const counts = new Map(Object.entries(byStaff))
  return people
    .map((staffId): PromiseRow => {
      const { due = 0, onTime = 0, late = 0, missed = 0 } = counts.get(staffId) ?? {}
      const gone = voids.find(({ by }) => by[0] === staffId)?.count ?? 0
      return { staffId, due, counts: { onTime, late, missed, void: gone } }
    })
    .filter(({ due, counts: { void: gone } }) => due + gone > 0)
    .sort((a, b) => b.due - a.due)
}
