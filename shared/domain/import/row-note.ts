import type { ImportField, Mapping } from './fields.ts'
import type { ReadRow } from './read-row.ts'
import { rowReader } from './read-row.ts'

const LONGEST = 500
const PLAIN_NO = /^(否|无|未|没|不|×|x|n|no|-|\/)$/i

/**
 * The note of a visit: what the register says in words, and whatever a row says that found no other place (the name of someone
 * without a contact, a number that cannot be called, an agreed test drive), each under the file's own heading. Words in a note
 * stay words: they never become a deal or a loss.
 */
export function rowNote(
  read: ReadRow,
  mapping: Mapping,
  headers: readonly string[],
  isDriveKept: boolean,
): string | null {
  const { cell, meaning } = rowReader(mapping)
  const { row } = read
  const named = (field: ImportField) => {
    const text = cell(row, field)
    const header = headers[mapping.columns[field] ?? -1] ?? ''
    return text === '' || PLAIN_NO.test(text) ? '' : `${header}：${text}`
  }
  const isAnonymous = read.contact === null
  const parts = [
    cell(row, 'followUp'),
    cell(row, 'note'),
    isAnonymous ? named('name') : '',
    isAnonymous ? named('phone') : '',
    isAnonymous ? named('model') : '',
    isAnonymous || read.grade === null ? named('grade') : '',
    isAnonymous || read.horizonMonths === null ? named('horizon') : '',
    isDriveKept ? '' : named('testDrive'),
    meaning(row, 'receivedBy') === '' ? named('receivedBy') : '',
    read.partySize === null ? named('partySize') : '',
    read.hasTime ? '' : named('time'),
  ]
  const note = parts.filter(Boolean).join('；')
  return note === '' ? null : note.slice(0, LONGEST)
}
