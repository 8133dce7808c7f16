import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { GRADES, type OpenBucket } from '../../../../shared/values/grade.ts'

/** As a bar is read: the hottest first, whoever is not graded last. */
export const LOAD_BUCKETS: readonly OpenBucket[] = [...GRADES, 'ungraded']
export const CONTACTS = ['kept', 'idle'] as const
export type Contact = (typeof CONTACTS)[number]

export type LoadMark = { readonly param: string; readonly count: number }
export type LoadRow = {
  /** '' is nobody. */
  readonly staffId: string
  /** Who can be given leads; who left and still holds some; leads of nobody. */
  readonly kind: 'active' | 'left' | 'nobody'
  readonly total: number
  readonly idle: number
  /** By bucket and contact: `A kept`. */
  readonly marks: Readonly<Partial<Record<`${OpenBucket} ${Contact}`, LoadMark>>>
}

export type OpenLoad = {
  /** The active by their load, then whoever left, then nobody. */
  readonly rows: readonly LoadRow[]
  /** Over active salespeople, those without any included (interchange.md, balance); null without a salesperson. */
  readonly mean: number | null
}

type Holder = { readonly staffId: string; readonly active: boolean }

/** Who holds how many open leads of which grade, and how many of them nobody has spoken to for too long. */
export function openLoad(
  cells: readonly BreakdownCell[],
  people: readonly Holder[],
  salespeople: readonly string[],
): OpenLoad {
  const active = people.map(({ staffId, active: is }) => rowOf(staffId, is ? 'active' : 'left', cells))
  const nobody = rowOf('', 'nobody', cells)
  const rows = [
    ...active.filter(({ kind }) => kind === 'active').sort((a, b) => b.total - a.total),
    ...active.filter(({ kind, total }) => kind === 'left' && total > 0),
    ...(nobody.total > 0 ? [nobody] : []),
  ]
  const held = salespeople.reduce((sum, id) => sum + (rows.find(({ staffId }) => staffId === id)?.total ?? 0), 0)
  return { rows, mean: salespeople.length === 0 ? null : held / salespeople.length }
}

function rowOf(staffId: string, kind: LoadRow['kind'], cells: readonly BreakdownCell[]): LoadRow {
  const own = cells.filter(({ by }) => by[2] === staffId)
  const countOf = (some: readonly BreakdownCell[]) => some.reduce((sum, { count }) => sum + count, 0)
  return {
    staffId,
    kind,
    total: countOf(own),
    idle: countOf(own.filter(({ by }) => by[1] === 'idle')),
    marks: Object.fromEntries(own.map(({ by, param, count }) => [`${by[0]} ${by[1]}`, { param, count }])),
  }
}
