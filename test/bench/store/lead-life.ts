import { COMPETITORS, type Model } from '../../../electron/demo/line-up.ts'
import { type NoteSubject, naturalNote, stockPhrase } from '../../../electron/demo/notes.ts'
import type { Random } from '../../../electron/demo/random.ts'
import type { LeadEvent } from '../../../shared/domain/lead-history.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import type { Grade, LeadStatus } from '../../../shared/values/grade.ts'
import type { FollowUpMethod, FollowUpOutcome } from '../../../shared/values/vocabulary.ts'
import { type Day, dateText, dayOfInstant, instantAt, LAST_DAY } from './calendar.ts'
import { type Channel, type Desk, holderOf, newId, type Showroom } from './line-up.ts'
import type { Cell, RowBook } from './rows.ts'

/** A lead as it comes in. */
export type Newborn = {
  readonly id: string
  readonly createdAt: Instant
  readonly desk: Desk
  readonly showroom: Showroom
  readonly channel: Channel
  readonly subject: NoteSubject
  readonly model: Model
  readonly grade: Grade | null
}

/** What became of it: how it was graded last, and the day it was won or lost on. */
export type Fate = { readonly grade: Grade | null; readonly closedOn: Day | null; readonly events: LeadEvent[] }

const CADENCE: Readonly<Record<Grade, number>> = { A: 3, B: 7, C: 16, D: 80 }
const DORMANT: Readonly<Record<Grade, number>> = { A: 30, B: 60, C: 120, D: 365 }
/** Per contact that was made: the chance of an order, of a loss, of falling silent. */
const ENDS: Readonly<Record<Grade, readonly [order: number, loss: number, silence: number]>> = {
  A: [0.039, 0.029, 0.012],
  B: [0.012, 0.032, 0.015],
  C: [0.004, 0.046, 0.038],
  D: [0.003, 0.19, 0.19],
}
const MOVES: Readonly<Record<Grade, readonly (readonly [Grade, number])[]>> = {
  A: [
    ['A', 92],
    ['B', 7],
    ['C', 1],
  ],
  B: [
    ['B', 87],
    ['A', 7],
    ['C', 6],
  ],
  C: [
    ['C', 86],
    ['B', 6],
    ['D', 6],
    ['A', 2],
  ],
  D: [
    ['D', 91],
    ['C', 6],
    ['B', 3],
  ],
}
const LOSSES = [
  ['price', 25],
  ['competitor', 30],
  ['bought_elsewhere', 18],
  ['no_longer_buying', 14],
  ['unreachable', 8],
  ['no_stock', 5],
] as const
const METHODS = [
  ['call', 55],
  ['wechat', 32],
  ['sms', 4],
  ['showroom', 6],
  ['test_drive', 2],
  ['home_visit', 1],
] as const
const NEGLECTED = 0.1
const MOST_CONTACTS = 60

type Life = {
  readonly lead: Newborn
  readonly book: RowBook
  readonly random: Random
  readonly events: LeadEvent[]
  grade: Grade | null
  ownerId: string
}

/** Lives a lead through, to its end or to the last day, and writes everything it leaves behind but its own row. */
export function liveThrough(lead: Newborn, book: RowBook, random: Random): Fate {
  const day = dayOfInstant(lead.createdAt)
  const life: Life = { lead, book, random, events: [], grade: null, ownerId: holderOf(lead.desk, day) }
  if (lead.grade !== null) setGrade(life, lead.createdAt, lead.grade)
  assign(life)
  const closedOn = random.chance(NEGLECTED) ? neglect(life, day) : work(life, day)
  return { grade: life.grade, closedOn, events: life.events }
}

function note(
  life: Life,
  at: Instant,
  kind: LeadEvent['kind'],
  value: string | null,
  reason: string | null,
  byId: string,
): void {
  if (dayOfInstant(at) > LAST_DAY) return
  const { lead, book, random } = life
  const id = newId(random)
  life.events.push({ id, at, kind, value, reason, byId } as LeadEvent)
  book.add('lead_events', at, [id, lead.id, at, kind, value, byId, reason])
}

function setGrade(life: Life, at: Instant, grade: Grade): void {
  life.grade = grade
  note(life, at, 'grade', grade, null, life.ownerId)
}

function setStatus(life: Life, at: Instant, status: LeadStatus, reason: string | null): void {
  note(life, at, 'status', status, reason, life.ownerId)
}

/** Nine in ten within half an hour, some on the next day, a few forgotten for long. */
function assign(life: Life): void {
  const { lead, random } = life
  const minutes = random.weighted([
    [random.int(0, 12), 60],
    [random.int(13, 30), 24],
    [random.int(31, 240), 11],
    [random.int(700, 1500), 5],
  ])
  note(life, lead.createdAt + minutes * 60_000, 'owner', life.ownerId, null, lead.showroom.managerId)
}

/** Planned once, never called: silent until it is put to sleep. */
function neglect(life: Life, day: Day): Day | null {
  plan(life, day, day + 1)
  return sleep(life, day + 1, day + 2)
}

/** Contact after contact until it is bought, lost, silent, or today. */
function work(life: Life, born: Day): Day | null {
  const { random, lead } = life
  let madeOn = born
  let dueOn = born + random.int(0, 1)
  for (let n = 0; n < MOST_CONTACTS; n += 1) {
    handOver(life, dueOn)
    const doneOn = contactDay(life, madeOn, dueOn)
    if (doneOn === null) return null
    if (life.grade === null) setGrade(life, instantAt(doneOn, 19 * 60), random.pick(['B', 'C', 'C', 'D'] as const))
    const grade = life.grade ?? 'C'
    const [order, loss, silence] = ENDS[grade]
    if (random.chance(order * lead.desk.closes * lead.channel.closes)) {
      const end = takeOrder(life, doneOn)
      if (end !== 'open again') return end
    } else if (random.chance(loss)) return lose(life, doneOn)
    else if (random.chance(silence)) return sleep(life, doneOn, doneOn + 1)
    const next = random.weighted(MOVES[grade])
    if (next !== grade) setGrade(life, instantAt(doneOn, 19 * 60 + 10), next)
    madeOn = doneOn
    dueOn = doneOn + Math.max(1, Math.round(CADENCE[next] * (0.7 + 0.6 * random.next())))
  }
  return lose(life, madeOn)
}

/** Makes the contact that is due and says on which day; null when that day is still to come, and the plan stands open. */
function contactDay(life: Life, madeOn: Day, dueOn: Day): Day | null {
  const { random, lead } = life
  if (dueOn > LAST_DAY) return plan(life, madeOn, dueOn)
  if (random.chance(lead.desk.keeps)) return contact(life, dueOn, dueOn)
  const late = dueOn + random.int(1, 6)
  if (random.chance(0.6)) return late > LAST_DAY ? plan(life, madeOn, dueOn) : contact(life, dueOn, late)
  // Missed for good: somebody comes across the lead some weeks later and calls without a plan.
  plan(life, madeOn, dueOn)
  const found = dueOn + random.int(7, 21)
  return found > LAST_DAY ? null : contact(life, found, found)
}

function plan(life: Life, madeOn: Day, dueOn: Day): null {
  const { lead, book, random } = life
  const nothing: Cell[] = Array.from({ length: 11 }, () => null)
  book.add('follow_ups', instantAt(Math.max(madeOn, dayOfInstant(lead.createdAt)), 19 * 60 + 30), [
    newId(random),
    lead.id,
    life.ownerId,
    dateText(dueOn),
    null,
    ...nothing,
  ])
  return null
}

function contact(life: Life, dueOn: Day, doneOn: Day): Day {
  const { lead, book, random } = life
  const isFirstDay = doneOn === dayOfInstant(lead.createdAt)
  const doneAt = isFirstDay
    ? lead.createdAt + random.int(20, 90) * 60_000
    : instantAt(doneOn, random.int(9 * 60, 19 * 60))
  const method = methodOf(life)
  const outcome = outcomeOf(method, random)
  const words =
    lead.desk.writesInBursts && random.chance(0.3)
      ? stockPhrase(random)
      : naturalNote(method, outcome, lead.subject, random)
  const movedFrom = random.chance(0.08) ? dueOn - random.int(1, 4) : null
  const firstDueOn = movedFrom === null || movedFrom < dayOfInstant(lead.createdAt) ? null : dateText(movedFrom)
  book.add('follow_ups', doneAt, [
    newId(random),
    lead.id,
    life.ownerId,
    dateText(dueOn),
    firstDueOn,
    doneAt,
    dateText(doneOn),
    loggedAt(life, doneAt, doneOn),
    method,
    outcome,
    words,
    words.trim(),
    ...review(life, doneOn),
  ])
  if ((method === 'showroom' || method === 'test_drive') && random.chance(0.6)) comeBack(life, doneAt)
  return doneOn
}

function methodOf({ grade, random }: Life): FollowUpMethod {
  const method = random.weighted(METHODS)
  // Whoever is near buying comes and drives.
  return (grade === 'A' || grade === 'B') && random.chance(0.05) ? 'test_drive' : method
}

function outcomeOf(method: FollowUpMethod, random: Random): FollowUpOutcome {
  if (method === 'showroom' || method === 'test_drive') return 'reached'
  return random.weighted([
    ['reached', 66],
    ['not_reached', 22],
    ['appointment', 9],
    ['refused', 3],
  ] as const)
}

function loggedAt({ lead, random }: Life, doneAt: Instant, doneOn: Day): Instant {
  if (random.chance(0.04)) return doneAt + random.int(25 * 60, 60 * 60) * 60_000
  if (lead.desk.writesInBursts && random.chance(0.5))
    return Math.max(doneAt, instantAt(doneOn, 19 * 60 + 50) + random.int(0, 500_000))
  return doneAt + random.int(1, 20) * 60_000
}

/** A manager reads three in ten, within three days. */
function review({ lead, random }: Life, doneOn: Day): Cell[] {
  const on = doneOn + random.int(0, 3)
  if (!random.chance(0.3) || on > LAST_DAY) return [null, null, null, null]
  const at = instantAt(on, 20 * 60 + random.int(0, 40))
  return [random.chance(0.93) ? 'approved' : 'rejected', lead.showroom.managerId, at, dateText(on)]
}

function comeBack({ lead, book, ownerId, random }: Life, at: Instant): void {
  const arrived = at - random.int(20, 60) * 60_000
  if (arrived <= lead.createdAt) return
  const on = dateText(dayOfInstant(arrived))
  book.add('visits', arrived, [
    newId(random),
    arrived,
    on,
    arrived + random.int(3, 40) * 60_000,
    lead.channel.id,
    'showroom',
    'purchase',
    0,
    random.int(1, 4),
    ownerId,
    lead.id,
    null,
    null,
    null,
    null,
    null,
  ])
}

/** The desk has changed hands since: its leads go with it. */
function handOver(life: Life, day: Day): void {
  const holder = holderOf(life.lead.desk, Math.min(day, LAST_DAY))
  const { before } = life.lead.desk
  if (holder === life.ownerId || before === null) return
  life.ownerId = holder
  note(life, instantAt(before.until + 1, 9 * 60), 'owner', holder, '离职交接', life.lead.showroom.managerId)
}

function takeOrder(life: Life, day: Day): Day | 'open again' {
  const { lead, book, random } = life
  setStatus(life, instantAt(day, 19 * 60 + 20), 'won', null)
  const price = Math.round(lead.model.price * (0.92 + 0.1 * random.next())) * 100
  const cancelledOn = random.chance(0.03) ? day + random.int(3, 15) : null
  const isCancelled = cancelledOn !== null && cancelledOn <= LAST_DAY
  const deliveredOn = day + random.int(4, 45)
  book.add('deals', instantAt(day, 19 * 60 + 20), [
    newId(random),
    lead.id,
    life.ownerId,
    dateText(day),
    isCancelled || deliveredOn > LAST_DAY ? null : dateText(deliveredOn),
    isCancelled ? dateText(cancelledOn) : null,
    lead.model.name,
    price,
    Math.round(price * (0.02 + 0.05 * random.next())),
  ])
  if (!isCancelled) return day
  setStatus(life, instantAt(cancelledOn, 15 * 60), 'open', '退订')
  return 'open again'
}

/** A salesperson asks, a manager confirms within two days; what was asked in the last days may still wait. */
function lose(life: Life, day: Day): Day | null {
  const { lead, book, random } = life
  const reason = random.weighted(LOSSES)
  const asked = instantAt(day, 19 * 60 + 25)
  const decidedOn = day + random.int(0, 2)
  const isDecided = decidedOn <= LAST_DAY
  const decidedAt = instantAt(decidedOn, 20 * 60 + 10)
  book.add('loss_requests', asked, [
    newId(random),
    lead.id,
    asked,
    life.ownerId,
    reason,
    reason === 'competitor' ? random.pick(COMPETITORS) : null,
    ...(isDecided ? [decidedAt, lead.showroom.managerId, 'confirmed'] : [null, null, null]),
  ])
  if (!isDecided) return null
  note(life, decidedAt, 'status', 'lost', reason, lead.showroom.managerId)
  return decidedOn
}

/** Nobody has heard of it for longer than its grade allows; now and then one comes back by itself. */
function sleep(life: Life, lastTouched: Day, from: Day): Day | null {
  const { random } = life
  handOver(life, from)
  const asleepOn = lastTouched + DORMANT[life.grade ?? 'C'] + 1
  if (asleepOn > LAST_DAY) return null
  setStatus(life, instantAt(asleepOn, 9 * 60 + 5), 'dormant', null)
  const wokenOn = asleepOn + random.int(10, 200)
  if (!random.chance(0.08) || wokenOn > LAST_DAY) return null
  handOver(life, wokenOn)
  setStatus(life, instantAt(wokenOn, 12 * 60), 'open', 'contact')
  contact(life, wokenOn, wokenOn)
  return lose(life, wokenOn)
}
