import type { Grade } from '../../values/grade.ts'
import { wordKey } from './cell-text.ts'
import type { Guess } from './read-horizon.ts'

export type SlotLabel = { readonly slot: Grade; readonly label: string }

/**
 * Which of the four slots a letter is (domain.md 3: an import says which of its letters is which slot). The store's own label
 * wins; H, which the default scheme does not have, is hotter than A and therefore goes to the first slot, as a guess.
 */
export function suggestGrade(cell: string, labels: readonly SlotLabel[]): Guess | null {
  const word = wordKey(cell)
    .replace(/(级|类|grade|级客户|客户)$/, '')
    .replace(/^(grade|级别)/, '')
  if (word === '') return { meaning: '', isSure: true }
  const labelled = labels.find(({ label }) => wordKey(label).replace(/级$/, '') === word)
  if (labelled !== undefined) return { meaning: labelled.slot, isSure: true }
  if (word === 'h') return { meaning: 'A', isSure: false }
  const letter = word.toUpperCase()
  const slot = labels.find((label) => label.slot === letter)?.slot
  return slot === undefined ? null : { meaning: slot, isSure: false }
}
