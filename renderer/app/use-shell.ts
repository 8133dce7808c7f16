import { useEffect } from 'react'
import { OWNER, SALES } from '../../shared/contract/operation.ts'
import { api } from '../api/client.ts'
import { enterStatus, useSession } from '../api/session.ts'
import { hasShell, hearShell, tellShell } from '../api/shell.ts'
import { useRead } from '../api/use-read.ts'
import { useHandedOver } from '../components/store-file/use-handed-over.ts'
import { usePalette } from '../stores/palette.ts'
import { usePreferences } from '../stores/preferences.ts'
import { router } from './routes.tsx'
import { useLock } from './use-lock.ts'

const LOOK_EVERY_MS = 60_000
/** Whoever typed this lately has a customer before them. */
const BUSY_FOR_MS = 180_000

/** The desktop window's link to the page: its language, what is due today, and what its menu asks for. */
export function useShell(): void {
  const { can } = useSession()
  const lock = useLock()
  const isOwner = can(OWNER)
  const sayHandedOver = useHandedOver()
  const language = usePreferences((state) => state.language)
  const day = useRead('followUps.today', { staffId: null }, { enabled: hasShell && can(SALES), everyMs: LOOK_EVERY_MS })
  const due = day.data === undefined ? null : day.data.overdue.length + day.data.due.length

  useEffect(() => {
    if (!hasShell) return
    let typedAtMs = 0
    const tell = () => {
      const isBusy = Date.now() - typedAtMs < BUSY_FOR_MS
      tellShell({ kind: 'state', state: { language, due, isBusy } })
    }
    const typed = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return
      const wasBusy = Date.now() - typedAtMs < BUSY_FOR_MS
      typedAtMs = Date.now()
      if (!wasBusy) tell()
    }
    tell()
    const timer = setInterval(tell, LOOK_EVERY_MS)
    window.addEventListener('keydown', typed, { capture: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', typed, { capture: true })
      tellShell({ kind: 'state', state: { language, due: null, isBusy: false } })
    }
  }, [language, due])

  useEffect(
    () =>
      hearShell((ask) => {
        switch (ask.kind) {
          case 'go':
            return void router.navigate(ask.path)
          case 'lock':
            return lock()
          case 'palette':
          case 'shortcuts':
            return usePalette.getState().show(ask.kind)
          // ClosingNotice says so; what is being typed is kept (use-keep-drafts).
          case 'closing':
            return
          case 'store_restarted':
            return void api.session.status({}).then(enterStatus)
          case 'store_file':
            return isOwner ? void router.navigate('/settings/move') : sayHandedOver()
        }
      }),
    [lock, isOwner, sayHandedOver],
  )
}
