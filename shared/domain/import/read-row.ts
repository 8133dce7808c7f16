import type { BusinessDate, Instant } from '../../values/business-date.ts'
import { GRADES, type Grade, LEAD_STATUSES, type LeadStatus } from '../../values/grade.ts'
import { phoneKey } from '../../values/phone.ts'
import type { VisitKind } from '../../values/vocabulary.ts'
import { cellText, valueText } from './cell-text.ts'
import {
  FIELDS_OF,
  type FlagCode,
  type ImportField,
  type ImportRow,
  type Mapping,
  meaningOf,
  type ValueField,
} from './fields.ts'
import { contactKey } from './known-store.ts'
import { horizonMonths } from './read-horizon.ts'
import { readMoney } from './read-money.ts'
import { readName } from './read-name.ts'
import { readPartySize } from './read-party-size.ts'
import { readPhone } from './read-phone.ts'
import { readTalk, type Talk } from './read-talk.ts'
import { readWechat } from './read-wechat.ts'
import { dayIn } from './resolve-dates.ts'

/** The moment of a row: its day, and a time where it says one. */
export type RowMoment = {
  readonly row: ImportRow
  readonly on: BusinessDate
  readonly at: Instant
  readonly hasTime: boolean
}

/** A row understood with its mapping, before it is known whose it is. */
export type ReadRow = RowMoment & {
  readonly kind: VisitKind
  readonly saysFirst: boolean
  readonly number: string | null
  readonly name: string | null
  readonly gender: 'm' | 'f' | null
  readonly phone: string | null
  readonly phoneKey: string | null
  readonly wechat: string | null
  readonly city: string | null
  /** What stood beside the number. */
  readonly contactNote: string | null
  /** Null: anonymous. */
  readonly contact: string | null
  readonly partySize: number | null
  readonly channel: string
  readonly model: string | null
  readonly grade: Grade | null
  readonly horizonMonths: number | null
  readonly budget: string | null
  readonly competitor: string | null
  readonly tookDrive: boolean
  /** A staff id or `new:<name>`. */
  readonly receivedBy: string | null
  readonly status: LeadStatus
  readonly closedOn: BusinessDate | null
  readonly lossReason: string | null
  readonly nextOn: BusinessDate | null
  readonly deliveredOn: BusinessDate | null
  readonly priceFen: number | null
  readonly grossProfitFen: number | null
  /** What it says in plain words, and whether they speak of an order or a loss. */
  readonly words: string
  readonly talk: Talk
  readonly flags: readonly { readonly code: FlagCode; readonly value: string }[]
}

export type RowReader = {
  readonly mapping: Mapping
  /** Columns that count in ten thousands (成交价(万)). */
  readonly inWan: { readonly price: boolean; readonly grossProfit: boolean }
  /** '' where the column is not mapped, or its field makes no sense for the kind of file. */
  readonly cell: (row: ImportRow, field: ImportField) => string
  /** Null where the column is not mapped or nobody has given the value a meaning. */
  readonly meaning: (row: ImportRow, field: ValueField) => string | null
}

/** How cells are reached under a mapping; made once for a file, as it remembers the values it has seen. */
export function rowReader(mapping: Mapping, headers: readonly string[] = []): RowReader {
  const { values, kind } = mapping
  const fields = new Set<string>(FIELDS_OF[kind])
  const columns: Partial<Record<ImportField, number>> = Object.fromEntries(
    Object.entries(mapping.columns).filter(([field]) => fields.has(field)),
  )
  const seen = new Map<ValueField, Map<string, string | null>>()
  const isWan = (field: ImportField) => /万/.test(headers[columns[field] ?? -1] ?? '')
  return {
    mapping,
    inWan: { price: isWan('price'), grossProfit: isWan('grossProfit') },
    cell: (row, field) => {
      const column = columns[field]
      return column === undefined ? '' : cellText(row.cells[column])
    },
    meaning: (row, field) => {
      const column = columns[field]
      if (column === undefined) return null
      const raw = row.cells[column] ?? ''
      const known = seen.get(field) ?? new Map<string, string | null>()
      seen.set(field, known)
      let meaning = known.get(raw)
      if (meaning === undefined) known.set(raw, (meaning = meaningOf(values, field, valueText(raw))))
      return meaning
    },
  }
}

const LONGEST_WORD = 60

export function readRow(moment: RowMoment, reader: RowReader): ReadRow {
  const { row, on } = moment
  const { cell, meaning, mapping } = reader
  const who = readPerson(row, reader)
  const partySize = readPartySize(cell(row, 'partySize'))
  const closing = readClosing(row, on, reader)
  return {
    ...moment,
    kind: meaning(row, 'kind') === 'phone' ? 'phone' : 'showroom',
    saysFirst: (meaning(row, 'firstVisit') ?? 'first') === 'first',
    number: cell(row, 'number').slice(0, LONGEST_WORD) || null,
    ...who,
    partySize,
    channel: meaning(row, 'channel') || mapping.defaultChannel || '',
    model: readModel(row, reader),
    grade: GRADES.find((slot) => slot === meaning(row, 'grade')) ?? null,
    horizonMonths: horizonMonths(meaning(row, 'horizon') ?? '', Number(on.slice(5, 7))),
    budget: cell(row, 'budget').slice(0, LONGEST_WORD) || null,
    competitor: cell(row, 'competitor').slice(0, LONGEST_WORD) || null,
    tookDrive: meaning(row, 'testDrive') === 'done',
    receivedBy: meaning(row, 'receivedBy') || null,
    nextOn: notBefore(on, dayIn(cell(row, 'nextOn'), mapping, on)),
    ...closing,
    flags: flagsOf([
      ['phone_unusable', who.phone === null && who.wechat === null ? cell(row, 'phone') : ''],
      ['time_unreadable', moment.hasTime ? '' : cell(row, 'time')],
      ['party_unreadable', partySize === null ? cell(row, 'partySize') : ''],
      ['price_unreadable', closing.priceFen === null ? cell(row, 'price') : ''],
      ['price_unreadable', closing.grossProfitFen === null ? cell(row, 'grossProfit') : ''],
    ]),
  }
}

function readPerson(row: ImportRow, { cell, meaning }: RowReader) {
  const { name, gender } = readName(cell(row, 'name'))
  const call = readPhone(cell(row, 'phone'))
  const wechat = readWechat(cell(row, 'wechat'), cell(row, 'phone')) ?? (call.isWechat ? call.phone : null)
  const key = phoneKey(call.phone)
  const said = meaning(row, 'gender')
  return {
    name,
    gender: said === 'm' || said === 'f' ? said : gender,
    phone: call.phone,
    phoneKey: key,
    wechat,
    city: cell(row, 'city').slice(0, LONGEST_WORD) || null,
    contactNote: call.extra,
    contact: contactKey(key, wechat),
  }
}

/** Ford + Expedition; the brand is not said twice. */
function readModel(row: ImportRow, { cell, meaning }: RowReader): string | null {
  const [brand, model] = [cell(row, 'brand'), meaning(row, 'model') ?? cell(row, 'model')]
  const isSaid = model.toLowerCase().startsWith(brand.toLowerCase())
  return `${brand === '' || isSaid ? '' : `${brand} `}${model}`.trim().slice(0, LONGEST_WORD) || null
}

function readClosing(row: ImportRow, on: BusinessDate, { cell, meaning, mapping, inWan }: RowReader) {
  const words = `${cell(row, 'followUp')}\n${cell(row, 'note')}`
  const status = LEAD_STATUSES.find((one) => one === meaning(row, 'status')) ?? 'open'
  return {
    status,
    closedOn: dayIn(cell(row, 'closedOn'), mapping, on),
    lossReason: meaning(row, 'lossReason') || null,
    deliveredOn: notBefore(on, dayIn(cell(row, 'deliveredOn'), mapping, on)),
    priceFen: readMoney(cell(row, 'price'), inWan.price),
    grossProfitFen: readMoney(cell(row, 'grossProfit'), inWan.grossProfit),
    words,
    talk: readTalk(words),
  }
}

function notBefore(on: BusinessDate, day: BusinessDate | null): BusinessDate | null {
  return day !== null && day >= on ? day : null
}

const NO_FLAGS: ReadRow['flags'] = []

function flagsOf(values: readonly (readonly [FlagCode, string])[]): ReadRow['flags'] {
  if (values.every(([, value]) => value === '')) return NO_FLAGS
  return values.flatMap(([code, value]) => (value === '' ? [] : [{ code, value }]))
}
