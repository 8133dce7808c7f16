import { createContext, useContext } from 'react'
import type { Status } from '../../shared/contract/session.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { queryClient, STATUS_KEY } from './query-client.ts'
import { useRead } from './use-read.ts'

/** Whoever was signed out elsewhere (a new PIN, another role, a restore) is off the screen within this time. */
const LOOK_EVERY_MS = 1000

/** Where the program stands; asked again all the time a window is looked at, and when it is looked at again. */
export function useStatus() {
  return useRead('session.status', {}, { everyMs: LOOK_EVERY_MS })
}

/** Takes over a status an act has answered. What the last person had on screen is not for the next one. */
export function enterStatus(status: Status): void {
  const before = queryClient.getQueryData<Status>(STATUS_KEY)
  const isSame = before?.me?.id === status.me?.id && before?.isDemo === status.isDemo
  queryClient.setQueryData(STATUS_KEY, status)
  if (!isSame) queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
}

export type SignedInStatus = Status & { readonly me: NonNullable<Status['me']> }

/** Who is signed in, handed down by the stage: with them goes all that is below, in one step. */
export const SessionContext = createContext<SignedInStatus | null>(null)

/** The session inside the shell, where somebody is always signed in. */
export function useSession(): SignedInStatus & { readonly can: (roles: readonly Role[]) => boolean } {
  const status = useContext(SessionContext)
  if (status === null) throw new Error('nobody is signed in here')
  return { ...status, can: (roles) => roles.includes(status.me.role) }
}
