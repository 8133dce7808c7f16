import { useSyncExternalStore } from 'react'
import { usePreferences } from '../stores/preferences.ts'
import { usePrinting } from '../stores/printing.ts'

const query = window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the screen is dark now: the person's choice, or the system's while they have none. Paper is always light. */
export function useDark(): boolean {
  const choice = usePreferences((state) => state.theme)
  const systemIsDark = useSyncExternalStore(subscribe, () => query.matches)
  const isPrinting = usePrinting(({ since }) => since !== null)
  if (isPrinting) return false
  return choice === 'system' ? systemIsDark : choice === 'dark'
}
