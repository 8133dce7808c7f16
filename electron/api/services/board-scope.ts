import { findStaff } from '../../../db/repositories/staff.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { ReportQuery } from '../../../shared/domain/facts.ts'
import { type BusinessDate, daysBetween } from '../../../shared/values/business-date.ts'
import type { ReadingContext } from '../context.ts'

/** Longer periods are a slip of the keyboard, and a year of twelve of them would be a long read. */
const MAX_DAYS = 3660

type BoardScope = {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly asOf: BusinessDate | null
  readonly staffId: string | null
}

/** What the board is asked about, checked. A salesperson sees their own and is refused anybody else's and the store's. */
export function queryOf(context: ReadingContext, scope: BoardScope): ReportQuery {
  const { from, to, staffId } = scope
  if (to < from || daysBetween(from, to) > MAX_DAYS) throw faultAt('to', 'before_from')
  if (context.me.role === 'salesperson' && staffId !== context.me.id) throw new Refusal('forbidden')
  if (staffId !== null && findStaff(context.db, staffId) === null) throw faultAt('staffId', 'not_found')
  return { from, to, staffId, asOf: asOfOf(context, scope) }
}

/** Nothing is known of tomorrow; a period still to come is asked about as of its first day. */
function asOfOf(context: ReadingContext, { from, to, asOf }: BoardScope): BusinessDate {
  if (asOf === null) {
    const known = to < context.today ? to : context.today
    return known < from ? from : known
  }
  if (asOf < from) throw faultAt('asOf', 'before_from')
  return asOf
}

function faultAt(path: string, code: string): Refusal {
  return new Refusal('invalid_input', { fields: [{ path, code }] })
}
