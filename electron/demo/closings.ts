import { GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { LOSS_REASONS } from '../../shared/values/vocabulary.ts'
import type { Books, LeadRow } from './books.ts'
import type { Day, Moment } from './moment.ts'
import { dayOfMoment, momentAt } from './moment.ts'
import { MANAGER } from './people.ts'
import { factsFor } from './screening-facts.ts'

type LossReason = (typeof LOSS_REASONS)[number]

export const LOSSES_AFTER_WORK: readonly (readonly [LossReason, number])[] = [
  ['price', 28],
  ['competitor', 26],
  ['no_stock', 9],
  ['finance_refused', 6],
  ['bought_elsewhere', 13],
  ['no_longer_buying', 14],
  ['other', 4],
]
export const LOSSES_IN_SILENCE: readonly (readonly [LossReason, number])[] = [
  ['unreachable', 38],
  ['bought_elsewhere', 32],
  ['competitor', 16],
  ['no_longer_buying', 14],
]

/** Writes a grade event when it changes the grade; the facts on file always are those of the last screening. */
export function setGrade(books: Books, lead: LeadRow, grade: Grade, { at, by }: { at: Moment; by: string }): void {
  if (lead.grade === grade) return
  lead.grade = grade
  lead.facts = factsFor(grade, lead.model, books.random)
  books.events.push({ leadId: lead.id, at, kind: 'grade', value: grade, by, reason: null })
}

/** The manager confirms a loss during the day `on`, after `notBefore`; false when that has not come yet. */
export function confirmLoss(
  books: Books,
  lead: LeadRow,
  reason: LossReason,
  { on, notBefore }: { on: Day; notBefore: Moment },
): boolean {
  const at = Math.max(momentAt(on, 10 * 60 + books.random.int(0, 480)), notBefore + 600)
  if (at > books.now) return false
  books.events.push({ leadId: lead.id, at, kind: 'status', value: 'lost', by: MANAGER.id, reason })
  return true
}

/** After the silence its grade allows, a lead goes dormant by itself. Answers that moment, null when it is still to come. */
export function fallAsleep(books: Books, lead: LeadRow, lastSign: Moment): Moment | null {
  const { dormantDays } = GRADE_SCHEMES.abcd[lead.grade ?? 'C']
  const at = momentAt(dayOfMoment(lastSign) + dormantDays + 1, 9 * 60 + 1)
  if (at > books.now) return null
  books.events.push({ leadId: lead.id, at, kind: 'status', value: 'dormant', by: null, reason: 'silent' })
  return at
}
