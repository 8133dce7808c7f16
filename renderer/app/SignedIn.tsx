import { useEffect } from 'react'
import { RouterProvider } from 'react-router/dom'
import { useSession } from '../api/session.ts'
import { useEntry } from '../stores/entry.ts'
import { router } from './routes.tsx'
import { useIdleLock } from './use-idle-lock.ts'
import { useKeepDrafts } from './use-keep-drafts.ts'
import { useNotePrinting } from './use-note-printing.ts'
import { usePaper } from './use-paper.ts'
import { useShell } from './use-shell.ts'

/** The program for whoever is signed in. After a lock the same person finds the page they left, another one starts at home. */
export function SignedIn() {
  const { me, idleMinutes } = useSession()
  useIdleLock(me.id, idleMinutes)
  usePaper()
  useNotePrinting()
  useShell()
  const hasDrafts = useKeepDrafts(me.id)

  useEffect(() => {
    const { lastStaffId, setLastStaffId } = useEntry.getState()
    if (lastStaffId !== null && lastStaffId !== me.id) void router.navigate('/', { replace: true })
    setLastStaffId(me.id)
  }, [me.id])

  return hasDrafts ? <RouterProvider router={router} /> : null
}
