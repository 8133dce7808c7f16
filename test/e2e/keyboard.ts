import type { Page } from 'playwright'
import { zh } from '../../renderer/i18n/zh.ts'
import { settled } from './stillness.ts'

const MOST_STEPS = 80

/** A person without a mouse: whatever they do goes through the keyboard, and where they are is where the focus is. */
export function keyboardOf(page: Page) {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** What has the focus, as a screen reader would name it, and whether it can be seen that it has. */
  const focused = () => page.evaluate(nameOfFocus)
  /** Goes on with Tab (or back) until something of this name has the focus. */
  const tabTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    const passed: string[] = []
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await press(key)
      const place = await focused()
      if (!place.isSeen) throw new Error(`the focus cannot be seen at: ${place.name}`)
      if (typeof name === 'string' ? place.name === name : name.test(place.name)) return
      passed.push(place.name)
    }
    throw new Error(`no way by ${key} to ${name}; passed ${passed.join(' | ')}`)
  }
  return {
    press,
    focused,
    tabTo,
    type: (text: string) => page.keyboard.type(text),
    /** Opens the palette, types, and takes the first find. */
    find: async (text: string, key: 'Enter' | 'Tab' = 'Enter') => {
      await press('Control+k')
      await page.getByRole('dialog', { name: zh.palette.title }).waitFor()
      await page.keyboard.type(text)
      await page.locator('[role="listbox"][aria-busy="false"] [role="option"]').first().waitFor()
      await press(key)
      await settled(page)
    },
  }
}

/** Runs in the page. */
function nameOfFocus(): { name: string; isSeen: boolean } {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return { name: '', isSeen: true }
  const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : []
  const name = at.getAttribute('aria-label') ?? labels[0]?.textContent ?? at.textContent ?? ''
  const box = at.getBoundingClientRect()
  const isInside = box.bottom > 0 && box.right > 0 && box.top < window.innerHeight && box.left < window.innerWidth
  const shows = (one: Element | null): boolean => {
    if (one === null) return false
    const { outlineStyle, boxShadow } = getComputedStyle(one)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  }
  // A field may show it by its frame, a choice by the words beside it.
  const frame = at.closest('.ant-input-affix-wrapper, .ant-picker, .ant-select, .ant-input-number, label')
  const isMain = at.id === 'content'
  return {
    name: name.trim(),
    isSeen: isMain || (isInside && (shows(at) || shows(frame) || shows(at.nextElementSibling))),
  }
}
