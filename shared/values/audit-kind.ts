/** What somebody did, as the audit trail sorts it; `kept` is about the store as a whole: backed up, restored, moved. */
export const AUDIT_KINDS = ['read', 'changed', 'approved', 'exported', 'signed_in', 'kept', 'refused'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** How the trail is broken at an entry. `cut`: it ends before an entry that there has been. */
export const AUDIT_FAULTS = ['changed', 'missing', 'inserted', 'reordered', 'cut'] as const
export type AuditFault = (typeof AUDIT_FAULTS)[number]
