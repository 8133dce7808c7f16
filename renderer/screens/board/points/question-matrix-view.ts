import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { SUSPICIONS, type Suspicion } from '../../../../shared/domain/control-points/follow-up-audit.ts'
import { ratio } from '../../../../shared/domain/measures/ratio.ts'

export type QuestionCell = {
  readonly staffId: string
  readonly rule: Suspicion
  readonly param: string
  readonly count: number
  /** Of what this person has done: whoever does more is not asked more for it. */
  readonly share: number | null
}

export type QuestionRow = {
  readonly staffId: string
  readonly done: number
  /** Records with at least one question; one record may raise several. */
  readonly records: number
  readonly cells: readonly QuestionCell[]
}

type Counts = Readonly<Record<string, { readonly done: number; readonly suspect: number }>>

/** Whom to ask what: persons by rules, whoever has the largest share of records to talk about first. */
export function questionMatrix(
  cells: ReadonlyMap<Suspicion, readonly BreakdownCell[]>,
  people: readonly string[],
  byStaff: Counts,
): QuestionRow[] {
  const counts = new Map(Object.entries(byStaff))
  const rows = people.flatMap((staffId): QuestionRow[] => {
    const { done = 0, suspect = 0 } = counts.get(staffId) ?? {}
    const own = SUSPICIONS.map((rule): QuestionCell => {
      const found = cells.get(rule)?.find(({ by }) => by[0] === staffId)
      const count = found?.count ?? 0
      return { staffId, rule, param: found?.param ?? staffId, count, share: ratio(count, done) }
    })
    return done === 0 ? [] : [{ staffId, done, records: suspect, cells: own }]
  })
  return rows.sort((a, b) => b.records / b.done - a.records / a.done)
}
