import { phoneKey } from '../../values/phone.ts'
import type { ImportRow, Mapping } from './fields.ts'
import { contactKey } from './known-store.ts'
import { readPhone } from './read-phone.ts'
import { rowReader } from './read-row.ts'
import { readWechat } from './read-wechat.ts'

/** Every contact the rows name, to ask the store who is on file. */
export function contactKeysOf(data: readonly ImportRow[], mapping: Mapping): ReadonlySet<string> {
  const { cell } = rowReader(mapping)
  const keys = data.map((row) => {
    const { phone } = readPhone(cell(row, 'phone'))
    return contactKey(phoneKey(phone), readWechat(cell(row, 'wechat'), cell(row, 'phone')))
  })
  return new Set(keys.filter((key) => key !== null))
}
