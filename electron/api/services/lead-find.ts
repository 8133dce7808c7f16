import { type FoundLead, findLeads, recallLeads } from '../../../db/repositories/lead-find.ts'
import { settleLeads } from '../../../db/repositories/lead-index.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { leadFilter } from '../../../shared/contract/lead-list.ts'
import type { Context } from '../context.ts'
import { phoneFor, seesContact, wechatFor } from './contact-privacy.ts'
import { questionOf } from './lead-list.ts'

/** Customers for somebody who types: no more is found and shown than the list of leads would. */
export function findLead(context: Context, input: ParsedInputOf<'leads.find'>): OutputOf<'leads.find'> {
  const { db, me } = context
  settleLeads(db)
  return { rows: foundBy(context, input).map((row) => forPerson(row, me)) }
}

function foundBy(context: Context, input: ParsedInputOf<'leads.find'>): readonly FoundLead[] {
  const { db, me } = context
  if (input.by === 'leads') return recallLeads(db, input.leadIds)
  if (input.text.trim() === '') return []
  return findLeads(db, questionOf(context, leadFilter.parse({ text: input.text })), me.id, input.limit)
}

function forPerson(row: FoundLead, me: Context['me']) {
  const { ownerId, phone, wechat, ...rest } = row
  return {
    ...rest,
    isMine: seesContact(me, ownerId),
    phone: phoneFor(me, ownerId, phone),
    wechat: wechatFor(me, ownerId, wechat),
  }
}
