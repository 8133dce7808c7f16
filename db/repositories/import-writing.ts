import type { ImportKind } from '../../shared/domain/import/fields.ts'
import type { PlannedRecords, Ref } from '../../shared/domain/import/plan-records.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type NewBatch = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly sha256: string
  readonly at: Instant
  readonly by: string
}

/** The ids of what the plan makes, by place in the plan. */
export type Made = {
  readonly people: readonly string[]
  readonly channels: readonly string[]
  readonly customers: readonly string[]
  readonly leads: readonly string[]
}

export type Writing = {
  readonly db: Db
  readonly batch: NewBatch
  readonly timeZone: string
  readonly records: PlannedRecords
  /** Ids that follow one another, so that every index grows at its end: random ones would have each row written to another page. */
  readonly nextId: () => string
  /** Counts one more row written, and may stop the work. */
  readonly step: () => void
}

export function idOf(ref: Ref, made: readonly string[]): string {
  const id = 'id' in ref ? ref.id : made[ref.nth]
  if (id === undefined) throw new Error('a planned record points to one that the plan does not make')
  return id
}
