import type { BusinessDate, Instant } from '../../values/business-date.ts'
import { GRADES, type Grade } from '../../values/grade.ts'
import { phoneKey } from '../../values/phone.ts'
import type { VisitKind } from '../../values/vocabulary.ts'
import { instantAt, NOON_MINUTES } from './arrival.ts'
import { cellText, isBlank, valueText } from './cell-text.ts'
import { type FlagCode, type ImportField, type ImportRow, type Mapping, meaningOf, type ValueField } from './fields.ts'
import { contactKey } from './known-store.ts'
import { horizonMonths } from './read-horizon.ts'
import { readName } from './read-name.ts'
import { readPartySize } from './read-party-size.ts'
import { readPhone } from './read-phone.ts'
import { readTime } from './read-time.ts'
import { readWechat } from './read-wechat.ts'
import type { RowDate } from './resolve-dates.ts'

/** A row understood with its mapping, before it is known who came. */
export type ReadRow = {
  readonly row: ImportRow
  readonly on: BusinessDate
  readonly at: Instant
  readonly hasTime: boolean
  readonly kind: VisitKind
  readonly saysFirst: boolean
  readonly name: string | null
  readonly gender: 'm' | 'f' | null
  readonly phone: string | null
  readonly phoneKey: string | null
  readonly wechat: string | null
  /** What stood beside the number. */
  readonly contactNote: string | null
  /** Null: anonymous. */
  readonly contact: string | null
  readonly partySize: number | null
  readonly channel: string
  readonly model: string | null
  readonly grade: Grade | null
  readonly horizonMonths: number | null
  readonly tookDrive: boolean
  readonly receivedBy: string | null
  readonly flags: readonly { readonly code: FlagCode; readonly value: string }[]
}

export type RowReader = {
  readonly cell: (row: ImportRow, field: ImportField) => string
  readonly meaning: (row: ImportRow, field: ValueField) => string | null
}

/** How cells are reached under a mapping. A value nobody has given a meaning has none. */
export function rowReader({ columns, values }: Pick<Mapping, 'columns' | 'values'>): RowReader {
  const cell: RowReader['cell'] = (row, field) => {
    const column = columns[field]
    return column === undefined ? '' : cellText(row.cells[column])
  }
  return {
    cell,
    meaning: (row, field) => {
      const column = columns[field]
      return column === undefined ? null : meaningOf(values, field, valueText(row.cells[column]))
    },
  }
}

export function readRow(row: ImportRow, date: RowDate & { ok: true }, mapping: Mapping, timeZone: string): ReadRow {
  const { cell, meaning } = rowReader(mapping)
  const minutes = readTime(cell(row, 'time')) ?? readTime(date.rest)
  const person = readName(cell(row, 'name'))
  const call = readPhone(cell(row, 'phone'))
  const wechat = readWechat(cell(row, 'wechat'), cell(row, 'phone')) ?? (call.isWechat ? call.phone : null)
  const key = phoneKey(call.phone)
  const partySize = readPartySize(cell(row, 'partySize'))
  const grade = GRADES.find((slot) => slot === meaning(row, 'grade')) ?? null
  return {
    row,
    on: date.on,
    at: instantAt(date.on, minutes ?? NOON_MINUTES, timeZone),
    hasTime: minutes !== null,
    kind: meaning(row, 'kind') === 'phone' ? 'phone' : 'showroom',
    saysFirst: (meaning(row, 'firstVisit') ?? 'first') === 'first',
    ...person,
    phone: call.phone,
    phoneKey: key,
    wechat,
    contactNote: call.extra,
    contact: contactKey(key, wechat),
    partySize,
    channel: meaning(row, 'channel') || mapping.defaultChannel || '',
    model: cell(row, 'model').slice(0, 60) || null,
    grade,
    horizonMonths: horizonMonths(meaning(row, 'horizon') ?? '', Number(date.on.slice(5, 7))),
    tookDrive: meaning(row, 'testDrive') === 'done',
    receivedBy: meaning(row, 'receivedBy') || null,
    flags: flagsOf({
      phone_unusable: call.phone === null && wechat === null ? cell(row, 'phone') : '',
      time_unreadable: minutes === null ? cell(row, 'time') : '',
      party_unreadable: partySize === null ? cell(row, 'partySize') : '',
    }),
  }
}

function flagsOf(values: Partial<Record<FlagCode, string>>): ReadRow['flags'] {
  // The keys are written out above.
  return (Object.entries(values) as [FlagCode, string][])
    .filter(([, value]) => !isBlank(value))
    .map(([code, value]) => ({ code, value }))
}
