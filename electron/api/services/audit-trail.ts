import { backedUpEndOf } from '../../../db/audit/backed-up-trail.ts'
import { checkTrail, faultAgainst } from '../../../db/audit/verify-trail.ts'
import { listAudit, listAuditOfCustomer } from '../../../db/repositories/audit-list.ts'
import { readAuditHead } from '../../../db/repositories/audit-trail.ts'
import { findOwnership } from '../../../db/repositories/ownership.ts'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { addDays, type BusinessDate, startOfDay } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'

/** So many entries are looked through at a time: some tens of milliseconds, during which nobody else is answered. */
const STRETCH = 10_000

export function readTrail(context: Context, input: ParsedInputOf<'audit.list'>): OutputOf<'audit.list'> {
  const { db, timeZone } = context
  const { staffId, kind, from, to, before, limit } = input
  const days = from === null && to === null ? null : daysOf(from, to, timeZone)
  return asPage(listAudit(db, { staffId, kind, days }, { before, limit: limit + 1 }), limit)
}

function daysOf(from: BusinessDate | null, to: BusinessDate | null, timeZone: string) {
  return {
    from: from === null ? 0 : startOfDay(from, timeZone),
    until: to === null ? Number.MAX_SAFE_INTEGER : startOfDay(addDays(to, 1), timeZone),
  }
}

export function readTrailOfCustomer(
  { db }: Context,
  { leadId, before, limit }: ParsedInputOf<'audit.ofCustomer'>,
): OutputOf<'audit.ofCustomer'> {
  if (findOwnership(db, 'lead', leadId) === undefined) throw new Refusal('not_found')
  return asPage(listAuditOfCustomer(db, leadId, { before, limit: limit + 1 }), limit)
}

/** One entry more than was asked for was read: then there is a next page. */
function asPage(found: AuditEntry[], limit: number): OutputOf<'audit.list'> {
  const entries = found.slice(0, limit)
  const last = entries.at(-1)
  const hasMore = found.length > limit && last !== undefined
  return { entries, next: hasMore ? last.seq : null }
}

/** A stretch of the chain; the last one is also held against what the newest backup knows of it. */
export function checkStretch({ db, store }: Context, { after }: ParsedInputOf<'audit.check'>): OutputOf<'audit.check'> {
  const checked = checkTrail(db, after, STRETCH)
  const backedUp = checked.isEnd ? backedUpEndOf(db, store.backupFolder) : null
  return {
    ...checked,
    fault: checked.fault ?? faultAgainst(db, backedUp),
    of: readAuditHead(db).seq,
    backedUpTo: backedUp?.seq ?? null,
  }
}
