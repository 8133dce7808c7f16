import type { InputOf } from '../../../shared/contract/contract.ts'

export const LIST_BUCKETS = ['open', 'ungraded', 'A', 'B', 'C', 'D', 'dormant', 'won', 'lost', 'all'] as const
export type ListBucket = (typeof LIST_BUCKETS)[number]
export const PAGE_SIZE = 50

/** What the list is filtered by, kept in the address so that going back finds it. */
export type LeadFilter = {
  /** `mine`, `all`, `unassigned`, or a person's id. */
  readonly who: string
  readonly bucket: ListBucket
  readonly text: string
  /** From 1. */
  readonly page: number
}

export function filterOf(search: URLSearchParams, defaultWho: string): LeadFilter {
  const page = Number(search.get('page') ?? 1)
  return {
    who: search.get('who') ?? defaultWho,
    bucket: LIST_BUCKETS.find((bucket) => bucket === search.get('bucket')) ?? 'open',
    text: search.get('q') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of a filter: only what is not the default. */
export function searchOf(filter: LeadFilter, defaultWho: string): Record<string, string> {
  return {
    ...(filter.who === defaultWho ? {} : { who: filter.who }),
    ...(filter.bucket === 'open' ? {} : { bucket: filter.bucket }),
    ...(filter.text === '' ? {} : { q: filter.text }),
    ...(filter.page === 1 ? {} : { page: String(filter.page) }),
  }
}

export function listInputOf(filter: LeadFilter, meId: string): InputOf<'leads.list'> {
  const isPerson = filter.who !== 'mine' && filter.who !== 'all' && filter.who !== 'unassigned'
  return {
    ownerId: filter.who === 'mine' ? meId : isPerson ? filter.who : null,
    unassigned: filter.who === 'unassigned',
    bucket: filter.bucket,
    text: filter.text,
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
  }
}
