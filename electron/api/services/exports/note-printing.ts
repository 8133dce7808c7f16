import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findOwnership } from '../../../../db/repositories/ownership.ts'
import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context } from '../../context.ts'

/** On paper a page has left the house like a file. */
export function notePrinting(
  { db, me, now }: Context,
  { about, leadId }: ParsedInputOf<'exports.printed'>,
): OutputOf<'exports.printed'> {
  if (leadId !== null && findOwnership(db, 'lead', leadId) === undefined) throw new Refusal('not_found')
  appendAudit(db, { at: now, staffId: me.id, operation: 'exports.printed', subject: leadId, detail: about })
  return { done: true }
}
