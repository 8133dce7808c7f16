import { phoneKey } from '../../values/phone.ts'
import { cellText } from './cell-text.ts'

/** What a phone cell says. A cell with text but without a usable number has `phone` null: nobody can be called under it. */
export type ReadPhone = {
  /** The number to store and call, without spaces, dashes and remarks; null when none can be used. */
  readonly phone: string | null
  /** Says that WeChat has the same number (微信同号). */
  readonly isWechat: boolean
  /** More than the one number: a second one or a remark. Kept with the customer so that nothing is lost. */
  readonly extra: string | null
}

/** Digits that may be broken up by spaces, dots and dashes, with an area code in brackets and a country code before them. */
const RUN = /(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d)*/g
const MOBILE = /^1[3-9]\d{9}$/
const LAND_LINE = /^(?:0\d{9,11}|[2-9]\d{6,7}|400\d{7}|800\d{7})$/
const SAME_WECHAT = /微信同|同微信|微信号?同|wechat/i

/** The first number of the cell that can be called: a mobile, a land line, or one with a foreign country code. */
export function readPhone(cell: string | undefined): ReadPhone {
  const text = withoutExponent(cellText(cell))
  const numbers = splitRuns(text).flatMap((run) => usable(run) ?? [])
  const phone = numbers[0] ?? null
  const isPlain = /^[\d\s().+-]*$/.test(text) && numbers.length < 2
  return { phone, isWechat: phone !== null && SAME_WECHAT.test(text), extra: isPlain || phone === null ? null : text }
}

/** A workbook may have made a number of it: 1.3800138E+10 has lost nothing only while all digits are there; 13800138000.0 has not. */
function withoutExponent(text: string): string {
  const match = /^(\d)\.(\d{10})E\+10$/i.exec(text)
  return match === null ? text.replace(/^(\d{7,12})\.0$/, '$1') : `${match[1]}${match[2]}`
}

/** Two mobiles with only a space or a dash between them are one run of 22 digits. */
function splitRuns(text: string): string[] {
  const runs = text.match(RUN) ?? []
  return runs.flatMap((run) => {
    const digits = run.replace(/\D/g, '')
    return /^(1[3-9]\d{9}){2,}$/.test(digits) ? (digits.match(/\d{11}/g) ?? []) : [run]
  })
}

function usable(run: string): string | null {
  const isForeign = /^(?:\+|00)(?!\s*86)/.test(run.trim())
  const key = phoneKey(run)
  if (key === null) return null
  if (isForeign) return key.length >= 8 && key.length <= 15 ? `+${key.replace(/^00/, '')}` : null
  if (/^(?:\+|00)\s*86/.test(run.trim()) && key.startsWith('86')) return null
  return MOBILE.test(key) || LAND_LINE.test(key) ? key : null
}
