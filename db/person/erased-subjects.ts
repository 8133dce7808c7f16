import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { ErasureReason } from '../../shared/values/erased.ts'
import type { Db } from '../connection.ts'

/** Whose record an id of each kind is of. */
const CUSTOMER_OF = {
  customerId: 'SELECT @id',
  leadId: 'SELECT customer_id FROM leads WHERE id = @id',
  visitId: 'SELECT l.customer_id FROM visits v JOIN leads l ON l.id = v.lead_id WHERE v.id = @id',
  dealId: 'SELECT l.customer_id FROM deals d JOIN leads l ON l.id = d.lead_id WHERE d.id = @id',
  followUpId: 'SELECT l.customer_id FROM follow_ups f JOIN leads l ON l.id = f.lead_id WHERE f.id = @id',
  requestId: 'SELECT l.customer_id FROM loss_requests r JOIN leads l ON l.id = r.lead_id WHERE r.id = @id',
} as const
export type SubjectKind = keyof typeof CUSTOMER_OF
export const SUBJECT_KINDS = Object.keys(CUSTOMER_OF) as readonly SubjectKind[]

export function hasErasures(db: Db): boolean {
  return db.prepare('SELECT 1 FROM erasures LIMIT 1').get() !== undefined
}

/** Whether a record is of somebody who was erased. */
export function isErased(db: Db, kind: SubjectKind, id: string): boolean {
  const sql = `SELECT 1 FROM erasures WHERE customer_id = (${CUSTOMER_OF[kind]})`
  return db.prepare(sql).get({ id }) !== undefined
}

/** Whether a draft's subject, an id or an operation and one or several (renderer/components/drafts), names somebody who was erased. */
export function isDraftOfErased(db: Db, subject: string): boolean {
  if (!hasErasures(db)) return false
  return subject.split(/[\s,]+/).some((id) => SUBJECT_KINDS.some((kind) => isErased(db, kind, id)))
}

export type ErasedOf = { readonly at: Instant; readonly reason: ErasureReason }

/** When and why a customer was erased; null where they were not. */
export function findErasure(db: Db, customerId: string): ErasedOf | null {
  return (
    db
      .prepare<[string], ErasedOf>('SELECT erased_at AS at, reason FROM erasures WHERE customer_id = ?')
      .get(customerId) ?? null
  )
}

/** How many people are on file: those who were erased are nobody any more. */
export function countPeople(db: Db): number {
  const sql = `SELECT (SELECT count(*) FROM customers)
    - (SELECT count(*) FROM erasures e JOIN customers c ON c.id = e.customer_id)`
  return db.prepare<[], number>(sql).pluck().get() ?? 0
}

export type Holdings = {
  /** What goes. */
  readonly numbers: number
  readonly notes: number
  readonly drafts: number
  readonly plans: number
  readonly openLeads: number
  /** What stays, as nobody's. */
  readonly leads: number
  readonly visits: number
  readonly followUps: number
  readonly deals: number
  /** Orders neither delivered nor cancelled: nothing more can be recorded of them afterwards. */
  readonly openOrders: number
  /** Others on file with the same number. */
  readonly sharedWith: number
}

const MINE = 'lead_id IN (SELECT id FROM leads WHERE customer_id = @customerId)'

/** What the store holds of a customer, as what goes and what stays; `draftCount` as person-traces.ts finds them. */
export function holdingsOf(db: Db, customerId: string, today: BusinessDate, draftCount: number): Holdings {
  const count = (sql: string) => (db.prepare(`SELECT ${sql}`).pluck().get({ customerId, today }) as number | null) ?? 0
  const rows = (table: string, condition = 'true') => count(`count(*) FROM ${table} WHERE ${MINE} AND ${condition}`)
  const own = (expression: string) => count(`${expression} FROM customers WHERE id = @customerId`)
  return {
    numbers: own('(phone IS NOT NULL) + (wechat IS NOT NULL)'),
    notes:
      own('(note IS NOT NULL)') +
      rows('visits', 'note IS NOT NULL') +
      rows('follow_ups', `coalesce(note_key, '') <> ''`) +
      rows('loss_requests', 'note IS NOT NULL'),
    drafts: draftCount,
    plans: rows('follow_ups', 'done_at IS NULL AND counts_on > @today'),
    openLeads: count(
      `count(*) FROM leads l JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
       WHERE l.customer_id = @customerId AND h.status IN ('open', 'dormant')`,
    ),
    leads: count('count(*) FROM leads WHERE customer_id = @customerId'),
    visits: rows('visits'),
    followUps: rows('follow_ups', 'done_at IS NOT NULL'),
    deals: rows('deals'),
    openOrders: rows('deals', 'delivered_on IS NULL AND cancelled_on IS NULL'),
    sharedWith: count(
      `count(*) FROM customers c WHERE c.phone_key = (SELECT phone_key FROM customers WHERE id = @customerId)
       AND c.id <> @customerId`,
    ),
  }
}
