import { useCallback } from 'react'
import { api } from '../api/client.ts'
import { enterStatus, useSession } from '../api/session.ts'
import { flushDrafts } from '../stores/drafts.ts'
import { useEntry } from '../stores/entry.ts'

/** Locks: whoever was here comes back to the page they left, with their secret. */
export function useLock(): () => void {
  const { me } = useSession()
  return useCallback(() => {
    void flushDrafts()
      .then(() => api.session.signOut({}))
      .then((status) => {
        useEntry.getState().setLocked(me.id)
        enterStatus(status)
      })
  }, [me.id])
}
