import type { Db } from '../../db/connection.ts'
import { PERSON_TABLES } from '../../db/person/person-tables.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { settleLeads } from '../../db/repositories/lead-index.ts'
import { plainText } from '../../db/search/search-words.ts'
import { phoneKey } from '../../shared/values/phone.ts'
import { CHANNELS, STAFF } from './desk.ts'

/** A customer of whom something stands in every place where anything of anybody can stand. */
export type Planted = {
  readonly customerId: string
  readonly name: string
  /** As it is written, and as it is compared. */
  readonly phone: string
  readonly phoneKey: string
  /** Everything of theirs that is in no other customer's records, in the spelling in which it stands somewhere. */
  readonly values: readonly string[]
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈']
const GIVEN = [...'建国秀英丽强磊军洋艳']
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? ''
const DAY_MS = 86_400_000
/** Midday of 2026-05-04 in the test showroom. */
const FIRST = Date.parse('2026-05-04T12:00:00+08:00')

type Row = Readonly<Record<string, string | number | null>>

function insert(db: Db, table: string, row: Row): void {
  const names = Object.keys(row)
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(
    row,
  )
}

/** Every text planted begins with it, so that any piece of one is found. */
export const MARK = '埋'
const COUNTS_FROM = 100

/** As many people as asked for, in every table that speaks of people: every column that is to be forgotten holds words of its own. */
export function plantPeople(db: Db, first: number, count: number): readonly Planted[] {
  insert(db, 'import_batches', {
    id: `batch-${first}`,
    kind: 'leads',
    file_name: `登记表${first}.xlsx`,
    file_hash: String(first),
    imported_at: FIRST,
    imported_on: '2026-05-04',
    imported_by: STAFF.manager,
    row_count: count,
  })
  const planted = Array.from({ length: count }, (_, n) => plantOne(db, first + n, `batch-${first}`))
  rewriteLeadHistory(db, 'all')
  settleLeads(db)
  return planted
}

function plantOne(db: Db, n: number, batchId: string): Planted {
  const customerId = `id-${COUNTS_FROM + n}-c`
  const name = `${pick(SURNAMES, n)}${pick(GIVEN, Math.floor(n / 10))}${pick(GIVEN, Math.floor(n / 100) + n * 3)}${pick(GIVEN, n + 4)}`
  const digits = `139${String(10_000_000 + n * 719_933)
    .padStart(8, '0')
    .slice(0, 8)}`
  const phone = `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`
  const words: string[] = []
  const own = (table: string) => {
    const fates = Object.entries(PERSON_TABLES[table]?.columns ?? {})
    const said = fates.filter(([, fate]) => fate === 'text' || fate === 'mark' || fate === 'shared' || fate === 'note')
    const row = Object.fromEntries(
      said.map(([column]) => [column, `${MARK}${COUNTS_FROM + n}${table}${column}沪A·${COUNTS_FROM + n}藏`]),
    )
    return row
  }
  const put = (table: string, row: Row, overridden: Row = {}) => {
    const full = { ...own(table), ...row, ...overridden }
    insert(db, table, full)
    const texts = Object.keys(own(table)).map((column) => full[column])
    words.push(...texts.filter((text) => typeof text === 'string'))
  }
  put('customers', { id: customerId, name, phone, phone_key: phoneKey(phone), created_at: FIRST, batch_id: batchId })
  const leads = [0, 1].map((nth) => plantLead(put, { customerId, n, nth, batchId }))
  const wechat = String(own('customers')['wechat'])
  const about = JSON.stringify({ name, phone: digits })
  insert(db, 'drafts', draft(n, 'visit', '', about))
  insert(
    db,
    'drafts',
    draft(n, 'followUp', leads[0] ?? '', JSON.stringify({ note: `${MARK}${COUNTS_FROM + n}draft藏` })),
  )
  const look = { id: `view-${n}`, staff_id: STAFF.lin, name: `找${name}`, shared: 0, saved_at: FIRST }
  insert(db, 'lead_views', { ...look, view: JSON.stringify({ filter: { text: digits } }) })
  insert(db, 'import_batches', {
    id: `batch of ${n}`,
    kind: 'leads',
    file_name: `${name}.xlsx`,
    file_hash: `${n}`,
    imported_at: FIRST,
    imported_by: STAFF.manager,
    row_count: 0,
  })
  words.push(`${MARK}${COUNTS_FROM + n}draft藏`, plainText(wechat), digits)
  return { customerId, name, phone, phoneKey: digits, values: [...new Set(words)] }
}

function draft(n: number, form: string, subject: string, content: string): Row {
  // One person's drafts of one form and subject are one: who writes about whom without an id writes alone.
  return { staff_id: STAFF.lin, form: `${form}${n}`, subject, content, saved_at: FIRST, typed_at: FIRST }
}

type Put = (table: string, row: Row, overridden?: Row) => void
type LeadOf = { readonly customerId: string; readonly n: number; readonly nth: number; readonly batchId: string }

/** The first one sold, the second one open, with a plan to come and a loss that was asked for. */
function plantLead(put: Put, { customerId, n, nth, batchId }: LeadOf): string {
  const leadId = `id-${COUNTS_FROM + n}-l${nth}`
  const at = FIRST + nth * DAY_MS + n * 60_000
  const on = nth === 0 ? '2026-05-04' : '2026-05-05'
  const imported = nth === 0 ? batchId : null
  put('leads', {
    id: leadId,
    customer_id: customerId,
    channel_id: CHANNELS.walkIn,
    created_at: at,
    created_on: on,
    batch_id: imported,
  })
  const event = (what: string, row: Row, reason: Row = {}) =>
    put(
      'lead_events',
      { id: `${leadId}-${what}`, lead_id: leadId, by_id: STAFF.manager, batch_id: imported, ...row },
      reason,
    )
  event('owner', { at, kind: 'owner', value: STAFF.lin })
  event('grade', { at: at + 1, kind: 'grade', value: 'A' })
  const visit = {
    lead_id: leadId,
    channel_id: CHANNELS.walkIn,
    kind: 'showroom',
    purpose: 'purchase',
    received_by: STAFF.lin,
  }
  const arrived = { arrived_at: at, arrived_on: on, logged_at: at, batch_id: imported }
  put('visits', { id: `${leadId}-v0`, ...visit, ...arrived, first_visit: 1 }, { void_reason: null })
  put('visits', { id: `${leadId}-v1`, ...visit, ...arrived, first_visit: 0, voided_at: at, voided_by: STAFF.manager })
  const contact = {
    lead_id: leadId,
    staff_id: STAFF.lin,
    due_on: on,
    method: 'call',
    outcome: 'reached',
    batch_id: imported,
  }
  for (const nthNote of [0, 1, 2]) {
    const doneAt = at + 60_000 + nthNote
    const note = nthNote === 2 ? `${MARK}${COUNTS_FROM + n}` : `${MARK}${COUNTS_FROM + n}又说了一遍${nth}藏`
    put(
      'follow_ups',
      { id: `${leadId}-f${nthNote}`, ...contact, done_at: doneAt, done_on: on, logged_at: doneAt },
      { note, note_key: note },
    )
  }
  if (nth === 0) {
    event('won', { at: at + DAY_MS, kind: 'status', value: 'won' })
    put('deals', {
      id: `${leadId}-d`,
      lead_id: leadId,
      staff_id: STAFF.lin,
      ordered_on: '2026-05-05',
      price_fen: 1,
      gross_profit_fen: 1,
    })
  } else {
    put('loss_requests', { id: `${leadId}-r`, lead_id: leadId, requested_at: at + 120_000, requested_by: STAFF.lin })
    put(
      'follow_ups',
      { id: `${leadId}-p`, lead_id: leadId, staff_id: STAFF.lin, due_on: '2026-07-01' },
      { note: null, note_key: null, review_note: null },
    )
  }
  return leadId
}
