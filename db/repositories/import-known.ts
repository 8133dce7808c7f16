import { contactKey, type KnownCustomer, type KnownLead, visitKey } from '../../shared/domain/import/known-store.ts'
import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { LeadStatus } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'

type CustomerRow = { readonly id: string; readonly name: string }
type LeadRow = {
  readonly id: string
  readonly createdAt: Instant
  readonly status: LeadStatus
  readonly statusAt: Instant
  readonly hasVisited: number
}

const LEADS = `
  SELECT l.id, l.created_at AS createdAt, h.status,
    (SELECT coalesce(max(e.at), l.created_at) FROM lead_history e WHERE e.lead_id = l.id AND e.kind = 'status') AS statusAt,
    EXISTS (SELECT 1 FROM visits v WHERE v.lead_id = l.id AND v.kind = 'showroom' AND v.purpose = 'purchase'
      AND v.voided_at IS NULL) AS hasVisited
  FROM leads l JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
  WHERE l.customer_id = ?`

const WECHAT = 'wechat:'

/** Who is on file under the contacts of a file (`contactKey`), with their purchases; contacts that are new are not in it. */
export function knownCustomers(db: Db, contacts: ReadonlySet<string>): ReadonlyMap<string, readonly KnownCustomer[]> {
  const byPhone = db.prepare<[string], CustomerRow>('SELECT id, name FROM customers WHERE phone_key = ? ORDER BY rowid')
  const byWechat = db.prepare<[string], CustomerRow>(
    'SELECT id, name FROM customers WHERE lower(wechat) = ? AND phone_key IS NULL ORDER BY rowid',
  )
  const leadsOf = db.prepare<[string], LeadRow>(LEADS)
  const known = new Map<string, readonly KnownCustomer[]>()
  for (const contact of contacts) {
    const isWechat = contact.startsWith(WECHAT)
    const rows = isWechat ? byWechat.all(contact.slice(WECHAT.length)) : byPhone.all(contact)
    if (rows.length === 0) continue
    known.set(
      contact,
      rows.map((row) => ({ ...row, leads: leadsOf.all(row.id).map(toKnownLead) })),
    )
  }
  return known
}

function toKnownLead(row: LeadRow): KnownLead {
  return { ...row, hasVisited: row.hasVisited === 1 }
}

type VisitRow = {
  readonly at: Instant
  readonly partySize: number | null
  readonly phoneKey: string | null
  readonly wechat: string | null
  readonly isImported: number
}

/**
 * The visits on file between two days, by what a file can recognise them. An anonymous one that was logged here by hand is not
 * among them: two couples within a minute are two couples, while the same register read in again is the same register.
 */
export function knownVisits(db: Db, from: BusinessDate, to: BusinessDate): ReadonlySet<string> {
  const rows = db
    .prepare<[string, string], VisitRow>(
      `SELECT v.arrived_at AS at, v.party_size AS partySize, c.phone_key AS phoneKey, c.wechat,
         v.batch_id IS NOT NULL AS isImported
       FROM visits v LEFT JOIN leads l ON l.id = v.lead_id LEFT JOIN customers c ON c.id = l.customer_id
       WHERE v.arrived_on BETWEEN ? AND ? AND v.voided_at IS NULL`,
    )
    .all(from, to)
  const recognisable = rows.flatMap(({ at, partySize, phoneKey, wechat, isImported }) => {
    const contact = contactKey(phoneKey, wechat)
    return contact === null && isImported === 0 ? [] : [visitKey(at, contact, partySize)]
  })
  return new Set(recognisable)
}
