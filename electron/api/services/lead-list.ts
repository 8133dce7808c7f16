import type { LeadQuestion } from '../../../db/repositories/lead-filter.ts'
import { settleLeads } from '../../../db/repositories/lead-index.ts'
import { listLeads } from '../../../db/repositories/lead-list.ts'
import { cadenceDays } from '../../../db/repositories/store.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import type { LeadFilter } from '../../../shared/contract/lead-list.ts'
import type { ReadingContext } from '../context.ts'
import { phoneFor, seesContact, wechatFor } from './contact-privacy.ts'

export function readLeads(
  context: ReadingContext,
  input: ParsedInputOf<'leads.list'>,
  found: LeadQuestion['found'] = 'most',
): OutputOf<'leads.list'> {
  const { db, me } = context
  // Whatever wrote without settling (a tool at the file, an older program beside this one) is settled by who looks.
  settleLeads(db)
  const question: LeadQuestion = { ...questionOf(context, input.filter), found }
  const { total, isCut, rows } = listLeads(db, question, input.sort, input)
  return {
    total,
    isCut,
    rows: rows.map((row) => ({
      ...row,
      isMine: seesContact(me, row.ownerId),
      phone: phoneFor(me, row.ownerId, row.phone),
      wechat: wechatFor(me, row.ownerId, row.wechat),
    })),
  }
}

/** A filter as this person means it today. */
export function questionOf({ db, me, today }: ReadingContext, { who, ...filter }: LeadFilter): LeadQuestion {
  const owner = who === 'all' ? 'any' : who === 'nobody' ? ('nobody' as const) : { id: who === 'mine' ? me.id : who }
  const seesOnlyOf = seesContact(me, null) ? null : me.id
  return { ...filter, found: 'most', owner, seesOnlyOf, today, cadenceDays: cadenceDays(db) }
}
