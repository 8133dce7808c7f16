import { auditKindOf } from '../../shared/contract/audit-kind-of.ts'
import type { AuditKind } from '../../shared/values/audit-kind.ts'
import { entryHash, NO_HASH } from '../audit/entry-hash.ts'
import type { Db } from '../connection.ts'
import { leaveAside } from '../moment.ts'

export type AuditEntry = {
  readonly at: number
  readonly staffId: string | null
  readonly operation: string
  /** The id the act was about; never a name, a phone or a note. */
  readonly subject: string | null
  /** Where it is another one than the contract says of the operation: what was refused. */
  readonly kind?: AuditKind
  /** Codes and counts: `rows=120`, `wrong_secret`. */
  readonly detail?: string | null
}

/** Where the trail ends: the number and the hash of its newest entry. */
export type AuditHead = { readonly seq: number; readonly hash: Uint8Array }

/**
 * One more entry, chained to the newest, in the transaction of the act it is about where there is one. Its number counts on from
 * the highest there has ever been: the gap where an end was cut off stays a gap.
 */
export function appendAudit(db: Db, entry: AuditEntry): void {
  if (db.inTransaction) append(db, entry)
  // Nobody else's entry may come between the newest and this one.
  else db.transaction(append).immediate(db, entry)
}

function append(db: Db, entry: AuditEntry): void {
  const { seq: last, hash: previous } = readAuditHead(db)
  const { at, staffId, operation, subject, detail = null } = entry
  const said = { at, staffId, operation, subject, detail, kind: entry.kind ?? auditKindOf(operation) }
  const chained = { ...said, seq: last + 1, previous }
  const { changes } = db
    .prepare(
      `INSERT INTO audit_trail (seq, at, staff_id, kind, operation, subject, detail, previous, hash)
       VALUES (@seq, @at, @staffId, @kind, @operation, @subject, @detail, @previous, @hash)`,
    )
    .run({ ...chained, hash: entryHash(chained) })
  // No figure stands on the trail: what a board has read holds on.
  leaveAside(db, changes)
}

export function readAuditHead(db: Db): AuditHead {
  const head = db
    .prepare<[], AuditHead>(
      `SELECT max(t.seq, coalesce((SELECT s.seq FROM sqlite_sequence s WHERE s.name = 'audit_trail'), 0)) AS seq, t.hash
       FROM audit_trail t WHERE t.seq = (SELECT max(seq) FROM audit_trail)`,
    )
    .get()
  return head ?? { seq: 0, hash: NO_HASH }
}
