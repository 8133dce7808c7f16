import { describe, expect, it } from 'vitest'
import {
  askedPeriod,
  daysLate,
  minutesToRecord,
  nextUnjudged,
  periodKeyOf,
  periodOf,
  queueOf,
} from '../../renderer/screens/review/review-view.ts'
import type { ReviewItem } from '../../shared/contract/follow-ups.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const today = '2026-11-22' as BusinessDate
const record = (followUpId: string, review: ReviewItem['review'] = null) => ({ followUpId, review }) as ReviewItem

describe('the queue', () => {
  it('keeps the place of a record that has just been judged, though the gate no longer names it', () => {
    const opened = [record('a'), record('b'), record('c')]
    const judged = new Map([['b', { review: 'approved' as const, reviewNote: null, reviewedByName: '刘' }]])
    const queue = queueOf(opened, [record('a'), record('c', 'rejected')], judged)
    expect(queue.map(({ followUpId, review }) => `${followUpId} ${review}`)).toEqual([
      'a null',
      'b approved',
      'c rejected',
    ])
  })

  it.each([
    ['the next that waits', [null, null, null], 0, 1],
    ['past those that are judged', [null, 'approved', null], 0, 2],
    ['round to the first', [null, 'approved', 'rejected'], 2, 0],
    ['stays when all are judged', ['approved', 'approved'], 1, 1],
  ] as const)('goes to %s', (_, reviews, at, next) => {
    expect(
      nextUnjudged(
        reviews.map((review, n) => record(String(n), review)),
        at,
      ),
    ).toBe(next)
  })
})

describe('the period', () => {
  it.each([
    ['today', '2026-11-22'],
    ['week', '2026-11-16'],
    ['month', '2026-10-24'],
  ] as const)('%s begins %s', (key, from) => {
    expect(periodOf(key, today)).toEqual({ from, to: today })
    expect(periodKeyOf(periodOf(key, today), today)).toBe(key)
  })

  it('is nobody’s where it was picked by hand', () => {
    expect(periodKeyOf({ from: '2026-11-01' as BusinessDate, to: today }, today)).toBeNull()
  })
})

describe('a record', () => {
  it('is late by whole days, early by none', () => {
    expect(daysLate({ dueOn: '2026-11-20' } as ReviewItem, today)).toBe(2)
    expect(daysLate({ dueOn: '2026-11-24' } as ReviewItem, today)).toBe(-2)
  })

  it('said to be made after it was written is written at once', () => {
    expect(minutesToRecord({ doneAt: 120_000, loggedAt: 0 } as ReviewItem)).toBe(0)
    expect(minutesToRecord({ doneAt: 0, loggedAt: 90 * 60_000 } as ReviewItem)).toBe(90)
  })
})

describe('the period a link asks for', () => {
  it.each([
    ['2026-11-01', '2026-11-20', ['2026-11-01', '2026-11-20']],
    ['2026-11-01', '2026-11-30', ['2026-11-01', '2026-11-22']],
    ['2026-11-23', '2026-11-30', null],
    ['2026-11-09', '2026-11-08', null],
    ['2026-11-09', null, null],
    ['last week', '2026-11-08', null],
  ])('%s to %s', (from, to, period) => {
    const asked = askedPeriod(from, to, today)
    expect(asked === null ? null : [asked.from, asked.to]).toEqual(period)
  })
})
