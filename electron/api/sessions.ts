import type { Instant } from '../../shared/values/business-date.ts'

/** Locked after this many idle minutes (domain.md 4). */
export const IDLE_MINUTES = 5

type Session = { readonly staffId: string; readonly lastActiveAt: Instant }

/** Who is signed in at which window. In memory only: closing the program signs everyone out. */
export type Sessions = {
  readonly staffIdOf: (clientId: string, now: Instant) => string | null
  readonly open: (clientId: string, staffId: string, now: Instant) => void
  readonly touch: (clientId: string, now: Instant) => void
  readonly close: (clientId: string) => void
  /** Ends every session of a person: the PIN was reset, the role changed, or they left. */
  readonly closeAllOf: (staffId: string) => void
  readonly closeAll: () => void
}

export function createSessions(): Sessions {
  const byClient = new Map<string, Session>()
  return {
    staffIdOf: (clientId, now) => {
      const session = byClient.get(clientId)
      if (session === undefined) return null
      // Either way: with the PC's clock set back an hour, nobody stays signed in for an hour.
      if (Math.abs(now - session.lastActiveAt) <= IDLE_MINUTES * 60_000) return session.staffId
      byClient.delete(clientId)
      return null
    },
    open: (clientId, staffId, now) => void byClient.set(clientId, { staffId, lastActiveAt: now }),
    touch: (clientId, now) => {
      const session = byClient.get(clientId)
      if (session !== undefined) byClient.set(clientId, { ...session, lastActiveAt: now })
    },
    close: (clientId) => void byClient.delete(clientId),
    closeAllOf: (staffId) => {
      for (const [clientId, session] of byClient) if (session.staffId === staffId) byClient.delete(clientId)
    },
    closeAll: () => byClient.clear(),
  }
}
