import { type BusinessDate, businessDateOf, type Instant } from '../values/business-date.ts'
import type { Bucket, Grade, LeadStatus } from '../values/grade.ts'

/** One change as it was recorded (lead_events), in the kept order: file order, a new one after all present. */
export type LeadEvent = {
  readonly id: string
  readonly at: Instant
  readonly byId: string | null
  readonly reason: string | null
} & (
  | { readonly kind: 'grade'; readonly value: Grade }
  | { readonly kind: 'status'; readonly value: LeadStatus }
  | { readonly kind: 'owner'; readonly value: string | null }
)

/** What is known of a lead after an event. A null grade is "ungraded", a null owner "nobody's". */
export type LeadState = {
  readonly bucket: Bucket
  readonly grade: Grade | null
  readonly status: LeadStatus
  readonly ownerId: string | null
  /** The first grade it ever had. */
  readonly origin: Grade | null
  /** Grade and day of the last event that changed the status to won; a null grade beside a day means it was won ungraded. */
  readonly wonGrade: Grade | null
  readonly wonOn: BusinessDate | null
  readonly firstAssignedAt: Instant | null
}

/** One effective event with the state after it: a row of lead_history. The state at the end of day D is the row with onDate <= D < untilOn. */
export type HistoryRow = LeadState & {
  readonly n: number
  readonly eventId: string | null
  readonly at: Instant
  readonly onDate: BusinessDate
  readonly untilOn: BusinessDate
  readonly kind: 'enter' | LeadEvent['kind']
  readonly fromBucket: Bucket
  readonly byId: string | null
  readonly reason: string | null
}

/** untilOn of the newest row: later than any day a report can ask about. */
export const END_OF_TIME = '9999-12-31' as BusinessDate

const BEFORE_CREATION: LeadState = {
  bucket: 'none',
  grade: null,
  status: 'open',
  ownerId: null,
  origin: null,
  wonGrade: null,
  wonOn: null,
  firstAssignedAt: null,
}

/**
 * The whole history of one lead (interchange.md, "A lead's history"): events before the creation count at the creation, ties
 * keep their order, the entry comes first, and an event that changes nothing leaves no row.
 */
export function replayLead(
  lead: { readonly createdAt: Instant },
  events: readonly LeadEvent[],
  timeZone: string,
): readonly HistoryRow[] {
  const ordered = events
    .map((event) => (event.at < lead.createdAt ? { ...event, at: lead.createdAt } : event))
    .sort((a, b) => a.at - b.at)
  const entry = ordered.find((event) => event.kind === 'grade' && event.at === lead.createdAt)
  const createdOn = businessDateOf(lead.createdAt, timeZone)
  const entered =
    entry === undefined ? enterUngraded() : (stateAfter(enterUngraded(), entry, createdOn) ?? enterUngraded())
  const rows: HistoryRow[] = [
    rowOf(entered, { n: 0, at: lead.createdAt, onDate: createdOn, kind: 'enter', fromBucket: 'none' }, entry),
  ]
  let state = entered
  for (const event of ordered) {
    if (event === entry) continue
    const onDate = businessDateOf(event.at, timeZone)
    const next = stateAfter(state, event, onDate)
    if (next === null) continue
    rows.push(rowOf(next, { n: rows.length, at: event.at, onDate, kind: event.kind, fromBucket: state.bucket }, event))
    state = next
  }
  return rows.map((row, i) => ({ ...row, untilOn: rows[i + 1]?.onDate ?? END_OF_TIME }))
}

function enterUngraded(): LeadState {
  return { ...BEFORE_CREATION, bucket: 'ungraded' }
}

/** The state after an event; null when it does not change what it sets. */
function stateAfter(state: LeadState, event: LeadEvent, onDate: BusinessDate): LeadState | null {
  switch (event.kind) {
    case 'grade':
      if (event.value === state.grade) return null
      return { ...withBucket(state, event.value, state.status), origin: state.origin ?? event.value }
    case 'status': {
      if (event.value === state.status) return null
      const next = withBucket(state, state.grade, event.value)
      return event.value === 'won' ? { ...next, wonGrade: state.grade, wonOn: onDate } : next
    }
    case 'owner': {
      if (event.value === state.ownerId) return null
      const assignedAt = event.value === null ? null : event.at
      return { ...state, ownerId: event.value, firstAssignedAt: state.firstAssignedAt ?? assignedAt }
    }
  }
}

function withBucket(state: LeadState, grade: Grade | null, status: LeadStatus): LeadState {
  return { ...state, grade, status, bucket: status === 'open' ? (grade ?? 'ungraded') : status }
}

/** untilOn is filled in when the next row is known. */
function rowOf(
  state: LeadState,
  moment: Pick<HistoryRow, 'n' | 'at' | 'onDate' | 'kind' | 'fromBucket'>,
  event: LeadEvent | undefined,
): HistoryRow {
  return {
    ...state,
    ...moment,
    untilOn: END_OF_TIME,
    eventId: event?.id ?? null,
    byId: event?.byId ?? null,
    reason: event?.reason ?? null,
  }
}
