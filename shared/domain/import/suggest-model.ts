import { cellText, wordKey } from './cell-text.ts'
import type { ValueCount } from './distinct-values.ts'
import type { Guess } from './read-horizon.ts'

/**
 * What each spelling of a model means: itself, unless the store, or else the file more often, has the same letters with other
 * spaces, case or marks (GTXPro, GTX Pro), which is offered and not decided.
 */
export function suggestModels(values: readonly ValueCount[], known: readonly string[]): (value: string) => Guess {
  const spellings = new Map<string, string>()
  for (const name of [...known, ...values.map(({ value }) => cellText(value))]) {
    const key = wordKey(name)
    if (key !== '' && !spellings.has(key)) spellings.set(key, name)
  }
  const names = new Set(known)
  return (value) => {
    const text = cellText(value)
    const meaning = names.has(text) ? text : (spellings.get(wordKey(text)) ?? text)
    return { meaning, isSure: meaning === text }
  }
}
