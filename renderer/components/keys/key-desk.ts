import { flushSync } from 'react-dom'
import { isPressed, SHORTCUTS, type ShortcutId } from './shortcuts.ts'

/** A shortcut of something on screen; without an act it is only shown, its own element listens. */
export type LiveShortcut = { readonly id: ShortcutId; readonly act: (() => void) | null }

const TYPES_NOTHING = /^(?:Mod\+|F\d)/
const TYPING =
  'textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="listbox"], [role="menu"]'
const MOVES_RADIO = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', ' ']
const PRESSES = ['Enter', ' ']
/** How long the second of two keys may take. */
const SEQUENCE_MS = 1_500

/** What is on screen, the newest last: a screen's key goes before the same key of the frame around it. */
let live: readonly LiveShortcut[] = []
const hearers = new Set<() => void>()
let first: { readonly key: string; readonly atMs: number } | null = null

/** Puts shortcuts on the desk; answers how to take them off again. */
export function layOut(shortcuts: readonly LiveShortcut[]): () => void {
  live = [...live, ...shortcuts]
  tell()
  return () => {
    live = live.filter((one) => !shortcuts.includes(one))
    tell()
  }
}

export function liveShortcuts(): readonly LiveShortcut[] {
  return live
}

export function hearLive(hear: () => void): () => void {
  hearers.add(hear)
  return () => {
    hearers.delete(hear)
  }
}

function tell(): void {
  for (const hear of hearers) hear()
}

/** Keys belong to whoever is being typed into; on a radio button only letters are free. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target
  if (target instanceof Element && target.closest(TYPING) !== null) return true
  if (target instanceof HTMLInputElement) {
    const isChoice = target.type === 'radio' || target.type === 'checkbox'
    return isChoice ? MOVES_RADIO.includes(event.key) : true
  }
  // Enter and Space press what has the focus: a link elsewhere on the screen is not the screen's own key.
  if (PRESSES.includes(event.key) && target instanceof Element && target.closest('a[href], button') !== null)
    return true
  // A dialog stands before the screen, also when its own focus was clicked away.
  return [...document.querySelectorAll('[aria-modal="true"]')].some((dialog) => dialog.checkVisibility())
}

function shortcutFor(event: KeyboardEvent, before: string | null, isTyped: boolean): LiveShortcut | undefined {
  return live.findLast(({ id, act }) => {
    const { keys, always = false } = SHORTCUTS[id]
    if (act === null || (isTyped && !always)) return false
    return keys.some((combination) => {
      if (isTyped && !TYPES_NOTHING.test(combination)) return false
      const [one = '', two] = combination.split(' ')
      return two === undefined ? isPressed(one, event) : before === one && isPressed(two, event)
    })
  })
}

function beginsSequence(key: string): boolean {
  return live.some(({ id, act }) => act !== null && SHORTCUTS[id].keys.some((keys) => keys.startsWith(`${key} `)))
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const taken = isTaken(event)
  const before = !taken && first !== null && event.timeStamp - first.atMs < SEQUENCE_MS ? first.key : null
  first = null
  const shortcut = shortcutFor(event, before, taken)
  if (shortcut?.act) {
    event.preventDefault()
    // At once, so that the next key already finds what this one has changed.
    if (!event.repeat || !SHORTCUTS[shortcut.id].always) flushSync(shortcut.act)
    return
  }
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
  if (!taken && isPlain && beginsSequence(event.key)) first = { key: event.key, atMs: event.timeStamp }
}

window.addEventListener('keydown', onKey)
