import type { TextSize } from '../../stores/preferences.ts'
import { remOf } from '../../styles/theme.ts'

/** The small print of the page, in pixels: a canvas knows no rem. */
const TEXT_REM = 0.75

export function chartTextPx(textSize: TextSize): number {
  return TEXT_REM * remOf(textSize)
}

/** The same as the page has it now, for what is drawn without knowing the choice. */
export function chartTextPxNow(): number {
  return TEXT_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
