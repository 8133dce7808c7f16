import type { LeftOutCode } from './fields.ts'
import type { Draft, FilePerson } from './plan-draft.ts'
import { meet, newPerson } from './plan-person.ts'
import type { ReadRow } from './read-row.ts'

/**
 * Whose lead or order a row is: by contact, else a customer of its own under the name it has (a company has no phone), or under
 * its number in the program it comes from.
 */
export function customerOf(draft: Draft, read: ReadRow): FilePerson | LeftOutCode {
  if (read.contact !== null) return meet(draft, read.contact, read)
  return read.name === null && read.number === null ? 'nobody' : newPerson(draft, read)
}
