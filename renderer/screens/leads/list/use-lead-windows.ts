import { useQueries } from '@tanstack/react-query'
import type { LeadFilter, LeadRow, LeadSort } from '../../../../shared/contract/lead-list.ts'
import { call } from '../../../api/client.ts'
import { useRead } from '../../../api/use-read.ts'

/** Rows are read by the hundred, and only those that are looked at. */
const WINDOW = 100

export type LeadQuery = { readonly filter: LeadFilter; readonly sort: LeadSort }

/** How many leads match, from the first window of the list. */
export function useLeadTotal(query: LeadQuery) {
  return useRead('leads.list', { ...query, limit: WINDOW, offset: 0 }, { keepLast: true })
}

/** The rows between two places of the list; undefined where a row has not been read yet. */
export function useLeadWindows(query: LeadQuery, first: number, last: number): (place: number) => LeadRow | undefined {
  const from = Math.floor(Math.max(0, first) / WINDOW)
  const windows = Array.from({ length: Math.floor(Math.max(0, last) / WINDOW) - from + 1 }, (_, nth) => from + nth)
  const reads = useQueries({
    queries: windows.map((nth) => {
      const input = { ...query, limit: WINDOW, offset: nth * WINDOW }
      return { queryKey: ['leads.list', input] as const, queryFn: () => call('leads.list', input) }
    }),
  })
  return (place) => reads[Math.floor(place / WINDOW) - from]?.data?.rows[place % WINDOW]
}
