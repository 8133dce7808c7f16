import type { ImportField } from './fields.ts'
import { HEADER_JOINT } from './guess-columns.ts'
import type { ReadRow, RowReader } from './read-row.ts'

const LONGEST = 500
const PLAIN_NO = /^(否|无|未|没|不|×|x|n|no|-|\/)$/i

/** A field, and whether what it says has a place of its own in the store. */
export type Placed = readonly [field: ImportField, hasPlace: boolean]

/**
 * What the file says of a row in words, and whatever found no other place (the name of someone without a contact, a number that
 * cannot be called, an agreed test drive), each under the file's own heading. Null when there is nothing to keep.
 */
export function rowNote(
  { row }: ReadRow,
  reader: RowReader,
  headers: readonly string[],
  placed: readonly Placed[],
): string | null {
  const { cell, mapping } = reader
  const parts = [cell(row, 'followUp'), cell(row, 'note')]
  for (const [field, hasPlace] of placed) {
    const text = hasPlace ? '' : cell(row, field)
    if (text === '' || PLAIN_NO.test(text)) continue
    const header = headers[mapping.columns[field] ?? -1] ?? ''
    parts.push(`${header.split(HEADER_JOINT).at(-1)}：${text}`)
  }
  const note = parts.filter(Boolean).join('；')
  return note === '' ? null : note.slice(0, LONGEST)
}
