import { phoneKey } from '../../shared/values/phone.ts'

/** Only what a number is written with: then its groups are one number and not several words. */
const NUMBER = /^[\d\s+()./-]+$/
const LONGEST = 40

/**
 * What somebody typed, as an expression for the index of search-words.ts: every word must be the beginning of something that the
 * lead is found by. Null when there is nothing in it that could be found.
 */
export function searchQueryOf(typed: string): string | null {
  const text = typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const everyWord = words.map(begins).join(' AND ')
  const number = NUMBER.test(text) ? phoneKey(text) : null
  return number === null ? everyWord : `(${everyWord}) OR ${begins(number)}`
}

function begins(word: string): string {
  return `"${word.slice(0, LONGEST)}"*`
}
