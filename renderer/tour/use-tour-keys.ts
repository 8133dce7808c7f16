import { type RefObject, useEffect } from 'react'
import { focusCard } from './use-step-focus.ts'

/** An Escape that closes something nearer to the person than the tour: what they are in, or a dialog that just opened. */
const CLOSES_ITSELF = '[role="dialog"], [role="listbox"], [aria-expanded="true"]'

function isForDialog(at: Element | null): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"]')]
  if (at !== null && at.closest(CLOSES_ITSELF) !== null) return true
  return dialogs.some((dialog) => dialog.checkVisibility())
}

type Props = {
  readonly card: RefObject<HTMLElement | null>
  readonly onLeave: () => void
  readonly toPage?: () => void
}

/** Escape leaves the tour from wherever one is; F6 goes to the card and back. */
export function useTourKeys({ card, onLeave, toPage }: Props): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null
      if (event.key === 'Escape') {
        // Of an input method's own window, too: Escape there takes letters back.
        if (event.isComposing || isForDialog(at)) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }
      if (event.key === 'F6') {
        event.preventDefault()
        if (card.current?.contains(at)) toPage?.()
        else focusCard(card.current)
      }
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })
}
