import type { BreakdownCell, BreakdownKey } from '../../../../shared/domain/breakdowns.ts'
import type { Bucket } from '../../../../shared/values/grade.ts'

export type PassageKey = Extract<BreakdownKey, `customerTypes.passages${string}`>
export const PASSAGE_KEYS = [
  'customerTypes.passagesOpen',
  'customerTypes.passagesNew',
  'customerTypes.passagesTo',
] as const satisfies readonly PassageKey[]

/** Leads that stood in one bucket before the period and stand in another, or the same, at its end. */
export type Passage = {
  readonly from: Bucket
  readonly to: Bucket
  readonly count: number
  /** What opens them. */
  readonly figure: PassageKey
  readonly param: string
}

/** One end of the flows; the sum of what leaves or reaches it. */
export type PassageEnd = { readonly bucket: Bucket; readonly count: number }

/** The best on top, what fell away at the bottom; the same on both sides, so that a flow that climbs is one that got better. */
export const PASSAGE_ORDER: readonly Bucket[] = ['won', 'A', 'B', 'C', 'D', 'ungraded', 'none', 'dormant', 'lost']

type Cells = Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>>

/**
 * Every flow once, from the top down. What was open or new before the period is in the first two breakdowns; of the third only
 * what came back from dormant, won or lost is left.
 */
export function passagesOf(cells: Cells): readonly Passage[] {
  const flows = PASSAGE_KEYS.flatMap((figure) =>
    (cells[figure] ?? []).map(({ by, count, param }) => {
      const [from, to] = by as readonly [Bucket, Bucket]
      return { from, to, count, figure, param }
    }),
  )
  const once = new Map(flows.toReversed().map((flow) => [flow.param, flow]))
  return [...once.values()].toSorted((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
}

export function endsOf(flows: readonly Passage[], side: 'from' | 'to'): readonly PassageEnd[] {
  return PASSAGE_ORDER.flatMap((bucket) => {
    const count = flows.filter((flow) => flow[side] === bucket).reduce((sum, flow) => sum + flow.count, 0)
    return count === 0 ? [] : [{ bucket, count }]
  })
}

function placeOf(bucket: Bucket): number {
  return PASSAGE_ORDER.indexOf(bucket)
}
