import { pinyin } from 'pinyin-pro'

/**
 * What a person needs for one elementary act, in seconds: the keystroke-level model of Card, Moran and Newell, "The Keystroke-Level
 * Model for User Performance Time with Interactive Systems", Communications of the ACM 23(7), 1980, pp. 396-410.
 */
export const SECONDS = {
  /** A key, or a press of the mouse button: an average typist, 40 words a minute. */
  K: 0.28,
  /** Pointing with the mouse. */
  P: 1.1,
  /** The hand between keyboard and mouse. */
  H: 0.4,
  /** Making up one's mind before a new thing to do. */
  M: 1.35,
} as const

/** Reading slowly, as somebody new to it does: characters (Chinese) and words (English) a minute. */
const CHARACTERS_A_MINUTE = 300
const WORDS_A_MINUTE = 200

/** Seconds to read a text once, whatever it is mixed of. Punctuation is not read. */
export function readingSeconds(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return (characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE) * 60
}

/** How many keys a text takes: Chinese as its pinyin and one key to take the word that is offered. */
export function keysOf(text: string): number {
  return text.split(/(\p{Script=Han}+)/u).reduce((sum, part) => {
    if (!/\p{Script=Han}/u.test(part)) return sum + part.length
    return sum + pinyin(part, { toneType: 'none', type: 'array' }).join('').length + 1
  }, 0)
}
