import type { KnownLead } from './known-store.ts'

/**
 * The purchase a visit at `at` belongs to: the newest that is not closed, else one that was closed only later. Undefined when all
 * were closed before: a customer who buys again gets a new lead (domain.md 2).
 */
export function pickLead(leads: readonly KnownLead[], at: number): KnownLead | undefined {
  const newest = leads.toSorted((a, b) => b.createdAt - a.createdAt)
  const running = newest.find(({ status }) => status === 'open' || status === 'dormant')
  return running ?? newest.find(({ statusAt }) => statusAt >= at)
}
