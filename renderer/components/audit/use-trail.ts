import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { call } from '../../api/client.ts'

/** How many entries are shown, and added with every step. */
export const PAGE_ROWS = 50

type Paged = 'audit.list' | 'audit.ofCustomer'
type Page = OutputOf<'audit.list'>
type Question<N extends Paged> = Omit<InputOf<N>, 'before' | 'limit'>

export type Trail = {
  readonly entries: readonly AuditEntry[]
  readonly isLoading: boolean
  readonly error: ApiFailure | null
  /** Null when there are no more. */
  readonly more: (() => void) | null
}

/** The trail page by page: each begins below the last number of the one before, so that new entries shift nothing. */
export function useTrail<N extends Paged>(op: N, question: Question<N>): Trail {
  const query = useInfiniteQuery({
    queryKey: [op, question],
    queryFn: ({ pageParam }): Promise<Page> =>
      call(op, { ...question, before: pageParam, limit: PAGE_ROWS } as unknown as InputOf<N>) as Promise<Page>,
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  })
  const pages = query.data?.pages ?? []
  return {
    entries: pages.flatMap(({ entries }) => entries),
    isLoading: query.isFetching && !query.isRefetching,
    error: query.error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}
