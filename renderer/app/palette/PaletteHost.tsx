import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { SALES } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { learn } from '../../i18n/i18n.ts'
import { usePalette, useRecents } from '../../stores/palette.ts'
import { useFrameShortcuts } from './use-frame-shortcuts.ts'
import { useRecent } from './use-recent.ts'

/** It finds what is typed in either language. */
const loadPalette = async () => (await Promise.all([import('./Palette.tsx'), learn('en')]))[0].Palette
const loadOverlay = async () => ({ default: (await import('./ShortcutsOverlay.tsx')).ShortcutsOverlay })
const LatePalette = lazy(async () => ({ default: await loadPalette() }))
const ShortcutsOverlay = lazy(loadOverlay)

/** The first screen goes before. */
const READ_AFTER_MS = 400
const LEAD_PAGE = /^\/leads\/([^/]+)$/

/** The palette and the overview of keys, over whatever is on screen; and the keys that work everywhere. */
export function PaletteHost() {
  const open = usePalette((state) => state.open)
  useFrameShortcuts()
  useRememberLeads()
  useRecent()
  const Palette = useReadAhead()
  // Whoever signs in next begins without it.
  useEffect(() => () => usePalette.getState().close(), [])
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette />}
      {open === 'shortcuts' && <ShortcutsOverlay />}
    </Suspense>
  )
}

/** The palette is there when its key is pressed, or what is typed right after it would go elsewhere. */
function useReadAhead(): ComponentType {
  const [read, setRead] = useState<{ readonly Palette: ComponentType } | null>(null)
  useEffect(() => {
    const wait = window.setTimeout(() => void loadPalette().then((Palette) => setRead({ Palette })), READ_AFTER_MS)
    return () => window.clearTimeout(wait)
  }, [])
  return read?.Palette ?? LatePalette
}

/** The customers somebody looked at last are the ones they look for next. */
function useRememberLeads(): void {
  const { me, can } = useSession()
  const { pathname } = useLocation()
  const leadId = can(SALES) ? LEAD_PAGE.exec(pathname)?.[1] : undefined
  useEffect(() => {
    if (leadId !== undefined) useRecents.getState().openedLead(me.id, decodeURIComponent(leadId))
  }, [me.id, leadId])
}
