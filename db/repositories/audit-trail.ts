import type { Db } from '../connection.ts'

export type AuditEntry = {
  readonly at: number
  readonly staffId: string | null
  readonly operation: string
  /** The id the act was about; never a name, a phone or a note. */
  readonly subject: string | null
}

export function appendAudit(db: Db, entry: AuditEntry): void {
  db.prepare(
    'INSERT INTO audit_trail (at, staff_id, operation, subject) VALUES (@at, @staffId, @operation, @subject)',
  ).run(entry)
}
