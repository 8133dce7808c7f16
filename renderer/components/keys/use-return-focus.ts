import { useEffect, useState } from 'react'

/** When this is gone from the screen, the focus is where it was before it came; unless it has found another place meanwhile. */
export function useReturnFocus(): void {
  // Before the first of its fields takes the focus, which is before any effect.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (!isLost) return
      const place = before instanceof HTMLElement && before.isConnected && before.checkVisibility() ? before : null
      const next = place === document.body || place === null ? document.getElementById('content') : place
      next?.focus({ preventScroll: true })
    },
    [before],
  )
}
