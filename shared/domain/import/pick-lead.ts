import { type BusinessDate, businessDateOf } from '../../values/business-date.ts'
import type { KnownLead } from './known-store.ts'

/**
 * The purchase a visit belongs to: the newest that is not closed, else one that was not closed before that day. Undefined when all
 * were: a customer who buys again gets a new lead (domain.md 2). By the day, because of most rows and of orders that are noted
 * later the hour is not known.
 */
export function pickLead(leads: readonly KnownLead[], on: BusinessDate, timeZone: string): KnownLead | undefined {
  const newest = leads.toSorted((a, b) => b.createdAt - a.createdAt)
  return newest.find(isRunning) ?? newest.find(({ statusAt }) => businessDateOf(statusAt, timeZone) >= on)
}

/** Leads that an order of that day may have won, the newest first. */
export function leadsToWin(leads: readonly KnownLead[], on: BusinessDate, timeZone: string): KnownLead[] {
  return leads
    .filter((lead) => isRunning(lead) && businessDateOf(lead.createdAt, timeZone) <= on)
    .toSorted((a, b) => b.createdAt - a.createdAt)
}

export function isRunning({ status }: KnownLead): boolean {
  return status === 'open' || status === 'dormant'
}
