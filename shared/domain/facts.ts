import type { BusinessDate, Month } from '../values/business-date.ts'
import type { Bucket, OpenBucket } from '../values/grade.ts'
import type { ChannelGroup, Role, VisitKind } from '../values/vocabulary.ts'

/** What a report is asked about. `staffId` null is the store; asOf is the date of knowledge and never before `from`. */
export type ReportQuery = {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly asOf: BusinessDate
  readonly staffId: string | null
}

/** SQLite's truth value; facts carry it as it comes, and a filter names it so. */
export type Bit = 0 | 1

type Counted<Dimensions> = Readonly<Dimensions> & { readonly count: number }

/** Visits that arrived in the period. */
export type VisitFact = Counted<{
  isN: Bit
  captured: Bit
  late: Bit
  onCountedDay: Bit
  kind: VisitKind
  receivedBy: string | null
  channelId: string
  channelGroup: ChannelGroup
  notCapturedReason: string
}>

/** Leads of the store's captured first visits of the period that are in scope, as they stand at asOf. */
export type CohortFact = Counted<{
  channelId: string
  channelGroup: ChannelGroup
  ownerId: string | null
  cohortGrade: OpenBucket
  origin: OpenBucket
  worked: Bit
  won: Bit
  testDrive: Bit
  beBack: Bit
  daysToDeal: number | null
}>

export type MoveFact = Counted<{ fromBucket: Bucket; toBucket: Bucket; reason: string }>

/** Open leads at the end of a day. */
export type StockFact = Counted<{ bucket: OpenBucket }>

/** Leads created in the period. */
export type CreatedFact = Counted<{ assigned: Bit; firstAssigned: Bit; within: Bit; assignedMs: number | null }>

/** Leads open at asOf. ownerActive is null for a lead nobody owns. */
export type OpenFact = Counted<{ ownerId: string | null; ownerActive: Bit | null; bucket: OpenBucket; idle: Bit }>

/** Follow-ups done in the period. */
export type DoneFact = Counted<{ staffId: string; reviewed: Bit; approved: Bit }>

/** Of those, the ones that at least one rule of interchange.md ("followUpAudit", a to f) suspects. */
export type SuspectFact = Counted<{
  staffId: string
  sameNote: Bit
  burst: Bit
  shortNote: Bit
  loggedLate: Bit
  noPhone: Bit
  beforeLead: Bit
}>

export type DueResult = 'on_time' | 'late' | 'missed' | 'void'
/** Follow-ups first due in the period. */
export type DueFact = Counted<{ staffId: string; result: DueResult }>

/** Deals ordered in the period. */
export type DealFact = Counted<{
  staffId: string
  channelId: string
  channelGroup: ChannelGroup
  orderedOn: BusinessDate
  cancelled: Bit
  grossProfitFen: number
}>

/** Visits taken out again (entered by mistake): counted nowhere, shown beside. */
export type VoidedFact = Counted<{ channelId: string }>

/** Additive counts: those of a period are the sum of those of its days, those of a group the sum of its stores'. */
export type FactSets = {
  readonly visits: readonly VisitFact[]
  readonly voided: readonly VoidedFact[]
  readonly cohort: readonly CohortFact[]
  readonly moves: readonly MoveFact[]
  readonly opening: readonly StockFact[]
  readonly closing: readonly StockFact[]
  readonly created: readonly CreatedFact[]
  readonly open: readonly OpenFact[]
  readonly done: readonly DoneFact[]
  readonly suspects: readonly SuspectFact[]
  readonly due: readonly DueFact[]
  readonly deals: readonly DealFact[]
}

/**
 * Leads that were open when the period began, are open at its end, or came in between: where they stood before it ('none': they
 * were not there yet) and where they stand at its end. Charts alone count these; a report neither reads nor needs them.
 */
export type PassageFact = Counted<{ fromBucket: Bucket; toBucket: Bucket }>
export type AllSets = FactSets & { readonly passages: readonly PassageFact[] }

export type SetName = keyof FactSets
export type CountedSetName = keyof AllSets

/**
 * Beside its dimensions, what a set's records can be broken down and listed by (figures.ts, BREAKDOWNS). The report does not
 * group by these, so that its facts stay few. Always text and never null in SQL: a mark of a chart names it in a parameter.
 */
export type FactDetails = {
  /** The hour of arrival in the store's zone, '' where the hour is not known; who received them, '' for nobody. */
  readonly visits: 'date' | 'hour' | 'receiver'
  readonly voided: 'date'
  /** Days from each step of the chain to the next, and by which way an order came (db/facts/chain-columns.ts). */
  readonly cohort: 'date' | 'contactDays' | 'driveDays' | 'way' | 'orderDays'
  readonly moves: 'date'
  readonly passages: never
  /** Whether captured in the month, in the 90 days before the period, and won by asOf: '1' or '0'. */
  readonly opening: 'capturedLastMonth' | 'capturedLast90' | 'wonSince'
  readonly closing: never
  readonly created: 'date' | 'waited' | 'speed'
  readonly open: 'contact' | 'holder'
  readonly done: 'date' | 'week' | 'verdict'
  readonly suspects: 'date'
  readonly due: 'date' | 'week'
  readonly deals: 'date'
}

export type StaffFact = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly active: Bit
  readonly dailyCapacity: number | null
}
export type ChannelFact = { readonly id: string; readonly group: ChannelGroup; readonly name: string }

/** What the store says about itself, with the defaults of interchange.md filled in. */
export type StoreSettings = {
  readonly timeZone: string
  readonly openWeekdays: string
  readonly lateEntryMinutes: number
  readonly responseMinutes: number
}

export type Facts = {
  readonly query: ReportQuery
  /** END: the earlier of `to` and asOf. */
  readonly end: BusinessDate
  readonly store: StoreSettings
  readonly staff: readonly StaffFact[]
  readonly channels: readonly ChannelFact[]
  readonly costs: readonly { readonly channelId: string; readonly month: Month; readonly costFen: number }[]
  /** Of the scope: the store's rows, or the person's. */
  readonly targets: readonly { readonly month: Month; readonly deals: number }[]
  readonly market: readonly { readonly month: Month; readonly potential: number }[]
  readonly doorCounts: readonly { readonly date: BusinessDate; readonly count: number }[]
  /** Days of the period on which any visit of the store arrived. */
  readonly visitDays: readonly BusinessDate[]
  readonly sets: FactSets
}

/** END of interchange.md: the last day of the period that is known. */
export function endOf(query: Pick<ReportQuery, 'to' | 'asOf'>): BusinessDate {
  return query.to < query.asOf ? query.to : query.asOf
}
