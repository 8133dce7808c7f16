import { type ExportedDeal, listDealsBetween } from '../../../../db/repositories/export-rows.ts'
import { findStaff } from '../../../../db/repositories/staff.ts'
import type { ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ReadingContext } from '../../context.ts'
import { phoneFor, seesContact } from '../contact-privacy.ts'
import { assertPeriod } from './assert-period.ts'
import { wordsOf } from './export-words.ts'
import { field, type KeyedField, sheetOf } from './fields.ts'
import type { FileOrder } from './file-order.ts'
import { gradeLabels } from './grade-labels.ts'

type Row = ExportedDeal & { readonly gradeLabel: string | null }

/** The orders of a period: the standing ones first, cancelled ones, which are not read in again, on a sheet of their own. */
export function exportDeals(context: ReadingContext, input: ParsedInputOf<'exports.deals'>): FileOrder {
  const { from, to, format, words: given } = input
  assertPeriod(input)
  const rows = rowsOf(context, input)
  const words = wordsOf(given)
  const cancelled = rows.filter(({ cancelledOn }) => cancelledOn !== null)
  const standing = sheetOf(
    given.title,
    FIELDS,
    rows.filter(({ cancelledOn }) => cancelledOn === null),
    words,
  )
  const rest = sheetOf(words.column('cancelledDeals'), [...FIELDS, CANCELLED_ON], cancelled, words)
  return {
    about: `${from}..${to}`,
    format,
    names: { app: given.app, title: given.title, period: { from, to } },
    sheets: cancelled.length === 0 ? [standing] : [standing, rest],
  }
}

function rowsOf(context: ReadingContext, input: ParsedInputOf<'exports.deals'>): Row[] {
  const { db, me } = context
  const staffId = me.role === 'salesperson' ? me.id : input.staffId
  if (staffId !== null && findStaff(db, staffId) === null) {
    throw new Refusal('invalid_input', { fields: [{ path: 'staffId', code: 'not_found' }] })
  }
  return db.transaction(() => {
    const labelOf = gradeLabels(db)
    const { from, to } = input
    return listDealsBetween(db, { from, to, staffId }).map((deal) => ({
      ...deal,
      ...asSeen(context, deal),
      gradeLabel: labelOf(deal.grade),
    }))
  })()
}

/** A lead that has since gone to a colleague takes its contact and what it earned along. */
function asSeen({ me }: ReadingContext, deal: ExportedDeal): Partial<ExportedDeal> {
  if (seesContact(me, deal.ownerId)) return {}
  return {
    phone: phoneFor(me, deal.ownerId, deal.phone),
    wechat: null,
    gender: null,
    city: null,
    priceFen: null,
    grossProfitFen: null,
  }
}

const FIELDS: readonly KeyedField<Row>[] = [
  field('date', 'date', ({ orderedOn }) => orderedOn),
  field('name', 'text', ({ customerName }) => customerName),
  field('phone', 'phone', ({ phone }) => phone),
  field('wechat', 'text', ({ wechat }) => wechat),
  field('gender', 'text', ({ gender }, { code }) => code('gender', gender)),
  field('city', 'text', ({ city }) => city),
  field('model', 'text', ({ model }) => model),
  field('price', 'money', ({ priceFen }) => priceFen),
  field('grossProfit', 'money', ({ grossProfitFen }) => grossProfitFen),
  field('receivedBy', 'text', ({ staffName }) => staffName),
  field('channel', 'text', ({ channelName }) => channelName),
  field('grade', 'text', ({ gradeLabel }) => gradeLabel),
  field('deliveredOn', 'date', ({ deliveredOn }) => deliveredOn),
]

const CANCELLED_ON = field<Row>('cancelledOn', 'date', ({ cancelledOn }) => cancelledOn)
