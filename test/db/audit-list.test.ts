import { describe, expect, it } from 'vitest'
import { verifyAuditTrail } from '../../db/audit/verify-trail.ts'
import { openStore } from '../../db/connection.ts'
import { migrations } from '../../db/migrations/index.ts'
import { type AuditQuestion, listAudit } from '../../db/repositories/audit-list.ts'
import { appendAudit } from '../../db/repositories/audit-trail.ts'
import { AUDIT_KINDS } from '../../shared/values/audit-kind.ts'

const DAY_MS = 86_400_000
const DAYS = 60
const PER_DAY = 40

/** Two months of entries; for three days of them the clock was a year ahead, and once it went back an hour. */
const db = openStore(':memory:')
db.transaction(() => {
  for (let n = 0; n < DAYS * PER_DAY; n += 1) {
    const day = Math.floor(n / PER_DAY)
    const ahead = day >= 20 && day < 23 ? 365 * DAY_MS : n % 97 === 0 ? -3_600_000 : 0
    const kind = n % 3 === 0 ? (AUDIT_KINDS[n % AUDIT_KINDS.length] ?? 'read') : 'changed'
    const staffId = n % 11 === 0 ? null : `p${n % 5}`
    appendAudit(db, { at: n * (DAY_MS / PER_DAY) + ahead, staffId, operation: 'leads.get', subject: `lead-${n}`, kind })
  }
})()
const all = db.prepare('SELECT seq, at, staff_id AS staffId, kind FROM audit_trail ORDER BY seq DESC').all() as {
  readonly seq: number
  readonly at: number
  readonly staffId: string | null
  readonly kind: string
}[]

const EVERYTHING: AuditQuestion = { staffId: null, kind: null, days: null }
const QUESTIONS: readonly Partial<AuditQuestion>[] = [
  {},
  { staffId: 'p3' },
  ...AUDIT_KINDS.map((kind) => ({ kind })),
  { staffId: 'p2', kind: 'read' },
  { days: { from: 5 * DAY_MS, until: 6 * DAY_MS } },
  { days: { from: 0, until: 1 } },
  { days: { from: 18 * DAY_MS, until: 30 * DAY_MS } },
  { days: { from: 385 * DAY_MS, until: 387 * DAY_MS } },
  { days: { from: 58 * DAY_MS, until: 300 * DAY_MS }, staffId: 'p1' },
  { days: { from: 10 * DAY_MS, until: 50 * DAY_MS }, kind: 'exported' },
  { days: { from: 100 * DAY_MS, until: 200 * DAY_MS } },
]

const fits = ({ staffId, kind, days }: AuditQuestion, entry: (typeof all)[number]) =>
  (staffId === null || entry.staffId === staffId) &&
  (kind === null || entry.kind === kind) &&
  (days === null || (entry.at >= days.from && entry.at < days.until))

describe('the audit trail, page by page', () => {
  it.each(QUESTIONS.map((question) => [JSON.stringify(question), question] as const))('answers %s', (_, asked) => {
    const question = { ...EVERYTHING, ...asked }
    const found: number[] = []
    for (let before: number | null = null; ; ) {
      const page: readonly number[] = listAudit(db, question, { before, limit: 37 }).map(({ seq }) => seq)
      found.push(...page)
      if (page.length < 37) break
      before = page.at(-1) ?? null
    }
    expect(found).toEqual(all.filter((entry) => fits(question, entry)).map(({ seq }) => seq))
  })
})

describe('a trail of before it was chained', () => {
  it('is chained as it stands, and goes on', () => {
    const old = openStore(':memory:', { steps: migrations.filter(({ version }) => version < 100) })
    const write = old.prepare('INSERT INTO audit_trail (at, staff_id, operation, subject) VALUES (?, ?, ?, ?)')
    const said = [
      [5, 'lin', 'followUps.log', 'lead-1'],
      [6, null, 'setup.rescue', null],
      [7, 'wang', 'exports.leads', 'csv rows=3'],
      [8, 'xu', 'followUps.review', 'f-1'],
    ]
    for (const entry of said) write.run(...entry)
    for (const { version, sql } of migrations) if (version === 100) old.exec(sql)
    const entries = old.prepare('SELECT at, staff_id, operation, subject FROM audit_trail ORDER BY seq').raw().all()
    expect(entries).toEqual(said)
    const kinds = old.prepare('SELECT kind FROM audit_trail ORDER BY seq').pluck().all()
    expect(kinds).toEqual(['changed', 'kept', 'exported', 'approved'])
    expect(verifyAuditTrail(old)).toBeNull()
    appendAudit(old, { at: 9, staffId: 'lin', operation: 'leads.get', subject: 'lead-1' })
    expect(verifyAuditTrail(old)).toBeNull()
    expect(() => old.exec('DELETE FROM audit_trail')).toThrow(/append-only/)
  })

  it('that is empty stays so', () => {
    const fresh = openStore(':memory:')
    expect([fresh.prepare('SELECT count(*) FROM audit_trail').pluck().get(), verifyAuditTrail(fresh)]).toEqual([
      0,
      null,
    ])
  })
})
