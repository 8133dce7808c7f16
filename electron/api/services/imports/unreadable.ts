import { Refusal } from '../../../../shared/contract/failure.ts'
import type { UnreadableCause } from '../../../../shared/domain/import/fields.ts'

/** The file cannot be read; the dictionaries hold the sentence (`imports.cause.<cause>`). */
export function unreadable(cause: UnreadableCause, line = 0): Refusal {
  return new Refusal('file_unreadable', { params: { cause, line } })
}
