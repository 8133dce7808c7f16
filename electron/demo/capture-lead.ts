import type { Grade } from '../../shared/values/grade.ts'
import type { Books, LeadRow } from './books.ts'
import { setGrade } from './closings.ts'
import { personAt } from './customers.ts'
import type { DemoChannel } from './line-up.ts'
import { MODELS } from './line-up.ts'
import type { Moment } from './moment.ts'
import { CLOSES, dayOfMoment, minuteOf, momentAt, OPENS } from './moment.ts'
import { isNeglected, neglectLead } from './neglect-lead.ts'
import type { Salesperson } from './people.ts'
import { MANAGER, SALESPEOPLE } from './people.ts'
import { chooseCourse, workLead } from './work-lead.ts'

const GRADES_AT_CAPTURE: readonly (readonly [Grade, number])[] = [
  ['A', 14],
  ['B', 27],
  ['C', 54],
  ['D', 5],
]
const UNGRADED_SHARE = 0.04

/** A contact is left: a customer, a lead, and the grade the receiver gives it. */
export function captureLead(books: Books, channel: DemoChannel, receiver: Salesperson, createdAt: Moment): LeadRow {
  const { random } = books
  const n = books.leads.length
  const number = String(n + 1).padStart(5, '0')
  const lead: LeadRow = {
    id: `l${number}`,
    customerId: `k${number}`,
    person: personAt(n, random),
    channel,
    createdAt,
    model: random.weighted(MODELS.map((model) => [model, model.demand] as const)),
    grade: null,
    facts: null,
  }
  books.leads.push(lead)
  const grade = random.weighted(GRADES_AT_CAPTURE)
  if (!random.chance(UNGRADED_SHARE)) setGrade(books, lead, grade, { at: createdAt, by: receiver.id })
  else if (dayOfMoment(createdAt) < books.today - 5) {
    setGrade(books, lead, grade, { at: createdAt + random.int(240, 600), by: receiver.id })
  }
  return lead
}

/** The manager hands the lead out: mostly within half an hour, sometimes late, sometimes the next morning. */
function assignedAt(books: Books, createdAt: Moment): Moment {
  const { random } = books
  const minutes = random.weighted([
    [random.int(3, 12), 48],
    [random.int(12, 29), 37],
    [random.int(31, 180), 15],
  ])
  const at = createdAt + minutes * 60
  const tooLate = minuteOf(at) > CLOSES || dayOfMoment(at) > dayOfMoment(createdAt)
  return tooLate ? momentAt(dayOfMoment(createdAt) + 1, OPENS + random.int(2, 25)) : at
}

function ownerOf(books: Books, receiver: Salesperson): Salesperson {
  if (books.random.chance(0.5)) return receiver
  return books.random.weighted(SALESPEOPLE.map((person) => [person, person.takes] as const))
}

/** Everything that happens to a lead after it is captured. `comesIn` is false for somebody who only ever called. */
export function liveLead(
  books: Books,
  lead: LeadRow,
  receiver: Salesperson,
  options: { readonly unassigned: boolean; readonly comesIn: boolean; readonly startsAt?: Moment },
): void {
  const at = assignedAt(books, lead.createdAt)
  if (options.unassigned || at > books.now) return
  const person = ownerOf(books, receiver)
  books.events.push({ leadId: lead.id, at, kind: 'owner', value: person.id, by: MANAGER.id, reason: null })
  const from = Math.max(at, options.startsAt ?? at)
  if (!isNeglected(books, lead, person)) {
    return workLead(books, lead, chooseCourse(books, lead, person, options.comesIn), { person, from })
  }
  const endedAt = neglectLead(books, lead, person, from)
  if (endedAt !== null && books.random.chance(0.07)) wake(books, lead, person, endedAt)
}

/** Somebody written off walks in again: the lead opens, warmer than it was. */
function wake(books: Books, lead: LeadRow, person: Salesperson, endedAt: Moment): void {
  const { random } = books
  const day = dayOfMoment(endedAt) + random.int(3, 40)
  if (day >= books.today) return
  const arrivedAt = momentAt(day, 10 * 60 + random.int(0, 420))
  const openedAt = arrivedAt + random.int(8, 25) * 60
  books.visits.push({
    arrivedAt,
    loggedAt: openedAt,
    channelId: lead.channel.id,
    kind: 'showroom',
    purpose: 'purchase',
    firstVisit: false,
    partySize: random.int(1, 3),
    receivedBy: person.id,
    leadId: lead.id,
    reason: null,
    note: '主动回店',
  })
  books.events.push({
    leadId: lead.id,
    at: openedAt,
    kind: 'status',
    value: 'open',
    by: person.id,
    reason: '客户再次来店',
  })
  setGrade(books, lead, 'B', { at: openedAt + 300, by: person.id })
  workLead(books, lead, chooseCourse(books, lead, person, true), { person, from: openedAt + 600 })
}
