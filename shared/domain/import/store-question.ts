import type { BusinessDate } from '../../values/business-date.ts'
import { phoneKey } from '../../values/phone.ts'
import type { ImportKind, ImportRow, Mapping } from './fields.ts'
import { contactKey } from './known-store.ts'
import { readPhone } from './read-phone.ts'
import { rowReader } from './read-row.ts'
import { readWechat } from './read-wechat.ts'
import { resolveDates, spanOf } from './resolve-dates.ts'

/** What a plan has to know of the store about the rows of a file. */
export type StoreQuestion = {
  readonly kind: ImportKind
  /** Every contact the rows name. */
  readonly contacts: ReadonlySet<string>
  /** Every number they have of their own. */
  readonly numbers: ReadonlySet<string>
  /** First and last day; null when no row has one. */
  readonly span: { readonly from: BusinessDate; readonly to: BusinessDate } | null
}

export function questionOf(data: readonly ImportRow[], mapping: Mapping): StoreQuestion {
  const { cell } = rowReader(mapping)
  const contacts = new Set<string>()
  const numbers = new Set<string>()
  for (const row of data) {
    const phoneCell = cell(row, 'phone')
    const { phone, isWechat } = readPhone(phoneCell)
    const wechat = readWechat(cell(row, 'wechat'), phoneCell) ?? (isWechat ? phone : null)
    const key = contactKey(phoneKey(phone), wechat)
    if (key !== null) contacts.add(key)
    const number = cell(row, 'number')
    if (number !== '') numbers.add(number)
  }
  const { from, to } = spanOf(resolveDates(data, mapping.columns.date, mapping))
  const span = from === null || to === null ? null : { from, to }
  return { kind: mapping.kind, contacts, numbers, span }
}
