import type { NOT_CAPTURED_REASONS } from '../../shared/values/vocabulary.ts'
import type { Books, VisitRow } from './books.ts'
import { lastMinuteOf, steadily } from './books.ts'
import { arrivalMinute, busyness } from './calendar.ts'
import { captureLead, liveLead } from './capture-lead.ts'
import type { DemoChannel } from './line-up.ts'
import { CHANNELS, PHONE_CHANNEL_SHARES } from './line-up.ts'
import type { Day, Moment } from './moment.ts'
import { CLOSES, dayOfMoment, minuteOf, momentAt } from './moment.ts'
import type { Salesperson } from './people.ts'
import { SALESPEOPLE } from './people.ts'

type Reason = (typeof NOT_CAPTURED_REASONS)[number]

const FIRST_VISITS_A_DAY = 5.8
const OTHER_PURPOSES_A_DAY = 0.9
const CALLS_A_DAY = 0.75
const FEWEST_TODAY = 9

const REASONS: readonly (readonly [Reason, number])[] = [
  ['just_looking', 36],
  ['in_a_hurry', 20],
  ['refused', 20],
  ['companion', 13],
  ['not_asked', 7],
  ['other', 4],
]
/** The one who captures least mostly did not ask. */
const REASONS_UNASKED: readonly (readonly [Reason, number])[] = [
  ['not_asked', 46],
  ['just_looking', 34],
  ['in_a_hurry', 10],
  ['refused', 6],
  ['companion', 4],
]
const REMARKS = [
  '路过进来看看',
  '等家人，先看外观',
  '只要了资料',
  '问了价格就走',
  '带孩子看车',
  '看了展车的后排',
] as const

function loggedAt(books: Books, arrivedAt: Moment): Moment {
  const { random } = books
  const [day, minute] = [dayOfMoment(arrivedAt), minuteOf(arrivedAt)]
  const delay = random.chance(0.06) ? random.int(65, 190) : random.int(2, 14)
  const latest = lastMinuteOf(books, day) - 1
  return momentAt(day, minute + delay <= latest ? minute + delay : Math.max(minute, Math.min(latest, minute + 12)))
}

function receiverOf(books: Books): Salesperson {
  return books.random.weighted(SALESPEOPLE.map((person) => [person, person.receives] as const))
}

function partySize(books: Books): number {
  return books.random.weighted([
    [1, 34],
    [2, 43],
    [3, 16],
    [4, 7],
  ])
}

function anonymous(books: Books, visit: VisitRow, receiver: Salesperson): VisitRow {
  const { random } = books
  return {
    ...visit,
    receivedBy: random.chance(0.03) ? null : receiver.id,
    reason: random.weighted(receiver.captures < 0.3 ? REASONS_UNASKED : REASONS),
    note: random.chance(0.12) ? random.pick(REMARKS) : null,
  }
}

/** The manager is behind today and yesterday: the first leads of both days still have no owner, and some more. */
function waitsForOwner(books: Books, day: Day): boolean {
  if (day < books.today - 1) return false
  const before = books.leads.filter(({ createdAt }) => dayOfMoment(createdAt) === day).length
  return before <= (day === books.today ? 2 : 1) || books.random.chance(0.1)
}

/** A first visit to buy: it leaves a contact, or a reason why not. */
function firstVisit(books: Books, day: Day, minute: number): void {
  const { random } = books
  const channel = random.weighted(CHANNELS.map((entry) => [entry, entry.share] as const))
  const receiver = receiverOf(books)
  const captured = steadily(books, receiver.captures * channel.captures, `captures ${receiver.id}`)
  const visit = arrival(books, channel, receiver, momentAt(day, minute))
  if (!captured) {
    books.visits.push(anonymous(books, visit, receiver))
    return
  }
  const lead = captureLead(books, channel, receiver, visit.loggedAt)
  books.visits.push({ ...visit, leadId: lead.id })
  liveLead(books, lead, receiver, { unassigned: waitsForOwner(books, day), comesIn: true })
}

function arrival(books: Books, channel: DemoChannel, receiver: Salesperson, arrivedAt: Moment): VisitRow {
  return {
    arrivedAt,
    loggedAt: loggedAt(books, arrivedAt),
    channelId: channel.id,
    kind: 'showroom',
    purpose: 'purchase',
    firstVisit: true,
    partySize: partySize(books),
    receivedBy: receiver.id,
    leadId: null,
    reason: null,
    note: null,
  }
}

/** Somebody calls; about half leave a number, and half of those come in within a week. */
function phoneIn(books: Books, day: Day, minute: number): void {
  const { random } = books
  const id = random.weighted(PHONE_CHANNEL_SHARES)
  const channel = CHANNELS.find((entry) => entry.id === id) ?? random.pick(CHANNELS)
  const receiver = random.pick(SALESPEOPLE.filter(({ captures }) => captures > 0.3))
  const call: VisitRow = { ...arrival(books, channel, receiver, momentAt(day, minute)), kind: 'phone', partySize: 1 }
  if (!random.chance(0.5)) {
    books.visits.push({ ...call, reason: random.weighted(REASONS), firstVisit: false })
    return
  }
  const lead = captureLead(books, channel, receiver, call.loggedAt)
  books.visits.push({ ...call, leadId: lead.id, firstVisit: false })
  const visitDay = day + random.int(1, 6)
  const comesIn = random.chance(0.5) && visitDay < books.today
  if (!comesIn) return liveLead(books, lead, receiver, { unassigned: false, comesIn: false })
  const visit = arrival(books, channel, receiver, momentAt(visitDay, arrivalMinute(random)))
  books.visits.push({ ...visit, leadId: lead.id })
  liveLead(books, lead, receiver, { unassigned: false, comesIn: true, startsAt: visit.loggedAt })
}

/** Somebody who comes for the workshop, to collect a car, to ask the way: an arrival, but nobody to sell to. */
function otherPurpose(books: Books, day: Day, minute: number): void {
  const channel = CHANNELS[0]
  if (channel === undefined) return
  const visit = arrival(books, channel, receiverOf(books), momentAt(day, minute))
  const note = books.random.pick(['保养', '提车', '补办手续', '咨询保险', '送资料'] as const)
  books.visits.push({ ...visit, purpose: 'other', firstVisit: false, receivedBy: null, note })
}

function minutesOf(books: Books, day: Day, mean: number, least: number): number[] {
  const share = day === books.today ? 0.62 : 1
  const count = Math.max(least, books.random.count(mean * busyness(day) * share))
  const until = day === books.today ? lastMinuteOf(books, day) - 15 : CLOSES
  return Array.from({ length: count }, () => arrivalMinute(books.random, until)).sort((a, b) => a - b)
}

/** One day at the door, in the order people arrived. */
export function receiveVisitors(books: Books, day: Day): void {
  const least = day === books.today ? FEWEST_TODAY : 0
  for (const minute of minutesOf(books, day, FIRST_VISITS_A_DAY, least)) firstVisit(books, day, minute)
  for (const minute of minutesOf(books, day, CALLS_A_DAY, 0)) phoneIn(books, day, minute)
  for (const minute of minutesOf(books, day, OTHER_PURPOSES_A_DAY, 0)) otherPurpose(books, day, minute)
}
