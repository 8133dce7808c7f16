import { useEffect, useState } from 'react'
import type { Box } from './place-card.ts'

export type Sight = { readonly element: HTMLElement; readonly box: Box }

const LOOK_EVERY_MS = 100

export function isOnScreen(selector: string): boolean {
  return find([selector]) !== null
}

/** The first of these that is on screen, and where: looked for again and again, because lists load, panels slide and people scroll. */
export function useSight(selectors: readonly string[]): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null)
  const key = selectors.join('\n')
  useEffect(() => {
    const wanted = key.split('\n')
    const look = () => {
      const element = find(wanted)
      setSight((before) => {
        if (element === null) return null
        const box = boxOf(element)
        return before?.element === element && isSame(before.box, box) ? before : { element, box }
      })
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    window.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [key])
  return sight
}

function find(selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    )
    if (found !== undefined) return found
  }
  return null
}

function boxOf(element: HTMLElement): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height) }
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}
