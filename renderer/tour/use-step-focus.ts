import { type RefObject, useEffect, useRef } from 'react'
import type { Sight } from './use-sight.ts'

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled):not([tabindex="-1"]), textarea, [tabindex="0"]'

const FIELD = 'input, textarea, [role="combobox"]'
const MOST_TRIES = 3
const SIGNS_OF_A_PERSON = ['keydown', 'pointerdown'] as const

/** Into the first thing there that takes keys; answers whether there was one. */
export function focusWithin(element: HTMLElement | null, selector = FOCUSABLE): boolean {
  const first = element?.matches(selector) ? element : element?.querySelector<HTMLElement>(selector)
  first?.focus({ preventScroll: true })
  return first !== null && first !== undefined
}

type Props = {
  readonly card: RefObject<HTMLElement | null>
  readonly sight: Sight | null
  /** Where in it; the first thing that takes keys, if nothing is said. */
  readonly within: string | undefined
  /** The next key is for what the step points at. */
  readonly isOnTarget: boolean
  /** There is nothing to do there: Enter on the card goes on. */
  readonly isOnCard: boolean
}

/** Brings what a step speaks of into view, and the focus to where its next key belongs: once, then the person has it. */
export function useStepFocus({ card, sight, within, isOnTarget, isOnCard }: Props): void {
  const element = sight?.element ?? null
  const done = useRef<{ focused?: HTMLElement }>({})
  useInView(sight)
  useEffect(() => {
    if (element === null || !isOnTarget || isOnCard || done.current.focused === element) return
    const isFirst = done.current.focused === undefined
    done.current.focused = element
    // Within a step somebody may have gone on to a form by themselves: what they type belongs there.
    if (!isFirst && isField(document.activeElement)) return
    return holdFocus(element, within)
  }, [element, within, isOnTarget, isOnCard])
  useEffect(() => {
    if (isOnCard) focusCard(card.current)
  }, [isOnCard, card])
}

/** Brings it into view, again when charts above it push it out; from the first sign of a person on they scroll themselves. */
function useInView(sight: Sight | null): void {
  const element = sight?.element ?? null
  const isLeftAlone = useRef(true)
  useEffect(() => {
    if (element === null) return
    isLeftAlone.current = true
    const release = () => {
      isLeftAlone.current = false
    }
    const signs = [...SIGNS_OF_A_PERSON, 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, release, { capture: true, passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, release, { capture: true })
    }
  }, [element])
  useEffect(() => {
    if (sight === null || !isLeftAlone.current) return
    sight.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [sight])
}

/** Keeps the focus there until the person does something: a panel that closes hands it back to its own button, late. */
function holdFocus(element: HTMLElement, selector?: string): () => void {
  let tries = 0
  const hold = (event?: FocusEvent) => {
    if (event?.target instanceof Node && element.contains(event.target)) return
    if (event !== undefined && isField(event.target)) return release()
    tries += 1
    // A dialog that insists is right.
    if (tries > MOST_TRIES) release()
    else focusWithin(element, selector)
  }
  const release = () => {
    document.removeEventListener('focusin', hold)
    for (const sign of SIGNS_OF_A_PERSON) window.removeEventListener(sign, release, { capture: true })
  }
  document.addEventListener('focusin', hold)
  for (const sign of SIGNS_OF_A_PERSON) window.addEventListener(sign, release, { capture: true })
  hold()
  return release
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(FIELD)
}

export function focusCard(card: HTMLElement | null): void {
  card?.querySelector<HTMLElement>('.np-tour-foot button')?.focus({ preventScroll: true })
}
