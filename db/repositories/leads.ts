import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Bucket, Grade, LeadStatus, Stage } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'
import { rewriteLeadHistory } from './lead-history.ts'

export type NewLead = {
  readonly id: string
  readonly customerId: string
  readonly channelId: string
  readonly createdAt: Instant
  readonly createdOn: BusinessDate
  readonly model: string | null
}

export function insertLead(db: Db, lead: NewLead): void {
  db.prepare(
    `INSERT INTO leads (id, customer_id, channel_id, created_at, created_on, model)
     VALUES (@id, @customerId, @channelId, @createdAt, @createdOn, @model)`,
  ).run(lead)
  rewriteLeadHistory(db, [lead.id])
}

export type NewLeadEvent = {
  readonly id: string
  readonly leadId: string
  readonly at: Instant
  readonly kind: 'grade' | 'status' | 'owner'
  readonly value: string | null
  readonly byId: string | null
  readonly reason: string | null
}

/** When the newest recorded change of a lead happened, of one kind or of any; null when there is none. */
export function newestEventAt(db: Db, leadId: string, kind: NewLeadEvent['kind'] | 'any'): Instant | null {
  return (
    db
      .prepare<object, Instant | null>(
        `SELECT max(at) FROM lead_events WHERE lead_id = @leadId AND (@kind = 'any' OR kind = @kind)`,
      )
      .pluck()
      .get({ leadId, kind }) ?? null
  )
}

/** The newest moment of a lead's history up to the end of a day; null when it did not exist yet. */
export function newestMomentBy(db: Db, leadId: string, date: BusinessDate): Instant | null {
  return (
    db
      .prepare<[string, string], Instant | null>('SELECT max(at) FROM lead_history WHERE lead_id = ? AND on_date <= ?')
      .pluck()
      .get(leadId, date) ?? null
  )
}

/** Appends to the record of a lead and brings its history up to date with it. */
export function appendLeadEvent(db: Db, event: NewLeadEvent): void {
  db.prepare(
    `INSERT INTO lead_events (id, lead_id, at, kind, value, by_id, reason)
     VALUES (@id, @leadId, @at, @kind, @value, @byId, @reason)`,
  ).run(event)
  rewriteLeadHistory(db, [event.leadId])
}

export type LeadFacts = {
  readonly horizonMonths: number | null
  readonly expectedOn: BusinessDate | null
  readonly selectionStarted: boolean | null
  readonly waitingFor: string | null
  readonly wantsNewCar: boolean | null
  readonly contentWithCurrent: boolean | null
  readonly stage: Stage | null
  readonly model: string | null
  readonly budget: string | null
  readonly decider: string | null
  readonly competitor: string | null
}

/** A lead as it stands now: what is known of it, and the newest row of its history. */
export type Lead = {
  readonly id: string
  readonly customerId: string
  readonly channelName: string
  readonly createdAt: Instant
  readonly createdOn: BusinessDate
  readonly version: number
  readonly facts: LeadFacts
  readonly bucket: Bucket
  readonly grade: Grade | null
  readonly status: LeadStatus
  readonly ownerId: string | null
  readonly ownerName: string | null
}

type LeadRow = Omit<Lead, 'facts'> &
  Omit<LeadFacts, 'selectionStarted' | 'wantsNewCar' | 'contentWithCurrent'> & {
    selectionStarted: number | null
    wantsNewCar: number | null
    contentWithCurrent: number | null
  }

const toBoolean = (value: number | null): boolean | null => (value === null ? null : value === 1)
const fromBoolean = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0)

export function findLead(db: Db, id: string): Lead | null {
  const row = db
    .prepare<[string], LeadRow>(
      `SELECT l.id, l.customer_id AS customerId, c.name AS channelName, l.created_at AS createdAt,
              l.created_on AS createdOn, l.version, l.horizon_months AS horizonMonths, l.expected_on AS expectedOn,
              l.selection_started AS selectionStarted, l.waiting_for AS waitingFor, l.wants_new_car AS wantsNewCar,
              l.content_with_current AS contentWithCurrent, l.stage, l.model, l.budget, l.decider, l.competitor,
              h.to_bucket AS bucket, h.grade, h.status, h.owner_id AS ownerId, s.name AS ownerName
       FROM leads l
       JOIN channels c ON c.id = l.channel_id
       JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
       LEFT JOIN staff s ON s.id = h.owner_id
       WHERE l.id = ?`,
    )
    .get(id)
  if (row === undefined) return null
  const { horizonMonths, expectedOn, waitingFor, stage, model, budget, decider, competitor, ...rest } = row
  const { selectionStarted, wantsNewCar, contentWithCurrent, ...lead } = rest
  return {
    ...lead,
    facts: {
      horizonMonths,
      expectedOn,
      waitingFor,
      stage,
      model,
      budget,
      decider,
      competitor,
      selectionStarted: toBoolean(selectionStarted),
      wantsNewCar: toBoolean(wantsNewCar),
      contentWithCurrent: toBoolean(contentWithCurrent),
    },
  }
}

/** Saves the answers if the lead is still as the caller saw it; false when somebody else was faster. */
export function updateLeadFacts(db: Db, id: string, version: number, facts: LeadFacts): boolean {
  const { changes } = db
    .prepare(
      `UPDATE leads SET horizon_months = @horizonMonths, expected_on = @expectedOn,
         selection_started = @selectionStarted, waiting_for = @waitingFor, wants_new_car = @wantsNewCar,
         content_with_current = @contentWithCurrent, stage = @stage, model = @model, budget = @budget,
         decider = @decider, competitor = @competitor, version = version + 1
       WHERE id = @id AND version = @version`,
    )
    .run({
      ...facts,
      selectionStarted: fromBoolean(facts.selectionStarted),
      wantsNewCar: fromBoolean(facts.wantsNewCar),
      contentWithCurrent: fromBoolean(facts.contentWithCurrent),
      id,
      version,
    })
  return changes === 1
}

/** The reason beside the newest grade: there is one only where a person decided against the rules. */
export function findGradeReason(db: Db, leadId: string): string | null {
  return (
    db
      .prepare<[string], string | null>(
        // From the events and not the history, which has no row for a grade that somebody kept against the rules.
        `SELECT reason FROM lead_events WHERE lead_id = ? AND kind = 'grade' ORDER BY at DESC, seq DESC LIMIT 1`,
      )
      .pluck()
      .get(leadId) ?? null
  )
}
