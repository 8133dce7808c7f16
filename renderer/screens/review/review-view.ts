import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import { addDays, type BusinessDate, daysBetween, parseBusinessDate } from '../../../shared/values/business-date.ts'

export const SHOWS = ['unreviewed', 'suspect', 'all'] as const
export type Show = (typeof SHOWS)[number]

export const PERIODS = { today: 1, week: 7, month: 30 } as const
export type PeriodKey = keyof typeof PERIODS

export type QueueFilter = {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly staffId: string | null
  readonly show: Show
}

/** The last so many days, today included. */
export function periodOf(
  key: PeriodKey,
  today: BusinessDate,
): { readonly from: BusinessDate; readonly to: BusinessDate } {
  return { from: addDays(today, 1 - PERIODS[key]), to: today }
}

/** What a link asks for, as far as it is a period that has begun. */
export function askedPeriod(
  from: string | null,
  to: string | null,
  today: BusinessDate,
): { readonly from: BusinessDate; readonly to: BusinessDate } | null {
  const [first, last] = [parseBusinessDate(from ?? ''), parseBusinessDate(to ?? '')]
  if (first === null || last === null || last < first || first > today) return null
  return { from: first, to: last < today ? last : today }
}

export function periodKeyOf(filter: Pick<QueueFilter, 'from' | 'to'>, today: BusinessDate): PeriodKey | null {
  const keys = Object.keys(PERIODS) as PeriodKey[]
  return keys.find((key) => periodOf(key, today).from === filter.from && filter.to === today) ?? null
}

/**
 * The queue as it was opened, with what is known by now: a record that has just been judged keeps its place instead of making
 * all others move up, so that "previous" still means the previous one.
 */
export function queueOf(
  opened: readonly ReviewItem[],
  latest: readonly ReviewItem[],
  judged: ReadonlyMap<string, Judged>,
): ReviewItem[] {
  const byId = new Map(latest.map((item) => [item.followUpId, item]))
  return opened.map((item) => {
    const current = byId.get(item.followUpId) ?? item
    const verdict = judged.get(item.followUpId)
    return verdict === undefined ? current : { ...current, ...verdict }
  })
}

/** A verdict given here, as the record shows it. */
export type Judged = Pick<ReviewItem, 'review' | 'reviewNote' | 'reviewedByName'>

/** Where to go after a verdict: the next record that waits for one, wrapping round; or stay. */
export function nextUnjudged(queue: readonly ReviewItem[], at: number): number {
  const waits = (index: number) => queue[index]?.review === null
  for (let index = at + 1; index < queue.length; index += 1) if (waits(index)) return index
  for (let index = 0; index < at; index += 1) if (waits(index)) return index
  return at
}

/** Days between the day it was due and the day it was done; 0 or less is in time. */
export function daysLate(item: Pick<ReviewItem, 'dueOn'>, doneOn: BusinessDate): number {
  return daysBetween(item.dueOn as BusinessDate, doneOn)
}

/** Whole minutes between the contact and its record. */
export function minutesToRecord(item: Pick<ReviewItem, 'doneAt' | 'loggedAt'>): number {
  return Math.max(0, Math.round((item.loggedAt - item.doneAt) / 60_000))
}
