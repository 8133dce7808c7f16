import { useEffect } from 'react'
import { flushSync } from 'react-dom'

const TYPING = 'textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="listbox"]'
const MOVES_RADIO = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', ' ']

/** Keys belong to whoever is being typed into; on a radio button only letters are free. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (!(target instanceof Element)) return false
  if (target.closest(TYPING) !== null) return true
  if (!(target instanceof HTMLInputElement)) return false
  const isChoice = target.type === 'radio' || target.type === 'checkbox'
  return isChoice ? MOVES_RADIO.includes(event.key) : true
}

/** Single keys for a whole screen: `useKeys({ j: next, ArrowDown: next })`. Silent while somebody types or a dialog is open. */
export function useKeys(keys: Readonly<Partial<Record<string, () => void>>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = keys[event.key]
      if (act === undefined || isTaken(event)) return
      event.preventDefault()
      // At once, so that the next key already finds what this one has changed.
      flushSync(act)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
