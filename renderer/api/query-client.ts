import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from './api-failure.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure
  }
}

export const STATUS_KEY = ['session.status', {}] as const

/** A session that ended anywhere (idle, another window, a restart) and a store that was closed show their screen at the next answer. */
const ENDS: readonly (string | undefined)[] = ['not_signed_in', 'no_store', 'store_damaged']
function noticeEndedSession(error: ApiFailure): void {
  if (ENDS.includes(error.failure?.code)) void queryClient.invalidateQueries({ queryKey: STATUS_KEY })
}

/** Data is local: never wait for a network, never ask twice what was refused once. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2_000,
      retry: (tries, error) => tries < 2 && error.failure.code === 'unreachable',
      retryDelay: 400,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
