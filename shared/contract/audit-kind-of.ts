import type { AuditKind } from '../values/audit-kind.ts'
import { operations } from './contract.ts'
import type { Audit } from './operation.ts'

const KIND_OF: Readonly<Record<Audit, AuditKind>> = {
  no: 'changed',
  opens_customer: 'read',
  lists_customers: 'read',
  finds_by_number: 'read',
  changed: 'changed',
  approved: 'approved',
  exported: 'exported',
  signed_in: 'signed_in',
  kept: 'kept',
}

/** What kind of entry an operation makes when it is done; what the contract does not know (an older program's) counts as a change. */
export function auditKindOf(operation: string): AuditKind {
  return KIND_OF[operations.get(operation)?.audit ?? 'changed']
}
