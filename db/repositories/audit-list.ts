import type { AuditEntry } from '../../shared/contract/audit.ts'
import type { AuditKind } from '../../shared/values/audit-kind.ts'
import type { Db } from '../connection.ts'

export type AuditQuestion = {
  readonly staffId: string | null
  readonly kind: AuditKind | null
  /** Instants, `[from, until)`; null: always. */
  readonly days: { readonly from: number; readonly until: number } | null
}

/** Entries with a lower number than `before`, which ended the page before. */
type Page = { readonly before: number | null; readonly limit: number }
type Bound = Readonly<Record<string, string | number | null>>

/** Newest first, by the order in which they were entered: what a clock said meanwhile may have been wrong. Never counted off from the top. */
export function listAudit(db: Db, { staffId, kind, days }: AuditQuestion, { before, limit }: Page): AuditEntry[] {
  const stretch = days === null ? { low: 0, high: Number.MAX_SAFE_INTEGER } : stretchOf(db, days)
  // A plus keeps SQLite from answering by that column's index: one stretch of days holds less than all of a person's years.
  const plus = days === null ? '' : '+'
  const wanted = [
    'seq > @low AND seq < @below',
    ...(days === null ? [] : ['at >= @from AND at < @until']),
    ...(staffId === null ? [] : [`${plus}staff_id = @staffId`]),
    ...(kind === null
      ? []
      : // With days their stretch is read; the index of kinds would be read whole.
        [isRare(kind) && staffId === null && days === null ? "kind = @kind AND kind <> 'changed'" : '+kind = @kind']),
  ]
  const below = Math.min(before ?? Number.MAX_SAFE_INTEGER, stretch.high)
  const bound = { staffId, kind, limit, low: stretch.low, below, from: days?.from ?? 0, until: days?.until ?? 0 }
  return pageOf(db, `WHERE ${wanted.join(' AND ')}`, bound)
}

/** Changes are most of the trail: the next one is never far, and the index of kinds leaves them out. */
function isRare(kind: AuditKind): boolean {
  return kind !== 'changed'
}

/**
 * Between which numbers the entries of some days lie, told from every 64th: the last one before them, the first one after them, and
 * all that say they are of those days, also where a clock was wrong when they were entered.
 */
function stretchOf(db: Db, { from, until }: { readonly from: number; readonly until: number }) {
  const one = (sql: string) => db.prepare<[{ from: number; until: number }], number>(sql).pluck().get({ from, until })
  const sample = 'FROM audit_trail WHERE seq % 64 = 0 AND'
  const before = one(`SELECT seq ${sample} at < @from ORDER BY at DESC, seq DESC LIMIT 1`) ?? 0
  const after = one(`SELECT seq ${sample} at >= @until ORDER BY at, seq LIMIT 1`) ?? Number.MAX_SAFE_INTEGER
  const first = one(`SELECT min(seq) ${sample} at >= @from AND at < @until`) ?? before
  const last = one(`SELECT max(seq) ${sample} at >= @from AND at < @until`) ?? after
  return { low: Math.min(before, first - 64), high: Math.max(after, last + 64) }
}

/** What has to do with the customer of a lead: that customer, their leads, and the records of those. */
const OF_CUSTOMER = `
  WITH customer AS (SELECT customer_id AS id FROM leads WHERE id = @leadId),
    own AS (SELECT l.id FROM customer c JOIN leads l ON l.customer_id = c.id)
  SELECT id FROM customer UNION SELECT id FROM own
  ${['visits', 'follow_ups', 'deals', 'loss_requests']
    .map((table) => `UNION SELECT x.id FROM own o JOIN ${table} x ON x.lead_id = o.id`)
    .join(' ')}`

export function listAuditOfCustomer(db: Db, leadId: string, { before, limit }: Page): AuditEntry[] {
  const where = `WHERE subject IN (${OF_CUSTOMER}) AND seq < @below`
  return pageOf(db, where, { leadId, below: before ?? Number.MAX_SAFE_INTEGER, limit })
}

function pageOf(db: Db, where: string, bound: Bound): AuditEntry[] {
  return db
    .prepare<[Bound], AuditEntry>(
      `SELECT t.seq, t.at, t.staff_id AS staffId, s.name AS staffName, t.kind, t.operation, t.subject, t.detail,
         l.id AS leadId, coalesce(c.name, k.name, p.name, b.file_name) AS about
       FROM (SELECT * FROM audit_trail ${where} ORDER BY seq DESC LIMIT @limit) t
       LEFT JOIN staff s ON s.id = t.staff_id
       LEFT JOIN visits v ON v.id = t.subject
       LEFT JOIN deals d ON d.id = t.subject
       LEFT JOIN follow_ups f ON f.id = t.subject
       LEFT JOIN loss_requests r ON r.id = t.subject
       LEFT JOIN leads l ON l.id = coalesce(v.lead_id, d.lead_id, f.lead_id, r.lead_id, t.subject)
       LEFT JOIN customers c ON c.id = l.customer_id
       LEFT JOIN customers k ON k.id = t.subject
       LEFT JOIN staff p ON p.id = t.subject
       LEFT JOIN import_batches b ON b.id = t.subject
       ORDER BY t.seq DESC`,
    )
    .all(bound)
}
