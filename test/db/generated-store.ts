import fc from 'fast-check'
import { type Db, openStore } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { addDays, type BusinessDate, businessDateOf } from '../../shared/values/business-date.ts'
import { GRADES, LEAD_STATUSES } from '../../shared/values/grade.ts'
import { FOLLOW_UP_METHODS } from '../../shared/values/vocabulary.ts'

/** Small stores with every awkward case: leads of the future, events before the creation, nobody's leads, moved due dates. */
const ZONE = 'Europe/Berlin'
const FIRST = '2026-03-20' as BusinessDate
const START = Date.parse('2026-03-20T00:00:00+01:00')
const MINUTE = 60_000
const DAYS = 24

const minute = fc.integer({ min: 0, max: DAYS * 1440 })
const day = fc.integer({ min: 0, max: DAYS })
const staff = fc.constantFrom('s1', 's2', 'gone')
const nobodyOr = fc.option(staff, { nil: null, freq: 3 })
const channel = fc.constantFrom('walk', 'friend', 'video')

const event = fc.oneof(
  fc.record({ at: minute, kind: fc.constant('grade'), value: fc.constantFrom(...GRADES) }),
  fc.record({ at: minute, kind: fc.constant('status'), value: fc.constantFrom(...LEAD_STATUSES) }),
  fc.record({ at: minute, kind: fc.constant('owner'), value: nobodyOr }),
)
const followUp = fc.record({
  staff,
  due: day,
  firstDue: fc.option(day, { nil: null }),
  done: fc.option(minute, { nil: null, freq: 4 }),
  loggedAfter: fc.constantFrom(0, 1, 5, 3000),
  method: fc.constantFrom(...FOLLOW_UP_METHODS),
  note: fc.constantFrom(null, 'ok', 'asked about the price', 'will come on Saturday'),
  review: fc.option(fc.record({ word: fc.constantFrom('approved', 'rejected'), at: minute }), { nil: null }),
})
const visit = fc.record({
  at: minute,
  loggedAfter: fc.constantFrom(0, 30, 90),
  channel,
  kind: fc.constantFrom('showroom', 'showroom', 'phone'),
  purpose: fc.constantFrom('purchase', 'purchase', 'other'),
  staff: nobodyOr,
  isVoid: fc.constantFrom(false, false, false, true),
})
const lead = fc.record({
  at: minute,
  channel,
  hasPhone: fc.boolean(),
  first: fc.option(visit, { nil: null, freq: 5 }),
  again: fc.array(visit, { maxLength: 2 }),
  events: fc.array(event, { maxLength: 6 }),
  followUps: fc.array(followUp, { maxLength: 4 }),
  deals: fc.array(fc.record({ staff, on: day, cancelledAfter: fc.option(fc.nat(6), { nil: null }) }), { maxLength: 1 }),
})

export const storePlan = fc.record({
  leads: fc.array(lead, { maxLength: 10 }),
  anonymous: fc.array(visit, { maxLength: 6 }),
  doorDays: fc.uniqueArray(day, { maxLength: 5 }),
})
export type StorePlan = typeof storePlan extends fc.Arbitrary<infer Plan> ? Plan : never

export const reportQuery: fc.Arbitrary<ReportQuery> = fc
  .record({ start: day, length: fc.nat(10), known: fc.nat(14), staffId: fc.constantFrom(null, null, 's1', 'gone') })
  .map(({ start, length, known, staffId }) => ({
    from: addDays(FIRST, start),
    to: addDays(FIRST, start + length),
    asOf: addDays(FIRST, start + known),
    staffId,
  }))

export function buildStore(plan: StorePlan): Db {
  const db = openStore(':memory:')
  db.transaction(() => {
    writeBasics(db, plan)
    plan.anonymous.forEach((row, i) => writeVisit(db, `anonymous-${i}`, row, null, false))
    plan.leads.forEach((row, i) => writeLead(db, `l${i}`, row))
    rewriteLeadHistory(db, 'all')
  })()
  return db
}

export function insert(db: Db, table: string, row: Readonly<Record<string, string | number | null>>): void {
  const columns = Object.keys(row)
  const names = columns.map((column) => `"${column}"`).join(', ')
  db.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`).run(row)
}

function writeBasics(db: Db, plan: StorePlan): void {
  insert(db, 'store', { id: 'store', name: 'Store', time_zone: ZONE, open_weekdays: '23456' })
  insert(db, 'staff', { id: 's1', name: 'One', role: 'salesperson', active: 1 })
  insert(db, 'staff', { id: 's2', name: 'Two', role: 'salesperson', active: 1 })
  insert(db, 'staff', { id: 'gone', name: 'Gone', role: 'salesperson', active: 0 })
  insert(db, 'channels', { id: 'walk', group: 'walk_in', name: 'Walk' })
  insert(db, 'channels', { id: 'friend', group: 'referral', name: 'Friend' })
  insert(db, 'channels', { id: 'video', group: 'outbound', name: 'Video' })
  for (const month of ['2026-03', '2026-04']) {
    insert(db, 'targets', { month, staff_id: '', deals: 9 })
    insert(db, 'targets', { month, staff_id: 's1', deals: 3 })
  }
  for (const on of plan.doorDays) insert(db, 'door_counts', { date: addDays(FIRST, on), count: 4 })
}

const at = (minutes: number) => START + minutes * MINUTE
const dateOf = (instant: number) => businessDateOf(instant, ZONE)

function writeVisit(
  db: Db,
  id: string,
  row: StorePlan['anonymous'][number],
  leadId: string | null,
  isFirst: boolean,
): void {
  insert(db, 'visits', {
    id,
    arrived_at: at(row.at),
    arrived_on: dateOf(at(row.at)),
    logged_at: at(row.at + row.loggedAfter),
    channel_id: row.channel,
    kind: row.kind,
    purpose: row.purpose,
    first_visit: isFirst || leadId === null ? 1 : 0,
    received_by: row.staff,
    lead_id: leadId,
    not_captured_reason: leadId === null ? 'refused' : null,
    voided_at: row.isVoid ? at(row.at) : null,
    void_reason: row.isVoid ? 'twice' : null,
  })
}

function writeLead(db: Db, id: string, row: StorePlan['leads'][number]): void {
  const created = { created_at: at(row.at) }
  insert(db, 'customers', {
    id: `c-${id}`,
    name: `Customer ${id}`,
    phone: row.hasPhone ? '13800000000' : null,
    ...created,
  })
  insert(db, 'leads', {
    id,
    customer_id: `c-${id}`,
    channel_id: row.channel,
    created_on: dateOf(at(row.at)),
    ...created,
  })
  row.events.forEach((one, i) => {
    insert(db, 'lead_events', { id: `${id}-e${i}`, lead_id: id, at: at(one.at), kind: one.kind, value: one.value })
  })
  if (row.first !== null) writeVisit(db, `${id}-first`, row.first, id, true)
  row.again.forEach((one, i) => writeVisit(db, `${id}-again${i}`, one, id, false))
  row.followUps.forEach((one, i) => writeFollowUp(db, `${id}-f${i}`, id, one))
  row.deals.forEach((deal, i) => {
    insert(db, 'deals', {
      id: `${id}-d${i}`,
      lead_id: id,
      staff_id: deal.staff,
      ordered_on: addDays(FIRST, deal.on),
      cancelled_on: deal.cancelledAfter === null ? null : addDays(FIRST, deal.on + deal.cancelledAfter),
      gross_profit_fen: 123_45,
    })
  })
}

function writeFollowUp(db: Db, id: string, leadId: string, row: StorePlan['leads'][number]['followUps'][number]): void {
  const doneAt = row.done === null ? null : at(row.done)
  const reviewedAt = row.review === null || doneAt === null ? null : at(row.review.at)
  insert(db, 'follow_ups', {
    id,
    lead_id: leadId,
    staff_id: row.staff,
    due_on: addDays(FIRST, row.due),
    first_due_on: row.firstDue === null ? null : addDays(FIRST, row.firstDue),
    done_at: doneAt,
    done_on: doneAt === null ? null : dateOf(doneAt),
    logged_at: doneAt === null ? null : doneAt + row.loggedAfter * MINUTE,
    method: row.method,
    note: row.note,
    note_key: row.note,
    review: reviewedAt === null ? null : (row.review?.word ?? null),
    reviewed_at: reviewedAt,
    reviewed_on: reviewedAt === null ? null : dateOf(reviewedAt),
  })
}
