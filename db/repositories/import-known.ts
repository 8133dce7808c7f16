import {
  contactKey,
  type KnownCustomer,
  type KnownLead,
  type KnownStore,
  markNumbered,
  recordKeys,
  visitKeys,
  visitNumberKey,
  whoKey,
} from '../../shared/domain/import/known-store.ts'
import type { StoreQuestion } from '../../shared/domain/import/store-question.ts'
import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { LeadStatus } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'

/** What is on file of the customers, visits, leads and orders that the rows of a file could be. */
export function knownRecords(db: Db, question: StoreQuestion): Pick<KnownStore, 'customers' | 'onFile'> {
  const customers = knownCustomers(db, question.contacts)
  const onFile = new Set<string>()
  if (question.span !== null && question.kind === 'visits') addVisits(db, question.span, onFile)
  if (question.kind === 'visits') addExportedVisits(db, question.numbers, onFile)
  if (question.span !== null && question.kind !== 'visits') addRecords(db, question, onFile)
  return { customers, onFile }
}

/** The models that leads and orders on file name, each spelling once. */
export function listKnownModels(db: Db): string[] {
  return db
    .prepare<[], string>(
      // Few, of many rows: each table's own before they are put together, or all of the rows would be sorted.
      `SELECT DISTINCT model FROM leads WHERE model IS NOT NULL
       UNION SELECT DISTINCT model FROM deals WHERE model IS NOT NULL ORDER BY 1`,
    )
    .pluck()
    .all()
}

type CustomerRow = {
  readonly contact: string
  readonly customerId: string
  readonly name: string
  readonly leadId: string | null
  readonly createdAt: Instant
  readonly status: LeadStatus
  readonly statusAt: Instant
  readonly hasVisited: number
}

/** One row for each purchase of a customer under one of the contacts, one without a lead for a customer who has none. */
function customersBy(contact: string, condition: string): string {
  return `
    SELECT ${contact} AS contact, c.id AS customerId, c.name, l.id AS leadId, l.created_at AS createdAt, h.status,
      (SELECT coalesce(max(e.at), l.created_at) FROM lead_history e WHERE e.lead_id = l.id AND e.kind = 'status') AS statusAt,
      EXISTS (SELECT 1 FROM visits v WHERE v.lead_id = l.id AND v.kind = 'showroom' AND v.purpose = 'purchase'
        AND v.voided_at IS NULL) AS hasVisited
    FROM json_each(?) j CROSS JOIN customers c ON ${condition}
    LEFT JOIN leads l ON l.customer_id = c.id
    LEFT JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
    ORDER BY c.rowid, l.rowid`
}

const BY_PHONE = customersBy('j.value', 'c.phone_key = j.value')
// The index of WeChat ids holds those who have one, and is only taken where that is said.
const BY_WECHAT = customersBy(
  `'wechat:' || j.value`,
  'c.wechat IS NOT NULL AND lower(c.wechat) = j.value AND c.phone_key IS NULL',
)
const WECHAT = 'wechat:'
const KEYS_AT_ONCE = 2000

/** The keys as JSON arrays, each for one query. */
function* chunks(keys: readonly string[]): Generator<string> {
  for (let first = 0; first < keys.length; first += KEYS_AT_ONCE) {
    yield JSON.stringify(keys.slice(first, first + KEYS_AT_ONCE))
  }
}

type Known = Map<string, Map<string, KnownCustomer & { readonly leads: KnownLead[] }>>

/** By contact (`contactKey`), with their purchases; contacts that are new are not in it. */
function knownCustomers(db: Db, contacts: ReadonlySet<string>): KnownStore['customers'] {
  const known: Known = new Map()
  const phones = [...contacts].filter((contact) => !contact.startsWith(WECHAT))
  const wechats = [...contacts]
    .filter((contact) => contact.startsWith(WECHAT))
    .map((contact) => contact.slice(WECHAT.length))
  for (const [sql, keys] of [[BY_PHONE, phones] as const, [BY_WECHAT, wechats] as const]) {
    const find = db.prepare<[string], CustomerRow>(sql)
    for (const asked of chunks(keys)) for (const row of find.iterate(asked)) addCustomer(known, row)
  }
  return new Map([...known].map(([contact, customers]) => [contact, [...customers.values()]]))
}

function addCustomer(known: Known, row: CustomerRow): void {
  const { contact, customerId: id, name, leadId, createdAt, status, statusAt } = row
  const customers = known.get(contact) ?? new Map()
  known.set(contact, customers)
  const customer = customers.get(id) ?? { id, name, leads: [] }
  customers.set(id, customer)
  if (leadId !== null) {
    customer.leads.push({ id: leadId, createdAt, status, statusAt, hasVisited: row.hasVisited === 1 })
  }
}

type Span = NonNullable<StoreQuestion['span']>
type VisitRow = {
  readonly at: Instant
  readonly on: BusinessDate
  readonly partySize: number | null
  readonly phoneKey: string | null
  readonly wechat: string | null
  readonly isImported: number
}

/**
 * The visits on file between two days, by what a file can recognise them. An anonymous one that was logged here by hand is not
 * among them: two couples within a minute are two couples, while the same register read in again is the same register, also where
 * somebody has voided what it said.
 */
function addVisits(db: Db, { from, to }: Span, onFile: Set<string>): void {
  const rows = db
    .prepare<[string, string], VisitRow>(
      `SELECT v.arrived_at AS at, v.arrived_on AS "on", v.party_size AS partySize, c.phone_key AS phoneKey, c.wechat,
         v.batch_id IS NOT NULL AS isImported
       FROM visits v LEFT JOIN leads l ON l.id = v.lead_id LEFT JOIN customers c ON c.id = l.customer_id
       WHERE v.arrived_on BETWEEN ? AND ? AND (v.voided_at IS NULL OR v.batch_id IS NOT NULL)`,
    )
    .iterate(from, to)
  for (const { at, on, partySize, phoneKey, wechat, isImported } of rows) {
    const contact = contactKey(phoneKey, wechat)
    if (contact === null && isImported === 0) continue
    const { minute, day } = visitKeys({ at, on, contact, partySize })
    onFile.add(minute)
    if (day !== null) onFile.add(day)
  }
}

/** Visits of this store that a file brings back by their own numbers, those logged by hand and those voided among them. */
function addExportedVisits(db: Db, numbers: ReadonlySet<string>, onFile: Set<string>): void {
  const find = db
    .prepare<[string], string>('SELECT id FROM visits WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
  for (const asked of chunks([...numbers])) for (const id of find.iterate(asked)) onFile.add(visitNumberKey(id))
}

type RecordRow = {
  readonly on: BusinessDate
  readonly number: string | null
  readonly model: string | null
  readonly priceFen: number | null
  readonly name: string
  readonly phoneKey: string | null
  readonly wechat: string | null
}

const RECORDS = {
  leads: `
    SELECT l.created_on AS "on", l.number, l.model, NULL AS priceFen, c.name, c.phone_key AS phoneKey, c.wechat
    FROM leads l JOIN customers c ON c.id = l.customer_id`,
  sales: `
    SELECT d.ordered_on AS "on", d.number, d.model, d.price_fen AS priceFen, c.name, c.phone_key AS phoneKey, c.wechat
    FROM deals d JOIN leads l ON l.id = d.lead_id JOIN customers c ON c.id = l.customer_id`,
}

/** Leads or orders on file between two days, and those of any day with a number that the file has too. */
function addRecords(db: Db, { kind, numbers, span }: StoreQuestion, onFile: Set<string>): void {
  const [select, day, number] =
    kind === 'sales' ? [RECORDS.sales, 'd.ordered_on', 'd.number'] : [RECORDS.leads, 'l.created_on', 'l.number']
  const between = db.prepare<[string, string], RecordRow>(`${select} WHERE ${day} BETWEEN ? AND ?`)
  if (span !== null) for (const row of between.iterate(span.from, span.to)) addRecord(row, onFile)
  const numbered = db.prepare<[string], RecordRow>(`${select} WHERE ${number} IN (SELECT value FROM json_each(?))`)
  for (const asked of chunks([...numbers])) for (const row of numbered.iterate(asked)) addRecord(row, onFile)
}

function addRecord({ name, phoneKey, wechat, ...record }: RecordRow, onFile: Set<string>): void {
  const keys = recordKeys({ ...record, who: whoKey(contactKey(phoneKey, wechat), name) })
  for (const key of keys.numbered) onFile.add(key)
  onFile.add(record.number === null ? keys.plain : markNumbered(keys.plain))
}
