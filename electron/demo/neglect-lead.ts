import { GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { Books, LeadRow } from './books.ts'
import { steadily } from './books.ts'
import { confirmLoss, fallAsleep, LOSSES_IN_SILENCE } from './closings.ts'
import { planFollowUp } from './follow-ups.ts'
import type { Day, Moment } from './moment.ts'
import { dayOfMoment } from './moment.ts'
import type { Salesperson } from './people.ts'

// The leak: B leads of the last four months are mostly left alone, so that they trickle away unseen in the last two.
const LEAK_FROM_DAYS = 122
const LEAK_TO_DAYS = 9
const LEAK_NEGLECT = 0.7

function leaks(books: Books, grade: Grade, createdOn: Day, person: Salesperson): boolean {
  const age = books.today - createdOn
  return grade === 'B' && age <= LEAK_FROM_DAYS && age >= LEAK_TO_DAYS && !person.writesInBursts
}

/** True when nobody will ever do a follow-up for this lead. */
export function isNeglected(books: Books, lead: LeadRow, person: Salesperson): boolean {
  const grade = lead.grade ?? 'C'
  const leak = leaks(books, grade, dayOfMoment(lead.createdAt), person)
  if (leak) return steadily(books, Math.max(LEAK_NEGLECT, person.neglects[grade]), `leaks ${person.id}`)
  return steadily(books, person.neglects[grade], `neglects ${person.id} ${grade}`)
}

/**
 * A lead nobody works: the first contact stays planned or was never planned, until the manager writes it off or the silence
 * puts it to sleep. Answers when that was; null while it still is open.
 */
export function neglectLead(books: Books, lead: LeadRow, person: Salesperson, from: Moment): Moment | null {
  const { random } = books
  const grade = lead.grade ?? 'C'
  const day = dayOfMoment(from)
  const firstDue = day + Math.ceil(GRADE_SCHEMES.abcd[grade].firstContactHours / 24)
  if (random.chance(0.5)) planFollowUp(books, lead, person, { dueOn: firstDue, firstDueOn: null })
  const old = leaks(books, grade, day, person) && books.today - day > GRADE_SCHEMES.abcd.B.dormantDays + 2
  const writtenOff = random.chance(old ? 0.15 : grade === 'D' ? 0.95 : person.id === 's4' ? 0.35 : 0.8)
  if (!writtenOff) return fallAsleep(books, lead, from)
  const on = day + Math.min(random.int(8, 32), GRADE_SCHEMES.abcd[grade].dormantDays - 1)
  const lost = confirmLoss(books, lead, random.weighted(LOSSES_IN_SILENCE), { on, notBefore: from })
  return lost ? (books.events.at(-1)?.at ?? null) : null
}
