import { useEffect, useState } from 'react'
import { hearShell } from '../api/shell.ts'
import { closeDrafts, flushDrafts, openDrafts, refreshDrafts, sendDraftsAway } from '../stores/drafts.ts'
import { router } from './routes.tsx'

/**
 * Keeps what the person types until they save it. False until what they had not saved last time is there. Besides a moment after
 * the last key it is written down whenever they leave a field, the page, or the window.
 */
export function useKeepDrafts(staffId: string): boolean {
  const [readyFor, setReadyFor] = useState<string | null>(null)

  useEffect(() => {
    let isOver = false
    void openDrafts(staffId).then(() => {
      if (!isOver) setReadyFor(staffId)
    })
    const flush = () => void flushDrafts()
    const refresh = () => void refreshDrafts()
    const stopWatching = router.subscribe(flush)
    const stopHearing = hearShell((ask) => {
      if (ask.kind === 'closing') flush()
    })
    window.addEventListener('focusout', flush)
    window.addEventListener('blur', flush)
    window.addEventListener('focus', refresh)
    // A desktop window's channel takes nothing more from a page that is being hidden: there, this is the last moment.
    window.addEventListener('beforeunload', sendDraftsAway)
    window.addEventListener('pagehide', sendDraftsAway)
    return () => {
      isOver = true
      stopWatching()
      stopHearing()
      window.removeEventListener('focusout', flush)
      window.removeEventListener('blur', flush)
      window.removeEventListener('focus', refresh)
      window.removeEventListener('beforeunload', sendDraftsAway)
      window.removeEventListener('pagehide', sendDraftsAway)
      closeDrafts()
    }
  }, [staffId])

  return readyFor === staffId
}
