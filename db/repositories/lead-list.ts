import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade, LeadStatus, Stage } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'
import { type Conditions, conditionsOf, type LeadQuestion, MOST_FOUND } from './lead-filter.ts'
import { NEVER_DUE } from './lead-index.ts'
import { ownersInOrder, pageByOwner } from './lead-list-by-owner.ts'

export type LeadOrder = {
  readonly by: 'due' | 'created' | 'name' | 'grade' | 'silence' | 'owner'
  readonly descending: boolean
}

export type LeadListRow = {
  readonly leadId: string
  readonly version: number
  readonly customerName: string
  readonly phone: string | null
  readonly wechat: string | null
  readonly model: string | null
  readonly stage: Stage | null
  readonly bucket: string
  readonly grade: Grade | null
  readonly status: LeadStatus
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly channelName: string
  readonly createdOn: BusinessDate
  readonly dueOn: BusinessDate | null
  readonly lastDoneOn: BusinessDate | null
  readonly touchedOn: BusinessDate
}

/** What each order is by; n makes it the same every time. */
const ORDERS: Readonly<Record<LeadOrder['by'], readonly string[]>> = {
  due: ['r.due_on'],
  created: ['r.created_at'],
  name: ['r.name_key'],
  // A to D stand in the order of their letters, and ungraded after them.
  grade: ['r.bucket', 'r.due_on'],
  silence: ['r.touched_on'],
  owner: ['coalesce((SELECT key FROM json_each(@owners) WHERE value = r.owner_id), 9999)', 'r.due_on'],
}

function orderBy({ by, descending }: LeadOrder): string {
  return [...ORDERS[by], 'r.n'].map((key) => `${key} ${descending ? 'DESC' : 'ASC'}`).join(', ')
}

const SELECT_ROWS = `
  SELECT r.n, r.lead_id AS leadId, l.version, c.name AS customerName, c.phone, c.wechat, r.model, r.stage, r.bucket,
    h.grade, r.status, r.owner_id AS ownerId, s.name AS ownerName, ch.name AS channelName, r.created_on AS createdOn,
    nullif(r.due_on, '${NEVER_DUE}') AS dueOn, r.touched_on AS touchedOn, r.last_done_on AS lastDoneOn
  FROM json_each(@window) w CROSS JOIN lead_list r ON r.n = w.value
  JOIN leads l ON l.id = r.lead_id
  JOIN customers c ON c.id = l.customer_id
  JOIN lead_history h ON h.lead_id = r.lead_id AND h.until_on = '9999-12-31'
  JOIN channels ch ON ch.id = r.channel_id
  LEFT JOIN staff s ON s.id = r.owner_id
  ORDER BY w.key`

/** The statements of one question, for those who want to see how they are answered. */
export function leadListSql(
  conditions: Conditions,
  order: LeadOrder,
): { count: string; all: string; window: string; rows: string } {
  const all = `SELECT r.n FROM lead_list r ${conditions.where} ORDER BY ${orderBy(order)}`
  return {
    count: `SELECT count(*) FROM lead_list r ${conditions.where}`,
    all,
    window: `${all} LIMIT @limit OFFSET @offset`,
    rows: SELECT_ROWS,
  }
}

type Page = { readonly limit: number; readonly offset: number }

/**
 * One window of the leads that match, and how many there are; of a search that finds more than MOST_FOUND as many, and `isCut`. The
 * index must be settled (lead-index.ts).
 */
export function listLeads(
  db: Db,
  question: LeadQuestion,
  order: LeadOrder,
  page: Page,
): { total: number; isCut: boolean; rows: LeadListRow[] } {
  const conditions = conditionsOf(question)
  const sql = leadListSql(conditions, order)
  const { total, isCut, window } =
    question.text.trim() === '' ? pageOf(db, conditions, order, page) : pageOfFound(db, question, order, page)
  const rows = db.prepare<[object], LeadListRow>(sql.rows).all({ window: JSON.stringify(window) })
  return { total, isCut, rows }
}

function pageOf(db: Db, conditions: Conditions, order: LeadOrder, page: Page) {
  if (order.by === 'owner') return { ...pageByOwner(db, conditions, { ...order, ...page }), isCut: false }
  const sql = leadListSql(conditions, order)
  const total = db.prepare<[object], number>(sql.count).pluck().get(conditions.bound) ?? 0
  const window = db.prepare<[object], number>(sql.window).pluck()
  return { total, isCut: false, window: window.all({ ...conditions.bound, ...page }) }
}

function pageOfFound(db: Db, question: LeadQuestion, order: LeadOrder, page: Page) {
  const conditions = conditionsOf(question)
  const owners = order.by === 'owner' ? { owners: JSON.stringify(ownersInOrder(db)) } : {}
  const sql = leadListSql(conditions, order)
  const all = db.prepare<[object], number>(sql.all).pluck()
  return cutOff(question, all.all({ ...conditions.bound, ...owners }), page)
}

/** What a search has found is few enough to be looked up once and not a second time to be counted. */
function cutOff({ found }: LeadQuestion, all: readonly number[], { limit, offset }: Page) {
  const isCut = found === 'most' && all.length > MOST_FOUND
  const newest = isCut ? newestOf(all) : all
  return { total: newest.length, isCut, window: newest.slice(offset, offset + limit) }
}

/** In the order they are in; a number is never given twice, and the newest lead has the highest. */
function newestOf(all: readonly number[]): number[] {
  const kept = new Set(all.toSorted((one, other) => other - one).slice(0, MOST_FOUND))
  return all.filter((n) => kept.has(n))
}

/** The ids of all leads that match, of a search the same as are listed. */
export function listMatchingLeads(db: Db, question: LeadQuestion): string[] {
  const { where, bound } = conditionsOf(question)
  const isSearch = question.text.trim() !== '' && question.found === 'most'
  const end = isSearch ? `ORDER BY r.n DESC LIMIT ${MOST_FOUND}` : ''
  return db.prepare<[object], string>(`SELECT r.lead_id FROM lead_list r ${where} ${end}`).pluck().all(bound)
}
