import { useSyncExternalStore } from 'react'
import { usePreferences } from '../stores/preferences.ts'

const query = window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the screen is dark now: the person's choice, or the system's while they have none. */
export function useDark(): boolean {
  const choice = usePreferences((state) => state.theme)
  const systemIsDark = useSyncExternalStore(subscribe, () => query.matches)
  return choice === 'system' ? systemIsDark : choice === 'dark'
}
