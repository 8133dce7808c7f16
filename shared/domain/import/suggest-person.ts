import { cellText, wordKey } from './cell-text.ts'
import type { Guess } from './read-horizon.ts'

export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly sells: boolean
}

/** Who is meant by 张 磊, 小王, 王经理, 磊磊? The full name is sure; one who alone has the surname is a guess; else null. */
export function suggestPerson(cell: string, people: readonly KnownPerson[]): Guess | null {
  const word = wordKey(cell)
  if (word === '') return { meaning: '', isSure: true }
  const named = people.filter(({ name }) => wordKey(name) === word)
  const byName = named.find(({ active }) => active) ?? named[0]
  if (byName !== undefined) return { meaning: byName.id, isSure: true }
  const surname =
    /^[小老阿大]([\p{Script=Han}])$/u.exec(word)?.[1] ??
    /^([\p{Script=Han}])(?:经理|顾问|总|哥|姐|先生|女士)$/u.exec(word)?.[1]
  const alike = people.filter(({ name, active }) => active && isAlike(cellText(name).replace(/\s/g, ''), word, surname))
  const only = alike.length === 1 ? alike[0] : undefined
  return only === undefined ? null : { meaning: only.id, isSure: false }
}

/** By surname where only that is said; else a given name of two characters or a name with something added (张磊1, 张磊(早)). */
function isAlike(name: string, word: string, surname: string | undefined): boolean {
  if (surname !== undefined) return name.startsWith(surname)
  const key = wordKey(name)
  if (key.length < 2 || word.length < 2) return false
  return key.endsWith(word) || word.startsWith(key)
}

/** A full name that is nobody's on file: somebody new, to be looked at. 小赵 and 磊 are no names to put on a list of people. */
export function newPerson(cell: string): Guess | null {
  const name = cellText(cell).replace(/\n+/g, ' ')
  const isName = /^[\p{Script=Han}]{2,4}$/u.test(name)
    ? !/^[小老阿大]/.test(name)
    : /^\p{L}[\p{L}.' -]{2,39}$/u.test(name)
  return isName ? { meaning: `new:${name}`, isSure: false } : null
}

const NEW_PERSON = /^new:(.{1,40})$/su

/** The name of the salesperson a meaning brings in; null when it names one who is there. */
export function parseNewPerson(meaning: string): string | null {
  return NEW_PERSON.exec(meaning)?.[1]?.trim() || null
}
