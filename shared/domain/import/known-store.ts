import type { BusinessDate, Instant } from '../../values/business-date.ts'
import type { LeadStatus } from '../../values/grade.ts'
import { wordKey } from './cell-text.ts'
import type { Vocabulary } from './suggest.ts'

export type KnownLead = {
  readonly id: string
  readonly createdAt: Instant
  readonly status: LeadStatus
  /** When its status was last set; its creation where it never was. */
  readonly statusAt: Instant
  /** A visit to the showroom for this purchase is on file. */
  readonly hasVisited: boolean
}

export type KnownCustomer = { readonly id: string; readonly name: string; readonly leads: readonly KnownLead[] }

/** What the plan has to know of the store; all of it, so that the same file and the same store give the same plan. */
export type KnownStore = Vocabulary & {
  readonly now: Instant
  readonly timeZone: string
  /** By `contactKey`. */
  readonly customers: ReadonlyMap<string, readonly KnownCustomer[]>
  /** What is on file, by the keys by which a row of a file recognises it: `visitKeys`, `rowKeys`. */
  readonly onFile: ReadonlySet<string>
}

/** What makes two contacts one: the phone, else the WeChat id. Null for an anonymous visitor. */
export function contactKey(phoneKey: string | null, wechat: string | null): string | null {
  if (phoneKey !== null) return phoneKey
  return wechat === null ? null : `wechat:${wechat.toLowerCase()}`
}

export type Arrival = {
  readonly at: Instant
  readonly on: BusinessDate
  readonly contact: string | null
  readonly partySize: number | null
}

/** By what a visit on file is recognised: its minute with the contact or the size of the party, or only its day with the contact. */
export function visitKeys({ at, on, contact, partySize }: Arrival): {
  readonly minute: string
  readonly day: string | null
} {
  const minute = Math.floor(at / 60_000)
  return contact === null
    ? { minute: `${minute}|anonymous:${partySize ?? ''}`, day: null }
    : { minute: `${minute}|${contact}`, day: `${on}|${contact}` }
}

/** By what a visit of this very store is recognised that was exported from it. */
export function visitNumberKey(number: string): string {
  return `#${number}`
}

/** A lead or an order as a file says it. */
export type FileRecord = {
  readonly on: BusinessDate
  /** The contact, else the name. */
  readonly who: string
  readonly number: string | null
  readonly model: string | null
  readonly priceFen: number | null
}

/** By what a lead or an order is recognised: its number with the day or the customer, else customer, day, model and price. */
export function recordKeys(record: FileRecord): { readonly numbered: readonly string[]; readonly plain: string } {
  const { on, number, who, model, priceFen } = record
  const plain = `${who}|${on}|${wordKey(model ?? '')}|${priceFen ?? ''}`
  return { numbered: number === null ? [] : [`#${number}|${on}`, `#${number}|${who}`], plain }
}

export function whoKey(contact: string | null, name: string | null): string {
  return contact ?? `name:${wordKey(name ?? '')}`
}

/** How a store marks the plain key of a record that has a number: another number at the same key is another record. */
export function markNumbered(plain: string): string {
  return `numbered:${plain}`
}
