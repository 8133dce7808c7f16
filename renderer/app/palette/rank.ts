import { matchSorterWithRankInfo, rankings } from 'match-sorter'
import type { FoundLead } from '../../../shared/contract/lead-list.ts'
import type { PaletteEntry } from './entries.ts'

export type GroupKey = 'recent' | 'customers' | 'visit' | 'actions' | 'screens'
export type Option =
  | { readonly kind: 'entry'; readonly key: string; readonly entry: PaletteEntry }
  | { readonly kind: 'lead'; readonly key: string; readonly lead: FoundLead }
export type Group = { readonly key: GroupKey; readonly options: readonly Option[] }

/** Of each kind no more than can be looked over. */
const MOST = { customers: 8, actions: 6, screens: 5 } as const
/** So few letters begin a word, or they would be found everywhere. */
const FEW_LETTERS = /^[a-z0-9]{1,2}$/i

/**
 * What somebody most likely means, by kind; the kind with the best find first, customers before the others when they are equal.
 * Customers come in the order in which they were found.
 */
export function ranked(text: string, entries: readonly PaletteEntry[], leads: readonly FoundLead[]): readonly Group[] {
  const typed = text.trim()
  const found = typed === '' ? [] : rankEntries(typed, entries)
  const of = (group: 'actions' | 'screens') => found.filter(({ item }) => item.group === group)
  const groups: readonly (Group & { readonly rank: number })[] = [
    { key: 'customers', rank: rankOfLeads(typed, leads), options: leads.slice(0, MOST.customers).map(leadOption) },
    ...(['actions', 'screens'] as const).map((key) => ({
      key,
      rank: of(key)[0]?.rank ?? 0,
      options: of(key)
        .slice(0, MOST[key])
        .map(({ item }) => entryOption(item)),
    })),
  ]
  return groups.filter(({ options }) => options.length > 0).toSorted((one, other) => other.rank - one.rank)
}

function rankEntries(typed: string, entries: readonly PaletteEntry[]) {
  const threshold = FEW_LETTERS.test(typed) ? rankings.WORD_STARTS_WITH : rankings.CONTAINS
  return matchSorterWithRankInfo(entries, typed, {
    threshold,
    keepDiacritics: true,
    keys: [
      (entry) => [...entry.labels],
      // Another word for it is never as good as its name.
      { key: (entry) => [...entry.words], maxRanking: rankings.STARTS_WITH },
    ],
    // Equally good: in the order they are offered in.
    baseSort: (one, other) => one.index - other.index,
  })
}

function rankOfLeads(typed: string, leads: readonly FoundLead[]): number {
  const names = leads.map(({ customerName }) => customerName.toLowerCase())
  const wanted = typed.toLowerCase()
  if (names.includes(wanted)) return rankings.CASE_SENSITIVE_EQUAL
  return leads.length > 0 ? rankings.STARTS_WITH : 0
}

export const leadOption = (lead: FoundLead): Option => ({ kind: 'lead', key: `lead:${lead.leadId}`, lead })
export const entryOption = (entry: PaletteEntry): Option => ({ kind: 'entry', key: entry.key, entry })

/** While nothing is typed: what this person used last, and then all they may do. */
export function unasked(
  entries: readonly PaletteEntry[],
  recentKeys: readonly string[],
  recentLeads: readonly FoundLead[],
): readonly Group[] {
  const recent = recentKeys.flatMap((key) => entries.find((entry) => entry.key === key) ?? [])
  const others = entries.filter((entry) => !recent.includes(entry))
  const groups: readonly Group[] = [
    { key: 'recent', options: [...recentLeads.map(leadOption), ...recent.map(entryOption)] },
    { key: 'actions', options: others.filter(({ group }) => group === 'actions').map(entryOption) },
    { key: 'screens', options: others.filter(({ group }) => group === 'screens').map(entryOption) },
  ]
  return groups.filter(({ options }) => options.length > 0)
}
