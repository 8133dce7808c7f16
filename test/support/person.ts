import type { Locator, Page } from 'playwright'
import { settled } from '../e2e/stillness.ts'
import { keysOf, readingSeconds, SECONDS } from './keystroke-level.ts'

export type Person = {
  /** Reads what is new in it; what was read before is not read again. */
  readonly read: (text: string) => void
  readonly press: (key: string) => Promise<void>
  /** Types into whatever has the focus. */
  readonly type: (text: string) => Promise<void>
  readonly click: (what: Locator) => Promise<void>
  /** Makes up their mind. */
  readonly decide: () => void
  /** Seconds so far, and of what: a model of a person, not a clock of this machine. */
  readonly spent: () => { readonly seconds: number; readonly reading: number; readonly acting: number }
}

/** Somebody at the real page, whose time is counted by the keystroke-level model while the browser does what they do. */
export function personAt(page: Page): Person {
  const known = new Set<string>()
  let reading = 0
  let acting = 0
  let handAt: 'mouse' | 'keys' = 'mouse'
  const reach = (place: typeof handAt) => {
    if (handAt !== place) acting += SECONDS.H
    handAt = place
  }
  return {
    read: (text) => {
      for (const line of text.split('\n').map((one) => one.trim())) {
        if (!known.has(line)) reading += readingSeconds(line)
        known.add(line)
      }
    },
    press: async (key) => {
      reach('keys')
      acting += SECONDS.K * key.split('+').length
      await page.keyboard.press(key)
      await settled(page)
    },
    type: async (text) => {
      reach('keys')
      acting += SECONDS.K * keysOf(text)
      await page.keyboard.type(text)
    },
    click: async (what) => {
      reach('mouse')
      acting += SECONDS.P + SECONDS.K
      await what.click()
      await settled(page)
    },
    decide: () => {
      acting += SECONDS.M
    },
    spent: () => ({ seconds: reading + acting, reading, acting }),
  }
}
