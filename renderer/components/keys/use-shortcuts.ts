import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { hearLive, type LiveShortcut, layOut, liveShortcuts } from './key-desk.ts'
import { SHORTCUT_IDS, type ShortcutId } from './shortcuts.ts'

type Acts = Readonly<Partial<Record<ShortcutId, (() => void) | undefined>>>

/**
 * Keys of the table for as long as this is on screen: `useShortcuts({ approve: () => say('approved') })`. Silent while somebody types
 * or a dialog is open, unless the table says otherwise. What is undefined is not there now.
 */
export function useShortcuts(acts: Acts): void {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  const ids = SHORTCUT_IDS.filter((id) => acts[id] !== undefined).join()
  useEffect(() => {
    const all = idsOf(ids)
    return layOut(all.map((id) => ({ id, act: () => latest.current[id]?.() })))
  }, [ids])
}

/** Keys whose element listens itself (a list, a form): so that the overview shows them while it is there. */
export function useShownShortcuts(...shown: readonly ShortcutId[]): void {
  const ids = shown.join()
  useEffect(() => layOut(idsOf(ids).map((id) => ({ id, act: null }))), [ids])
}

/** What works now, each once. */
export function useLiveShortcuts(): readonly ShortcutId[] {
  const live: readonly LiveShortcut[] = useSyncExternalStore(hearLive, liveShortcuts)
  return SHORTCUT_IDS.filter((id) => live.some((one) => one.id === id))
}

function idsOf(joined: string): readonly ShortcutId[] {
  const ids = joined.split(',')
  return SHORTCUT_IDS.filter((id) => ids.includes(id))
}
