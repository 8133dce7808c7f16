import type { Status } from '../../shared/contract/session.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { STATUS_KEY, queryClient } from './query-client.ts'
import { useRead } from './use-read.ts'

/** Where the program stands; asked again every minute so that midnight and a lock elsewhere are noticed. */
export function useStatus() {
  return useRead('session.status', {}, { everyMs: 60_000 })
}

/** Takes over a status an act has answered. What the last person had on screen is not for the next one. */
export function enterStatus(status: Status): void {
  const before = queryClient.getQueryData<Status>(STATUS_KEY)
  const isSame = before?.me?.id === status.me?.id && before?.isDemo === status.isDemo
  queryClient.setQueryData(STATUS_KEY, status)
  if (!isSame) queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
}

type SignedIn = Status & { readonly me: NonNullable<Status['me']> }

/** The session inside the shell, where somebody is always signed in. */
export function useSession(): SignedIn & { readonly can: (roles: readonly Role[]) => boolean } {
  const status = useStatus().data
  if (status?.me === null || status === undefined) throw new Error('nobody is signed in here')
  const me = status.me
  return { ...status, me, can: (roles) => roles.includes(me.role) }
}
