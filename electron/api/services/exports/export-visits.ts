import { type ExportedVisit, listVisitsBetween } from '../../../../db/repositories/export-rows.ts'
import type { ParsedInputOf } from '../../../../shared/contract/contract.ts'
import type { Person } from '../../../../shared/contract/session.ts'
import { dateTimeCell } from '../../../../shared/domain/export/sheet.ts'
import type { ReadingContext } from '../../context.ts'
import { phoneFor, seesContact } from '../contact-privacy.ts'
import { assertPeriod } from './assert-period.ts'
import { wordsOf } from './export-words.ts'
import { field, type KeyedField, sheetOf } from './fields.ts'
import type { FileOrder } from './file-order.ts'
import { gradeLabels } from './grade-labels.ts'

/** A visit as this person may see it, its moments on the showroom's clock: `YYYY-MM-DD HH:MM`. */
type Row = ExportedVisit & {
  readonly arrived: string
  readonly logged: string
  readonly gradeLabel: string | null
}

/**
 * The visits of a period: on the first sheet those that count, in the columns of a visitor register; on a second one, which is not
 * read in again, what was voided and who came for something else. A salesperson's file holds whom they received and their own
 * customers.
 */
export function exportVisits(context: ReadingContext, input: ParsedInputOf<'exports.visits'>): FileOrder {
  const { from, to, format, words: given } = input
  assertPeriod(input)
  const rows = context.db.transaction(() => rowsOf(context, input))()
  const words = wordsOf(given)
  const main = sheetOf(given.title, FIELDS, rows.filter(counts), words)
  const others = rows.filter((row) => !counts(row))
  const rest = sheetOf(words.column('otherVisits'), [...FIELDS, ...WHY_APART], others, words)
  return {
    about: `${from}..${to}`,
    format,
    names: { app: given.app, title: given.title, period: { from, to } },
    sheets: others.length === 0 ? [main] : [main, rest],
  }
}

function counts({ voidReason, purpose }: Row): boolean {
  return voidReason === null && purpose === 'purchase'
}

function rowsOf(context: ReadingContext, days: Pick<ParsedInputOf<'exports.visits'>, 'from' | 'to'>): Row[] {
  const { db, me, timeZone } = context
  const labelOf = gradeLabels(db)
  return listVisitsBetween(db, days)
    .filter((visit) => me.role !== 'salesperson' || isOwn(me, visit))
    .map((visit) => ({
      ...visit,
      ...contactAsSeen(context, visit),
      arrived: dateTimeCell(visit.arrivedAt, timeZone),
      logged: dateTimeCell(visit.loggedAt, timeZone),
      gradeLabel: labelOf(visit.grade),
    }))
}

function isOwn(me: Person, { receivedBy, ownerId }: ExportedVisit): boolean {
  return receivedBy === me.id || ownerId === me.id
}

/** As the day's list shows it: to whoever received the party, and to the reception on the day itself. */
function contactAsSeen({ me, today }: ReadingContext, visit: ExportedVisit): Pick<Row, 'phone' | 'wechat' | 'gender'> {
  const seesDay = me.role === 'reception' ? visit.arrivedOn === today : visit.receivedBy === me.id
  const holder = seesDay ? me.id : visit.ownerId
  const isOpen = seesContact(me, holder)
  return {
    phone: phoneFor(me, holder, visit.phone),
    wechat: isOpen ? visit.wechat : null,
    gender: isOpen ? visit.gender : null,
  }
}

const FIELDS: readonly KeyedField<Row>[] = [
  field('date', 'date', ({ arrivedOn }) => arrivedOn),
  field('time', 'text', ({ arrived }) => arrived.slice(11)),
  field('kind', 'text', ({ kind }, { code }) => code('visitKind', kind)),
  // A phone-in is nobody's first visit; there is nothing to ask.
  field('firstVisit', 'text', ({ kind, firstVisit }, { code }) =>
    kind === 'phone' ? null : code('firstVisit', firstVisit === 1 ? 'first' : 'again'),
  ),
  field('name', 'text', ({ customerName }) => customerName),
  field('phone', 'phone', ({ phone }) => phone),
  field('wechat', 'text', ({ wechat }) => wechat),
  field('gender', 'text', ({ gender }, { code }) => code('gender', gender)),
  field('partySize', 'count', ({ partySize }) => partySize),
  field('channel', 'text', ({ channelName }) => channelName),
  field('model', 'text', ({ model }) => model),
  field('grade', 'text', ({ gradeLabel }) => gradeLabel),
  field('receivedBy', 'text', ({ receivedByName }) => receivedByName),
  field('note', 'text', ({ note }) => note),
  field('notCaptured', 'text', ({ notCapturedReason }, { code }) => code('notCaptured', notCapturedReason)),
  field('logged', 'dateTime', ({ logged }) => logged),
  // By which the store knows its own visits again, the anonymous ones too.
  field('number', 'text', ({ id }) => id),
]

const WHY_APART: readonly KeyedField<Row>[] = [
  field('purpose', 'text', ({ purpose }, { code }) => code('visitPurpose', purpose)),
  field('voidReason', 'text', ({ voidReason }) => voidReason),
]
