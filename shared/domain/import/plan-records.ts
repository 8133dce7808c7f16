import type { BusinessDate, Instant } from '../../values/business-date.ts'
import type { Grade, LeadStatus } from '../../values/grade.ts'
import type { ChannelGroup, VisitKind } from '../../values/vocabulary.ts'
import type { FlagCode, ImportKind, Outcome } from './fields.ts'
import type { LeftOut } from './sort-rows.ts'

/** A record that is in the store already, or the n-th of its kind that this plan makes. */
export type Ref = { readonly id: string } | { readonly nth: number }

export type PlannedChannel = { readonly group: ChannelGroup; readonly name: string }

/** A salesperson who is not on file. */
export type PlannedPerson = { readonly name: string }

export type PlannedCustomer = {
  readonly name: string
  readonly gender: 'm' | 'f' | null
  readonly phone: string | null
  readonly phoneKey: string | null
  readonly wechat: string | null
  readonly city: string | null
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
  readonly budget: string | null
  readonly competitor: string | null
  /** Its own number in the program it comes from. */
  readonly number: string | null
}

export type PlannedEvent = { readonly lead: Ref; readonly at: Instant; readonly reason: string | null } & (
  | { readonly kind: 'owner'; readonly value: Ref }
  | { readonly kind: 'grade'; readonly value: Grade }
  | { readonly kind: 'status'; readonly value: LeadStatus }
)

export type PlannedVisit = {
  readonly line: number
  readonly at: Instant
  readonly on: BusinessDate
  readonly channel: Ref
  readonly kind: VisitKind
  readonly firstVisit: boolean
  readonly partySize: number | null
  readonly receivedBy: Ref | null
  readonly lead: Ref | null
  readonly note: string | null
}

/** A test drive that took place. */
export type PlannedDrive = {
  readonly lead: Ref
  readonly staff: Ref
  readonly at: Instant
  readonly on: BusinessDate
}

/** A contact that is still to be made. */
export type PlannedContact = { readonly lead: Ref; readonly staff: Ref; readonly dueOn: BusinessDate }

export type PlannedDeal = {
  readonly lead: Ref
  readonly staff: Ref
  readonly orderedOn: BusinessDate
  readonly deliveredOn: BusinessDate | null
  readonly model: string | null
  readonly priceFen: number | null
  readonly grossProfitFen: number | null
  readonly number: string | null
}

export type PlannedRecords = {
  readonly people: readonly PlannedPerson[]
  readonly channels: readonly PlannedChannel[]
  readonly customers: readonly PlannedCustomer[]
  readonly leads: readonly PlannedLead[]
  readonly events: readonly PlannedEvent[]
  readonly visits: readonly PlannedVisit[]
  readonly drives: readonly PlannedDrive[]
  readonly contacts: readonly PlannedContact[]
  readonly deals: readonly PlannedDeal[]
}

export type Flag = { readonly line: number; readonly code: FlagCode; readonly value: string }

/** What a row became, for the eyes of the person who decides. */
export type PlannedRow = {
  readonly line: number
  readonly at: Instant
  readonly on: BusinessDate
  readonly hasTime: boolean
  readonly name: string | null
  readonly phone: string | null
  readonly partySize: number | null
  readonly channel: Ref
  readonly person: Ref | null
  readonly grade: Grade | null
  readonly model: string | null
  readonly priceFen: number | null
  readonly isFirst: boolean
  readonly outcome: Outcome
}

/** Everything a run would write and everything that stays out: each row of the file but the header is in one of the two. */
export type Plan = {
  readonly kind: ImportKind
  readonly records: PlannedRecords
  readonly rows: readonly PlannedRow[]
  readonly leftOut: readonly LeftOut[]
  readonly flags: readonly Flag[]
  readonly phonesOnTwoNames: number
}
