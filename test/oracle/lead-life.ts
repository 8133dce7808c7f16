import { type CsvRow, field, neededInstant } from './tables.ts'

type LifeEvent = {
  readonly at: number
  readonly kind: string
  readonly value: string
  readonly reason: string
}

/** A change of bucket; `at` in epoch milliseconds. */
export type Move = { readonly from: string; readonly to: string; readonly at: number; readonly reason: string }

/** What is known of a lead at the end of asOf. Grade 'ungraded' and owner '' = none. */
export type Life = {
  readonly id: string
  readonly row: CsvRow
  readonly createdAt: number
  readonly owner: string
  readonly status: string
  readonly grade: string
  readonly origin: string
  readonly moves: readonly Move[]
  readonly firstAssignedAt: number | null
  /** Of the last event that changed the status to won; null when the lead is not won at asOf. */
  readonly wonAt: number | null
  readonly wonGrade: string
}

/** "A lead's history": tells it from the rows of lead_events.csv in their order. */
export function lifeOf(row: CsvRow, eventRows: readonly CsvRow[], isKnown: (at: number) => boolean): Life {
  const createdAt = neededInstant(row, 'created_at')
  const id = field(row, 'id')
  const events: LifeEvent[] = []
  for (const event of eventRows) {
    if (field(event, 'lead_id') !== id) continue
    const at = neededInstant(event, 'at')
    // "what is said to have happened after the end of that day (... at ...) does not exist for the report"
    if (!isKnown(at)) continue
    // "First an event's `at` before created_at is replaced by created_at"
    events.push({
      at: at < createdAt ? createdAt : at,
      kind: field(event, 'kind'),
      value: field(event, 'value'),
      reason: field(event, 'reason'),
    })
  }
  // "then its events are sorted by `at`, ties in the kept order (file order ...)": the sort keeps the order of equals.
  events.sort((a, b) => a.at - b.at)
  return live(row, createdAt, events)
}

function live(row: CsvRow, createdAt: number, events: readonly LifeEvent[]): Life {
  // "At its created_at a lead enters the bucket of the first grade event counted at that instant, else `ungraded`;
  // entry comes before any other event"
  const entry = events.find((event) => event.kind === 'grade' && event.at === createdAt)
  let grade = entry?.value ?? 'ungraded'
  let origin = grade
  let status = 'open'
  let owner = ''
  let firstAssignedAt: number | null = null
  let wonAt: number | null = null
  let wonGrade = 'ungraded'
  const moves: Move[] = [{ from: 'none', to: grade, at: createdAt, reason: '' }]
  // "and every further event at that instant follows as an ordinary one"
  for (const event of events) {
    if (event === entry) continue
    const before = status === 'open' ? grade : status
    if (event.kind === 'owner') {
      owner = event.value
      // "First assignment = first owner event with a value, by asOf"
      if (event.value !== '' && firstAssignedAt === null) firstAssignedAt = event.at
    }
    if (event.kind === 'grade') {
      // "Origin = its first grade"
      if (origin === 'ungraded') origin = event.value
      // "on a dormant, won or lost one they move nothing but are the grade it returns to"
      grade = event.value
    }
    // "An event that does not change what it sets is ignored"
    if (event.kind === 'status' && event.value !== status) {
      status = event.value
      wonAt = status === 'won' ? event.at : null
      if (status === 'won') wonGrade = grade
    }
    const after = status === 'open' ? grade : status
    if (after !== before) moves.push({ from: before, to: after, at: event.at, reason: event.reason })
  }
  const id = field(row, 'id')
  return { id, row, createdAt, owner, status, grade, origin, moves, firstAssignedAt, wonAt, wonGrade }
}

/** The bucket after the last move that `isBy` takes. */
export function bucketAt(life: Life, isBy: (at: number) => boolean): string {
  let bucket = 'none'
  for (const move of life.moves) if (isBy(move.at)) bucket = move.to
  return bucket
}

/** "Open = in ungraded or a grade" */
export function isOpenBucket(bucket: string): boolean {
  return ['ungraded', 'A', 'B', 'C', 'D'].includes(bucket)
}

/** "Cohort grade = for a lead won at asOf, its grade when it was won ...; else its grade at asOf" */
export function cohortGrade(life: Life): string {
  return life.wonAt === null ? life.grade : life.wonGrade
}
