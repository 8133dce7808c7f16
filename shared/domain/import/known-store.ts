import type { Instant } from '../../values/business-date.ts'
import type { LeadStatus } from '../../values/grade.ts'
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
  /** Visits on file in the days of the file, by `visitKey`. */
  readonly visits: ReadonlySet<string>
}

/** What makes two contacts one: the phone, else the WeChat id. Null for an anonymous visitor. */
export function contactKey(phoneKey: string | null, wechat: string | null): string | null {
  if (phoneKey !== null) return phoneKey
  return wechat === null ? null : `wechat:${wechat.toLowerCase()}`
}

/** By what a visit on file is recognised when it stands in a file again: its minute with the contact, or with the party's size. */
export function visitKey(at: Instant, contact: string | null, partySize: number | null): string {
  return `${Math.floor(at / 60_000)}|${contact ?? `anonymous:${partySize ?? ''}`}`
}
