import type { FileReading } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import type { FileDraft } from '../../stores/import-draft.ts'

export const QUESTIONS = ['year', 'order', 'blank', 'channel', 'person', 'known', 'otherName', 'remarks'] as const
export type QuestionKey = (typeof QUESTIONS)[number]

/** A question the file raises. Open: nothing can be previewed before it is answered. */
export type Question = { readonly key: QuestionKey; readonly isOpen: boolean }

/** What no single cell can decide: only what this file raises, in the order of QUESTIONS. */
export function questionsOf(draft: FileDraft, storeHasCustomers: boolean): Question[] {
  return QUESTIONS.filter((key) => isRaised(key, draft, storeHasCustomers)).map((key) => {
    return { key, isOpen: isOpen(key, draft) }
  })
}

function isRaised(key: QuestionKey, { reading, mapping }: FileDraft, storeHasCustomers: boolean): boolean {
  const { dates, notes } = reading
  switch (key) {
    case 'year':
      return dates.withoutYear > 0
    case 'order':
      return dates.yearLast > 0
    case 'blank':
      return dates.blank > 0
    case 'channel':
      return mapping.columns.channel === undefined
    case 'person':
      return mapping.kind !== 'visits' && someLackPerson(mapping)
    case 'known':
      return storeHasCustomers && mapping.columns.phone !== undefined
    case 'otherName':
      return mapping.columns.phone !== undefined && mapping.columns.name !== undefined
    case 'remarks':
      return notes.deals + notes.losses > 0
  }
}

/** No column says who, or some of its values mean nobody. */
function someLackPerson({ columns, values }: Mapping): boolean {
  return columns.receivedBy === undefined || Object.values(values.receivedBy ?? {}).includes('')
}

function isOpen(key: QuestionKey, { reading, mapping, accepted }: FileDraft): boolean {
  switch (key) {
    case 'order':
      return orderEvidence(reading) === 'none' && reading.template === null && !accepted.includes('order')
    case 'blank':
      return mapping.blankDate === 'on_day' && mapping.blankOn === null
    case 'channel':
      return mapping.defaultChannel === null
    case 'person':
      return mapping.kind === 'sales' && mapping.columns.receivedBy === undefined && mapping.defaultPerson === null
    case 'year':
    case 'known':
    case 'otherName':
    case 'remarks':
      return false
  }
}

/** Whether the file itself tells which of day and month comes first. */
export function orderEvidence({ dates }: FileReading): 'clear' | 'mixed' | 'none' {
  if (dates.onlyMonthFirst > 0 && dates.onlyDayFirst > 0) return 'mixed'
  return dates.onlyMonthFirst + dates.onlyDayFirst > 0 ? 'clear' : 'none'
}
