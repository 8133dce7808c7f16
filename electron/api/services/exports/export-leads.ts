import { type LeadDetails, readLeadDetails } from '../../../../db/repositories/export-rows.ts'
import type { ParsedInputOf } from '../../../../shared/contract/contract.ts'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import { dateTimeCell } from '../../../../shared/domain/export/sheet.ts'
import type { ReadingContext } from '../../context.ts'
import { readLeads } from '../lead-list.ts'
import { wordsOf } from './export-words.ts'
import { field, type KeyedField, sheetOf } from './fields.ts'
import type { FileOrder } from './file-order.ts'
import { gradeLabels } from './grade-labels.ts'

/** More than any store has: the whole list as one page. */
const ALL = { limit: 1_000_000_000, offset: 0 }

type Row = LeadRow & LeadDetails & { readonly created: string; readonly gradeLabel: string | null }

/** The leads of a filter as they are listed; a salesperson's file holds their own only, whatever the filter says. */
export function exportLeads(context: ReadingContext, input: ParsedInputOf<'exports.leads'>): FileOrder {
  const { db, me } = context
  const { format, words: given, sort } = input
  const words = wordsOf(given)
  const filter = me.role === 'salesperson' ? { ...input.filter, who: 'mine' } : input.filter
  const rows = db.transaction(() => rowsOf(context, readLeads(context, { filter, sort, ...ALL }, 'all').rows))()
  return {
    about: '',
    format,
    names: { app: given.app, title: given.title, period: null },
    sheets: [sheetOf(given.title, FIELDS, rows, words)],
  }
}

/** Whoever gets a row sees its contact: a salesperson's are their own, and managers see all. */
function rowsOf({ db, timeZone }: ReadingContext, leads: readonly LeadRow[]): Row[] {
  const detailsOf = readLeadDetails(db)
  const labelOf = gradeLabels(db)
  return leads.flatMap((lead) => {
    const details = detailsOf.get(lead.leadId)
    if (details === undefined) return []
    return [
      { ...lead, ...details, created: dateTimeCell(details.createdAt, timeZone), gradeLabel: labelOf(lead.grade) },
    ]
  })
}

const FIELDS: readonly KeyedField<Row>[] = [
  // To the minute: an order of the same day must not come before it.
  field('date', 'dateTime', ({ created }) => created),
  field('name', 'text', ({ customerName }) => customerName),
  field('phone', 'phone', ({ phone }) => phone),
  field('wechat', 'text', ({ wechat }) => wechat),
  field('gender', 'text', ({ gender }, { code }) => code('gender', gender)),
  field('city', 'text', ({ city }) => city),
  field('channel', 'text', ({ channelName }) => channelName),
  field('model', 'text', ({ model }) => model),
  field('grade', 'text', ({ gradeLabel }) => gradeLabel),
  field('status', 'text', ({ status }, { code }) => code('status', status)),
  field('receivedBy', 'text', ({ ownerName }) => ownerName),
  field('horizon', 'count', ({ horizonMonths }) => horizonMonths),
  field('stage', 'text', ({ stage }, { code }) => code('stage', stage)),
  field('budget', 'text', ({ budget }) => budget),
  field('competitor', 'text', ({ competitor }) => competitor),
  field('decider', 'text', ({ decider }) => decider),
  field('lastDone', 'date', ({ lastDoneOn }) => lastDoneOn),
  field('nextOn', 'date', ({ dueOn }) => dueOn),
  field('closedOn', 'date', ({ closedOn }) => closedOn),
  field('lossReason', 'text', ({ lossReason }, { code }) => code('lossReason', lossReason)),
  field('price', 'money', ({ priceFen }) => priceFen),
  field('grossProfit', 'money', ({ grossProfitFen }) => grossProfitFen),
  field('note', 'text', ({ customerNote }) => customerNote),
]
