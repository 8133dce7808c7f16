import { phoneKey } from '../../shared/values/phone.ts'
import { OF_CONTACT, wholeWord } from './search-words.ts'

/** Only what a number is written with: then its groups are one number and not several words. */
const NUMBER = /^[\d\s+()./-]+$/
const LONGEST = 40

/** Expressions for the index of search-words.ts. */
export type SearchQuery = {
  /** For leads whose contact is seen: also by any part of it. */
  readonly seen: string
  /** For the others: by the contact only as a whole. */
  readonly masked: string
}

/**
 * What somebody typed: every word must be the beginning of something that the lead is found by. Null when there is nothing in it
 * that could be found.
 */
export function searchQueryOf(typed: string): SearchQuery | null {
  const text = typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const number = NUMBER.test(text) ? phoneKey(text) : null
  const whole = [words.join(''), number].flatMap((contact) => (contact === null ? [] : [`"${wholeWord(contact)}"`]))
  return {
    seen: anyOf([
      allOf(words.map((word) => anyOf([begins(word), ofContact(word)]))),
      ...(number === null ? [] : [ofContact(number)]),
    ]),
    masked: anyOf([allOf(words.map(begins)), ...whole]),
  }
}

function anyOf(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`
}

function allOf(expressions: readonly string[]): string {
  return `(${expressions.join(' AND ')})`
}

function begins(word: string): string {
  return `"${word.slice(0, LONGEST)}"*`
}

function ofContact(word: string): string {
  return begins(`${OF_CONTACT}${word}`)
}
