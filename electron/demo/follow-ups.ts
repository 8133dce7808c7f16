import type { FollowUpMethod, FollowUpOutcome } from '../../shared/values/vocabulary.ts'
import type { Books, FollowUpRow, LeadRow } from './books.ts'
import { steadily } from './books.ts'
import type { Day, Moment } from './moment.ts'
import { CLOSES, dateText, dayOfMoment, minuteOf, momentAt } from './moment.ts'
import { naturalNote, stockPhrase } from './notes.ts'
import type { Salesperson } from './people.ts'

/** When a contact was owed; `firstDueOn` is set when somebody postponed it. */
export type Due = { readonly dueOn: Day; readonly firstDueOn: Day | null }

const BURSTS_SINCE_DAYS = 150
const BURST_EVERY_DAYS = 3
const BURST_STARTS = CLOSES - 23
const BURST_GAP_S = 38
const BURST_MOST = 34

function inBursts(books: Books, person: Salesperson, doneAt: Moment): boolean {
  return person.writesInBursts && dayOfMoment(doneAt) > books.today - BURSTS_SINCE_DAYS
}

/** When a contact is written down: at once, for most; for one person every third evening, all in a row. */
function loggedAt(books: Books, person: Salesperson, doneAt: Moment): Moment {
  const { random } = books
  const day = dayOfMoment(doneAt)
  const evening = Math.ceil(day / BURST_EVERY_DAYS) * BURST_EVERY_DAYS
  const key = `burst ${person.id} ${evening}`
  const before = books.taken.get(key) ?? []
  if (inBursts(books, person, doneAt) && evening < books.today && before.length < BURST_MOST) {
    books.taken.set(key, [...before, doneAt])
    return momentAt(evening, BURST_STARTS, before.length * BURST_GAP_S)
  }
  if (random.chance(0.015) && day + 2 < books.today) return momentAt(day + 2, 600 + random.int(0, 400))
  return Math.min(doneAt + random.int(60, 660), books.now)
}

function outcomeOf(books: Books, method: FollowUpMethod): FollowUpOutcome {
  switch (method) {
    case 'call':
      return books.random.weighted([
        ['reached', 62],
        ['not_reached', 20],
        ['appointment', 15],
        ['refused', 3],
      ])
    case 'wechat':
    case 'sms':
      return books.random.weighted([
        ['reached', 76],
        ['not_reached', 9],
        ['appointment', 15],
      ])
    case 'showroom':
    case 'test_drive':
    case 'home_visit':
      return books.random.weighted([
        ['reached', 60],
        ['appointment', 40],
      ])
  }
}

const PLANNED: Omit<FollowUpRow, 'leadId' | 'staffId' | 'dueOn' | 'firstDueOn'> = {
  doneAt: null,
  loggedAt: null,
  method: null,
  outcome: null,
  note: null,
  review: null,
  reviewedAt: null,
}

export function planFollowUp(books: Books, lead: LeadRow, person: Salesperson, due: Due): void {
  books.followUps.push({ leadId: lead.id, staffId: person.id, ...due, ...PLANNED })
}

type Contact = {
  readonly person: Salesperson
  readonly doneAt: Moment
  readonly method: FollowUpMethod
  readonly outcome?: FollowUpOutcome
}

export function recordFollowUp(books: Books, lead: LeadRow, due: Due, contact: Contact): void {
  const { person, doneAt, method } = contact
  const outcome = contact.outcome ?? outcomeOf(books, method)
  const subject = { title: lead.person.title, model: lead.model.name, trims: lead.model.trims }
  const copied = inBursts(books, person, doneAt) && books.random.chance(0.85)
  const note = copied ? stockPhrase(books.random) : naturalNote(method, outcome, subject, books.random)
  books.followUps.push({
    ...PLANNED,
    leadId: lead.id,
    staffId: person.id,
    ...due,
    doneAt,
    loggedAt: loggedAt(books, person, doneAt),
    method,
    outcome,
    note,
  })
}

/** Nobody calls or texts a customer who gave no number. */
export function remoteMethod(books: Books, lead: LeadRow): FollowUpMethod {
  if (lead.person.phone === null) return 'wechat'
  return books.random.weighted([
    ['call', 52],
    ['wechat', 42],
    ['sms', 4],
    ['home_visit', 2],
  ])
}

function reviewShare(books: Books, doneOn: Day): number {
  const month = dateText(doneOn).slice(0, 7)
  if (month === dateText(books.today).slice(0, 7)) return 0.07
  return doneOn > books.today - 62 ? 0.29 : 0.38
}

/** The manager reads a part of the records in the evening after; this month hardly any. */
export function reviewFollowUps(books: Books, isDoubtful: (staffId: string) => boolean): void {
  const { random } = books
  for (const row of books.followUps) {
    if (row.doneAt === null || row.loggedAt === null) continue
    const share = reviewShare(books, dayOfMoment(row.doneAt))
    const evening = dayOfMoment(Math.max(row.doneAt, row.loggedAt)) + random.int(1, 2)
    const at = momentAt(evening, 17 * 60 + random.int(0, 140), random.int(0, 59))
    if (
      !steadily(books, share, `reviews ${dateText(dayOfMoment(row.doneAt)).slice(0, 7)}`) ||
      at > books.now ||
      minuteOf(at) > CLOSES
    )
      continue
    row.reviewedAt = at
    row.review = random.chance(isDoubtful(row.staffId) ? 0.3 : 0.08) ? 'rejected' : 'approved'
  }
}
