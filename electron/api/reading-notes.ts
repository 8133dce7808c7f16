import type { Audit } from '../../shared/contract/operation.ts'
import { subjectOf } from './subject-of.ts'

/** More customers than a person works through in a sitting. */
export const MANY_ROWS = 50
/** Fewer digits than the tail by which a number is told are a price or a model. */
const DIGITS_OF_A_NUMBER = 4

/** What the trail keeps of an answer; `key` is the same while it would say the same again. */
export type ReadingNote = { readonly subject: string | null; readonly detail: string; readonly key: string }

type Fields = Readonly<Record<string, unknown>>

/** Null where an answer shows too little of anybody to be kept. */
export function noteOfReading(audit: Audit, input: unknown, answer: unknown): ReadingNote | null {
  const [asked, told] = [fieldsOf(input), fieldsOf(answer)]
  if (audit === 'opens_customer') return noteOfProfile(asked, told)
  if (audit === 'lists_customers') return noteOfList(asked, told)
  if (audit === 'finds_by_number') return noteOfFound(asked, told)
  return null
}

function noteOfProfile(asked: Fields, told: Fields): ReadingNote {
  const subject = subjectOf(asked)
  const detail = told['isMine'] === true ? 'contact=full' : 'contact=masked'
  return { subject, detail, key: `${subject} ${detail}` }
}

/** Counted from the top of the list: whoever turns page after page has seen all of them. */
function noteOfList({ limit: _limit, offset, ...asked }: Fields, told: Fields): ReadingNote | null {
  const rows = listsOf(told).reduce((sum, list) => sum + list.length, 0)
  const isByNumber = rows > 0 && isNumber(fieldsOf(asked['filter'])['text'])
  const reached = rows + (typeof offset === 'number' ? offset : 0)
  if (rows === 0 || (reached <= MANY_ROWS && !isByNumber)) return null
  const of = typeof told['total'] === 'number' ? ` of=${told['total']}` : ''
  const detail = `rows=${rows}${of}${isByNumber ? ' by=number' : ''}`
  return { subject: subjectOf(asked), detail, key: JSON.stringify(asked) }
}

function noteOfFound({ text, phone }: Fields, told: Fields): ReadingNote | null {
  if (!isNumber(phone) && !isNumber(text)) return null
  const found = listsOf(told).flat().map(idOf)
  if (found.length === 0) return null
  const [only = null, ...more] = found
  return { subject: more.length === 0 ? only : null, detail: `found=${found.length}`, key: found.join(' ') }
}

function idOf(row: unknown): string | null {
  const { leadId, leads, customerId } = fieldsOf(row)
  const [first] = Array.isArray(leads) ? (leads as readonly unknown[]) : []
  return subjectOf({ leadId }) ?? subjectOf(first) ?? subjectOf({ id: customerId })
}

function isNumber(typed: unknown): boolean {
  if (typeof typed !== 'string') return false
  return typed.normalize('NFKC').replace(/\D/g, '').length >= DIGITS_OF_A_NUMBER
}

function listsOf(told: Fields): readonly (readonly unknown[])[] {
  return Object.values(told).filter((value): value is readonly unknown[] => Array.isArray(value))
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}
