import type { LeadFilter, LeadRow } from '../../../../shared/contract/lead-list.ts'
import { GRADES, type Grade, OPEN_BUCKETS, type OpenBucket, type Stage } from '../../../../shared/values/grade.ts'
import { STAGE_KEYS } from '../lead-list-view.ts'

type StageKey = (typeof STAGE_KEYS)[number]

/** A column of the board, or a place at its side where a lead leaves it. */
export type BoardColumn =
  | { readonly kind: 'stage'; readonly key: StageKey }
  | { readonly kind: 'grade'; readonly key: OpenBucket }
  | { readonly kind: 'exit'; readonly key: 'order' | 'lost' }

export const STAGE_COLUMNS: readonly BoardColumn[] = STAGE_KEYS.map((key) => ({ kind: 'stage', key }))
export const GRADE_COLUMNS: readonly BoardColumn[] = [...GRADES, OPEN_BUCKETS[0]].map((key) => ({ kind: 'grade', key }))
export const EXITS: readonly BoardColumn[] = [
  { kind: 'exit', key: 'order' },
  { kind: 'exit', key: 'lost' },
]

/** Only open leads have a place on the board; what its columns say is not asked a second time. */
export function filterOfColumn(filter: LeadFilter, column: BoardColumn): LeadFilter {
  const open: LeadFilter = { ...filter, statuses: ['open'], stages: [], grades: [] }
  if (column.kind === 'stage') return { ...open, stages: [column.key] }
  return column.kind === 'grade' ? { ...open, grades: [column.key] } : open
}

export function columnOf(columns: readonly BoardColumn[], key: string): BoardColumn | null {
  return columns.find((one) => one.key === key) ?? null
}

/** What dropping a lead there asks for; null where nothing can be done. */
export type Drop =
  | { readonly do: 'stage'; readonly stage: Stage | null }
  | { readonly do: 'grade'; readonly grade: Grade }
  | { readonly do: 'order' | 'lost' }

export function dropOf(column: BoardColumn): Drop | null {
  switch (column.kind) {
    case 'stage':
      return { do: 'stage', stage: column.key === 'unknown' ? null : column.key }
    case 'grade':
      // Nobody can know less about a lead than before.
      return column.key === 'ungraded' ? null : { do: 'grade', grade: column.key }
    case 'exit':
      return { do: column.key }
  }
}

/** A card under way: shown where it was dropped until the store says where it is. */
export type Moving = { readonly row: LeadRow; readonly from: string; readonly to: string; readonly index: number }

export function cardsWith(rows: readonly LeadRow[], key: string, moving: Moving | null): readonly LeadRow[] {
  if (moving === null) return rows
  const others = rows.filter(({ leadId }) => leadId !== moving.row.leadId)
  return key === moving.to ? others.toSpliced(moving.index, 0, moving.row) : others
}
