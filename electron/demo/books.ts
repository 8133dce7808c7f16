import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade, LeadStatus, Stage } from '../../shared/values/grade.ts'
import type {
  FollowUpMethod,
  FollowUpOutcome,
  Review,
  VisitKind,
  VisitPurpose,
} from '../../shared/values/vocabulary.ts'
import type { Person } from './customers.ts'
import type { DemoChannel, Model } from './line-up.ts'
import type { Day, Moment } from './moment.ts'
import { CLOSES, dayOf, minuteOf, momentAt } from './moment.ts'
import type { Salesperson } from './people.ts'
import type { Random } from './random.ts'

export type VisitRow = {
  arrivedAt: Moment
  loggedAt: Moment
  channelId: string
  kind: VisitKind
  purpose: VisitPurpose
  firstVisit: boolean
  partySize: number
  receivedBy: string | null
  leadId: string | null
  reason: string | null
  note: string | null
}

/** What the last screening left behind; consistent with the lead's last grade. */
export type LeadFacts = {
  budget: string | null
  horizonMonths: number | null
  selectionStarted: boolean | null
  waitingFor: string | null
  wantsNewCar: boolean | null
  contentWithCurrent: boolean | null
  stage: Stage | null
  competitor: string | null
}

export type LeadRow = {
  readonly id: string
  readonly customerId: string
  readonly person: Person
  readonly channel: DemoChannel
  readonly createdAt: Moment
  readonly model: Model
  grade: Grade | null
  facts: LeadFacts | null
}

export type EventRow = {
  leadId: string
  at: Moment
  by: string | null
  reason: string | null
} & ({ kind: 'grade'; value: Grade } | { kind: 'status'; value: LeadStatus } | { kind: 'owner'; value: string })

export type FollowUpRow = {
  leadId: string
  staffId: string
  dueOn: Day
  firstDueOn: Day | null
  doneAt: Moment | null
  loggedAt: Moment | null
  method: FollowUpMethod | null
  outcome: FollowUpOutcome | null
  note: string | null
  review: Review | null
  reviewedAt: Moment | null
}

export type DealRow = {
  leadId: string
  staffId: string
  orderedOn: Day
  deliveredOn: Day | null
  cancelledOn: Day | null
  model: string
  price: number
  grossProfit: number
}

/** The year as it is being written: rows in any order, sorted and numbered at the end (tables.ts). */
export type Books = {
  readonly random: Random
  readonly today: Day
  /** Nothing happens after it: the demo opens in the middle of an afternoon. */
  readonly now: Moment
  readonly from: Day
  readonly visits: VisitRow[]
  readonly leads: LeadRow[]
  readonly events: EventRow[]
  readonly followUps: FollowUpRow[]
  readonly deals: DealRow[]
  /** Minutes already taken per person and day, so that nobody makes two calls at once. */
  readonly taken: Map<string, number[]>
  /** What `steadily` still owes, per kind of event. */
  readonly owed: Map<string, number>
}

/** Minutes of the day at which the demo showroom's last day stands still until somebody opens it: 15:12. */
export const OPENED_THIS_AFTERNOON = 15 * 60 + 12

export function openBooks(random: Random, today: BusinessDate): Books {
  const day = dayOf(today)
  const firstOfMonth = dayOf(`${today.slice(0, 7)}-01` as BusinessDate)
  const lastYear = `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4, 7)}-01` as BusinessDate
  return {
    random,
    today: day,
    now: momentAt(day, OPENED_THIS_AFTERNOON),
    from: Math.min(dayOf(lastYear), firstOfMonth),
    visits: [],
    leads: [],
    events: [],
    followUps: [],
    deals: [],
    taken: new Map(),
    owed: new Map(),
  }
}

/** The last minute of a day that has already happened. */
export function lastMinuteOf(books: Books, day: Day): number {
  return day === books.today ? minuteOf(books.now) : CLOSES
}

/**
 * True in the given share of the calls with a key, spread evenly: a habit shows in every month, where a coin would drown it in
 * luck (one person receives some forty visitors a month). With several keys each of them comes near its share.
 */
export function steadily(books: Books, share: number, ...keys: readonly string[]): boolean {
  const owed = keys.map((key) => (books.owed.get(key) ?? books.random.next()) + share)
  const due = owed.reduce((sum, part) => sum + part, 0) >= keys.length
  for (const [n, key] of keys.entries()) books.owed.set(key, (owed[n] ?? 0) - (due ? 1 : 0))
  return due
}

const GAP_MINUTES = 7

/**
 * A free minute in a person's day, at least seven minutes from everything else that person did, so that honest records never
 * look like a burst; null when the day is full or over.
 */
export function freeMoment(books: Books, person: Salesperson, day: Day, notBefore: number): Moment | null {
  const key = `${person.id} ${day}`
  const taken = books.taken.get(key) ?? []
  const latest = Math.min(lastMinuteOf(books, day), CLOSES - 24) - 4
  for (let attempt = 0; attempt < 30 && notBefore < latest; attempt += 1) {
    const minute = books.random.int(Math.ceil(notBefore), Math.floor(latest))
    if (taken.some((other) => Math.abs(other - minute) < GAP_MINUTES)) continue
    books.taken.set(key, [...taken, minute])
    return momentAt(day, minute, books.random.int(0, 59))
  }
  return null
}
