import { GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { FollowUpMethod } from '../../shared/values/vocabulary.ts'
import type { Books, LeadRow } from './books.ts'
import { freeMoment, steadily } from './books.ts'
import { confirmLoss, fallAsleep, LOSSES_AFTER_WORK, setGrade } from './closings.ts'
import { takeOrder } from './deals.ts'
import type { Due } from './follow-ups.ts'
import { planFollowUp, recordFollowUp, remoteMethod } from './follow-ups.ts'
import type { Day, Moment } from './moment.ts'
import { dayOfMoment, minuteOf, momentAt, OPENS } from './moment.ts'
import type { Salesperson } from './people.ts'
import { MANAGER, SALESPEOPLE } from './people.ts'

/** How a worked lead will end, decided when work begins: after so many contacts, and one of them perhaps a test drive. */
export type Course = {
  readonly end: 'win' | 'lose' | 'fade'
  readonly contacts: number
  /** Index of the contact made in the showroom, -1 for none. */
  readonly returnsAt: number
  readonly drives: boolean
  /** A buyer who is graded up on the way, where others order straight from the grade they came with. */
  readonly ripens: boolean
}

const CLOSES_BY_GRADE = { A: 0.58, B: 0.3, C: 0.15, D: 0.05 } as const
const CONTACTS_TO_WIN = { A: [1, 2], B: [1, 3], C: [2, 3], D: [2, 3] } as const
const CONTACTS_TO_LOSE = { A: [3, 8], B: [3, 9], C: [3, 8], D: [1, 2] } as const

export function chooseCourse(books: Books, lead: LeadRow, person: Salesperson, comesIn: boolean): Course {
  const { random } = books
  const grade = lead.grade ?? 'C'
  const odds = CLOSES_BY_GRADE[grade] * person.closes * lead.channel.closes
  const end =
    comesIn && steadily(books, odds, `wins ${person.id}`, `wins ${lead.channel.id}`)
      ? 'win'
      : random.chance(person.writesInBursts ? 0 : 0.13)
        ? 'fade'
        : 'lose'
  const [least, most] = end === 'win' ? CONTACTS_TO_WIN[grade] : CONTACTS_TO_LOSE[grade]
  const contacts = random.int(least, most)
  const returns = comesIn && random.chance(end === 'win' ? 0.85 : 0.5)
  return {
    end,
    contacts,
    returnsAt: returns ? random.int(0, Math.min(2, contacts - 1)) : -1,
    drives: random.chance(0.75),
    ripens: random.chance(0.45),
  }
}

type Work = { readonly books: Books; readonly lead: LeadRow; person: Salesperson; readonly course: Course }

/** When the next contact is due and when it is really made, by the habits of the person. */
function nextContact({ books, lead, person, course }: Work, last: Day, index: number): { due: Due; day: Day } {
  const { random } = books
  const grade = lead.grade ?? 'C'
  const gap =
    index === 0
      ? Math.ceil(GRADE_SCHEMES.abcd[grade].firstContactHours / 24)
      : cadence(books, grade, course.end === 'win')
  const planned = last + gap
  const postponed = !person.writesInBursts && index > 0 && random.chance(0.05)
  const dueOn = postponed ? planned + random.int(2, 5) : planned
  const due = { dueOn, firstDueOn: postponed ? planned : null }
  if (!random.chance(person.onTime)) return { due, day: dueOn + random.int(1, person.lateDays) }
  const early = index === 0 ? random.chance(0.55) : random.chance(0.12)
  return { due, day: early ? Math.max(last, dueOn - (index === 0 ? gap : 1)) : dueOn }
}

/** Days to the next contact. A buyer asks for it sooner than the cadence would. */
function cadence(books: Books, grade: Grade, buys: boolean): number {
  const { cadenceDays } = GRADE_SCHEMES.abcd[grade]
  if (buys) return Math.min(7, Math.ceil(cadenceDays / 2)) + books.random.int(0, 1)
  return cadenceDays <= 2 ? cadenceDays : cadenceDays - books.random.int(0, Math.floor(cadenceDays / 7))
}

function methodOf({ books, lead, course }: Work, index: number, sameDay: boolean): FollowUpMethod {
  const last = index === course.contacts - 1
  if (index === course.returnsAt) return course.drives ? 'test_drive' : 'showroom'
  if (course.end === 'win' && last) return 'showroom'
  if (sameDay && books.random.chance(0.3)) return 'test_drive'
  return remoteMethod(books, lead)
}

/** A second arrival of the same party, shortly before the contact it led to. */
function comeBack({ books, lead, person }: Work, doneAt: Moment): void {
  const { random } = books
  const arrivedAt = doneAt - random.int(25, 60) * 60
  books.visits.push({
    arrivedAt,
    loggedAt: arrivedAt + random.int(3, 20) * 60,
    channelId: lead.channel.id,
    kind: 'showroom',
    purpose: 'purchase',
    firstVisit: false,
    partySize: random.int(1, 3),
    receivedBy: person.id,
    leadId: lead.id,
    reason: null,
    note: null,
  })
}

const UP = { D: 'C', C: 'B', B: 'A', A: 'A' } as const
const COOLS = { A: 0.1, B: 0.07, C: 0.02, D: 0 } as const
const DOWN = { A: 'B', B: 'C', C: 'D', D: 'D' } as const

/** A winner ripens towards A before the last contact; the others drift a little, mostly down. */
function regrade({ books, lead, course, person }: Work, index: number, at: Moment): void {
  const grade = lead.grade ?? 'C'
  const left = course.contacts - 1 - index
  const ripens = course.ripens && course.end === 'win' && left > 0 && left <= { A: 0, B: 1, C: 2, D: 3 }[grade]
  const drift = books.random.next()
  if (ripens || (course.end !== 'win' && drift < 0.05)) setGrade(books, lead, UP[grade], { at: at + 60, by: person.id })
  else if (course.end !== 'win' && drift > 1 - COOLS[grade])
    setGrade(books, lead, DOWN[grade], { at: at + 60, by: person.id })
}

/** Somebody with too many leads hands one over now and then. */
function maybeHandOver(work: Work, at: Moment): void {
  const { books, lead, person } = work
  if (person.id !== 's4' || !books.random.chance(0.03)) return
  const to = books.random.pick(SALESPEOPLE.filter(({ id }) => id === 's1' || id === 's5'))
  const handedAt = at + 900
  if (handedAt > books.now) return
  work.person = to
  books.events.push({
    leadId: lead.id,
    at: handedAt,
    kind: 'owner',
    value: to.id,
    by: MANAGER.id,
    reason: '均衡负荷',
  })
}

function finish({ books, lead, person, course }: Work, lastAt: Moment): void {
  const day = dayOfMoment(lastAt)
  const nextDue = { dueOn: day + GRADE_SCHEMES.abcd[lead.grade ?? 'C'].cadenceDays, firstDueOn: null }
  if (course.end === 'fade') {
    planFollowUp(books, lead, person, nextDue)
    fallAsleep(books, lead, lastAt)
    return
  }
  if (course.end === 'lose') {
    const reason = books.random.weighted(LOSSES_AFTER_WORK)
    const lost = confirmLoss(books, lead, reason, { on: day + books.random.int(0, 3), notBefore: lastAt })
    if (!lost || books.random.chance(0.03)) planFollowUp(books, lead, person, nextDue)
    return
  }
  const orderAt = lastAt + 25 * 60
  if (orderAt > books.now) return planFollowUp(books, lead, person, { dueOn: day + 2, firstDueOn: null })
  const cancelledOn = takeOrder(books, lead, person, orderAt)
  if (cancelledOn === null) return
  const parting: Course = { end: 'lose', contacts: 2, returnsAt: -1, drives: false, ripens: false }
  workLead(books, lead, parting, { person, from: momentAt(cancelledOn, 18 * 60) })
}

/** Works a lead from `from` on: contacts by cadence and habit, up to its end or to this afternoon, whichever comes first. */
export function workLead(
  books: Books,
  lead: LeadRow,
  course: Course,
  { person, from }: { person: Salesperson; from: Moment },
): void {
  const { random } = books
  const work: Work = { books, lead, person, course }
  let last = from
  for (let index = 0; index < course.contacts; index += 1) {
    const next = nextContact(work, dayOfMoment(last), index)
    const planned = index === 0 || !random.chance(0.05)
    const method = methodOf(work, index, next.day === dayOfMoment(from))
    const inShowroom = method === 'showroom' || method === 'test_drive'
    const sameDay = next.day === dayOfMoment(last)
    const notBefore = sameDay ? minuteOf(last) + 12 : OPENS + (inShowroom ? 70 : 6)
    const happens = next.day < books.today || (next.day === books.today && random.chance(0.2))
    const doneAt = happens
      ? (freeMoment(books, work.person, next.day, notBefore) ?? tomorrow(work, next.day + 1))
      : null
    if (doneAt === null) {
      if (planned) planFollowUp(books, lead, work.person, next.due)
      return
    }
    const due = planned ? next.due : { dueOn: dayOfMoment(doneAt), firstDueOn: null }
    recordFollowUp(books, lead, due, {
      person: work.person,
      doneAt,
      method,
      ...endOutcome(work, index, random.chance(0.6)),
    })
    if (inShowroom && dayOfMoment(doneAt) > dayOfMoment(from)) comeBack(work, doneAt)
    regrade(work, index, doneAt)
    maybeHandOver(work, doneAt)
    last = doneAt
  }
  finish(work, last)
}

function endOutcome({ course }: Work, index: number, plain: boolean): { outcome?: 'refused' | 'appointment' } {
  if (index !== course.contacts - 1 || course.end === 'fade') return {}
  if (course.end === 'win') return { outcome: 'appointment' }
  return plain ? { outcome: 'refused' } : {}
}

function tomorrow({ books, person }: Work, day: Day): Moment | null {
  return day < books.today ? freeMoment(books, person, day, OPENS + 70) : null
}
