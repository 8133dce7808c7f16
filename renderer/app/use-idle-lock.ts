import { useEffect } from 'react'
import { api } from '../api/client.ts'
import { enterStatus } from '../api/session.ts'
import { flushDrafts } from '../stores/drafts.ts'
import { useEntry } from '../stores/entry.ts'

const LOOK_EVERY_MS = 5_000
const TOUCH_EVERY_MS = 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Locks after `idleMinutes` without keyboard or mouse (domain.md 4) and tells the server once a minute that somebody is there.
 * Compares clock readings instead of counting down, so that a laptop that slept is locked when it wakes.
 */
export function useIdleLock(staffId: string, idleMinutes: number): void {
  useEffect(() => {
    let lastSeenMs = Date.now()
    let lastTouchMs = Date.now()
    const seen = () => {
      lastSeenMs = Date.now()
    }
    const look = async () => {
      const now = Date.now()
      if (now - lastSeenMs >= idleMinutes * 60_000) {
        await flushDrafts()
        const status = await api.session.signOut({})
        useEntry.getState().setLocked(staffId)
        enterStatus(status)
      } else if (lastSeenMs > lastTouchMs && now - lastTouchMs >= TOUCH_EVERY_MS) {
        lastTouchMs = now
        await api.session.touch({})
      }
    }
    // A server that is gone is said by the screens; here the next look tries again.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen, { capture: true })
    }
  }, [staffId, idleMinutes])
}
