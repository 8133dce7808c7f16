import { wordKey } from './cell-text.ts'
import { KIND_WORDS, NO_FIELD, WORDS, WORDS_OF } from './field-words.ts'
import { FIELDS_OF, IMPORT_KINDS, type ImportField, type ImportKind } from './fields.ts'

const LONGEST_HEADER = 40
/** Between the lines of a header that has more than one. */
export const HEADER_JOINT = ' · '

/** A header as it stands, or one of its lines with what stands above it. */
type HeaderWord = { readonly word: string; readonly group: string }

/** Below this a header is not taken for a field: a wrong guess costs more than a missing one. */
function score({ word, group }: HeaderWord, field: ImportField, kind: ImportKind): number {
  if (word === '' || word.length > LONGEST_HEADER || NO_FIELD.test(word)) return 0
  const { is, has, not } = WORDS_OF[kind][field] ?? WORDS[field]
  const place = is.indexOf(word)
  if (place !== -1) return 200 - place
  if (has?.test(word) !== true || not?.test(word) === true) return 0
  // What a group title says by itself (洽谈) is true of all its columns and tells none from the others.
  return group !== '' && has.test(group) ? 0 : 100 - word.length
}

/** A header of several lines (来店 · 日期) is known by the whole of it, or else by its last line. */
function wordsOf(header: string): readonly HeaderWord[] {
  const lines = header.split(HEADER_JOINT)
  const last = { word: wordKey(lines.at(-1)), group: '' }
  return lines.length < 2 ? [last] : [{ word: wordKey(header), group: wordKey(lines.slice(0, -1).join('')) }, last]
}

/** Which column is which field, best matches first; a column serves one field and a field has one column. */
export function guessColumns(
  headers: readonly string[],
  kind: ImportKind = 'visits',
): Partial<Record<ImportField, number>> {
  const pairs = headers.flatMap((header, column) => {
    const words = wordsOf(header)
    return FIELDS_OF[kind]
      .map((field) => ({ field, column, points: Math.max(...words.map((word) => score(word, field, kind))) }))
      .filter(({ points }) => points > 0)
  })
  const columns: Partial<Record<ImportField, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of pairs.toSorted((a, b) => b.points - a.points || a.column - b.column)) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

/** What the file is a list of, by the words that only one kind has; visits where nothing says otherwise. */
export function guessKind(headers: readonly string[]): ImportKind {
  const words = headers.flatMap(wordsOf).filter(({ word }) => word.length <= LONGEST_HEADER)
  const weightOf = (kind: ImportKind) =>
    KIND_WORDS.filter(
      (evidence) => evidence.kind === kind && words.some(({ word }) => evidence.words.test(word)),
    ).reduce((sum, { weight }) => sum + weight, 0)
  const weights = IMPORT_KINDS.map((kind) => ({ kind, weight: weightOf(kind) }))
  return weights.toSorted((a, b) => b.weight - a.weight)[0]?.kind ?? 'visits'
}

/** How many of the cells read like headers of a table of customers, visits or orders. */
export function headerWords(cells: readonly string[]): number {
  const headers = cells.map((cell) => (cell.length > LONGEST_HEADER ? '' : cell))
  return Math.max(...IMPORT_KINDS.map((kind) => Object.keys(guessColumns(headers, kind)).length))
}
