import type { BusinessDate, Instant } from '../../values/business-date.ts'
import type { Grade } from '../../values/grade.ts'
import type { ChannelGroup, VisitKind } from '../../values/vocabulary.ts'
import type { FlagCode, Outcome } from './fields.ts'
import type { LeftOut } from './sort-rows.ts'

/** A record that is in the store already, or the n-th of its kind that this plan makes. */
export type Ref = { readonly id: string } | { readonly nth: number }

export type PlannedChannel = { readonly group: ChannelGroup; readonly name: string }

export type PlannedCustomer = {
  readonly name: string
  readonly gender: 'm' | 'f' | null
  readonly phone: string | null
  readonly phoneKey: string | null
  readonly wechat: string | null
  readonly note: string | null
  readonly createdAt: Instant
}

export type PlannedLead = {
  readonly customer: Ref
  readonly channel: Ref
  readonly createdAt: Instant
  readonly createdOn: BusinessDate
  readonly model: string | null
  readonly horizonMonths: number | null
}

export type PlannedEvent = { readonly lead: Ref; readonly at: Instant } & (
  | { readonly kind: 'owner'; readonly value: string }
  | { readonly kind: 'grade'; readonly value: Grade }
  | { readonly kind: 'status'; readonly value: 'open' }
)

export type PlannedVisit = {
  readonly line: number
  readonly at: Instant
  readonly on: BusinessDate
  readonly channel: Ref
  readonly kind: VisitKind
  readonly firstVisit: boolean
  readonly partySize: number | null
  readonly receivedBy: string | null
  readonly lead: Ref | null
  readonly note: string | null
}

/** A test drive that took place. */
export type PlannedDrive = {
  readonly lead: Ref
  readonly staffId: string
  readonly at: Instant
  readonly on: BusinessDate
}

export type PlannedRecords = {
  readonly channels: readonly PlannedChannel[]
  readonly customers: readonly PlannedCustomer[]
  readonly leads: readonly PlannedLead[]
  readonly events: readonly PlannedEvent[]
  readonly visits: readonly PlannedVisit[]
  readonly drives: readonly PlannedDrive[]
}

export type Flag = { readonly line: number; readonly code: FlagCode; readonly value: string }

/** What a row became, for the eyes of the person who decides. */
export type PlannedRow = {
  readonly line: number
  readonly hasTime: boolean
  readonly name: string | null
  readonly phone: string | null
  readonly grade: Grade | null
  readonly outcome: Outcome
}

/** Everything a run would write and everything that stays out. `rows` runs beside `records.visits`. */
export type Plan = {
  readonly records: PlannedRecords
  readonly rows: readonly PlannedRow[]
  readonly leftOut: readonly LeftOut[]
  readonly flags: readonly Flag[]
}
