import { phoneKey } from '../../shared/values/phone.ts'
import type { Db } from '../connection.ts'

/** Tells whether a text names one customer and nobody else: by the number, the WeChat id or the name that only they have, among customers and staff. */
export type Names = (text: string) => boolean

type Own = { readonly name: string; readonly phoneKey: string | null; readonly wechat: string | null }

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
const digitsOf = (text: string) => text.normalize('NFKC').replace(/[\s()+.-]/g, '')
/** A single character stands in half of all sentences. */
const SHORTEST_NAME = 2

/** What only this customer is called: what somebody else on file shares is not theirs alone. */
export function namesOf(db: Db, customerId: string): Names {
  const own = db
    .prepare<[string], Own>('SELECT name, phone_key AS phoneKey, wechat FROM customers WHERE id = ?')
    .get(customerId)
  if (own === undefined) return () => false
  const isShared = (condition: string, value: string) =>
    db.prepare(`SELECT 1 FROM customers WHERE ${condition} AND id <> ? LIMIT 1`).get(value, customerId) !== undefined
  const name = plain(own.name.trim())
  const phone = own.phoneKey === null || isShared('phone_key = ?', own.phoneKey) ? null : own.phoneKey
  const wechat =
    own.wechat === null || isShared('wechat IS NOT NULL AND lower(wechat) = lower(?)', own.wechat)
      ? null
      : plain(own.wechat.trim())
  const isOfStaff = db.prepare('SELECT 1 FROM staff WHERE name = ?').get(own.name) !== undefined
  const hasName = [...name].length >= SHORTEST_NAME && !isOfStaff && !isShared('name = ?', own.name)
  return (text) => {
    const read = plain(text)
    if (hasName && read.includes(name)) return true
    if (wechat !== null && wechat !== '' && read.includes(wechat)) return true
    return phone !== null && (digitsOf(text).includes(phone) || phoneKey(text) === phone)
  }
}
