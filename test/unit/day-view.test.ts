import { describe, expect, it } from 'vitest'
import {
  dutyShare,
  following,
  isOverCapacity,
  itemsOf,
  lateDays,
  neighbour,
  progressOf,
  sectionsOf,
  wasMoved,
} from '../../renderer/screens/today/day-view.ts'
import type { DayItem } from '../../shared/contract/follow-ups.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const item = (leadId: string, dueOn: string | null = null) => ({ leadId, dueOn }) as DayItem
const day = { overdue: [item('a')], due: [], fresh: [item('b'), item('c')], noNextDate: [] }
const items = itemsOf(sectionsOf(day))

describe('the day of a person', () => {
  it('shows the sections that hold somebody, in the order they are worked', () => {
    expect(sectionsOf(day).map(({ key }) => key)).toEqual(['overdue', 'fresh'])
    expect(items.map(({ leadId }) => leadId)).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['a', 1, 'b'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['c', -1, 'b'],
    ['gone', 1, 'a'],
    [null, -1, 'a'],
  ] as const)('from %s by %i to %s', (from, step, to) => {
    expect(neighbour(items, from, step)).toBe(to)
  })

  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
  ])('after %s is done comes %s', (done, next) => {
    expect(following(items, done)).toBe(next)
  })

  it('ends with nobody', () => {
    expect(following([item('a')], 'a')).toBeNull()
    expect(neighbour([], 'a', 1)).toBeNull()
  })

  it('measures what was due: a contact beyond it is no progress', () => {
    expect(progressOf({ doneToday: 5, dueDone: 1, overdue: [item('a')], due: [item('b'), item('c')] })).toEqual({
      done: 5,
      remaining: 3,
      share: 0.25,
    })
    expect(progressOf({ doneToday: 0, dueDone: 0, overdue: [], due: [] }).share).toBe(1)
  })

  it.each([
    ['2026-11-20', 2],
    ['2026-11-22', 0],
    ['2026-11-23', 0],
    [null, 0],
  ])('due %s is %i days late', (dueOn, days) => {
    expect(lateDays(item('a', dueOn), '2026-11-22' as BusinessDate)).toBe(days)
  })

  it('knows a date that was put off', () => {
    expect(wasMoved({ dueOn: '2026-11-22', firstDueOn: '2026-11-20' } as DayItem)).toBe(true)
    expect(wasMoved({ dueOn: '2026-11-22', firstDueOn: '2026-11-22' } as DayItem)).toBe(false)
    expect(wasMoved({ dueOn: null, firstDueOn: null } as DayItem)).toBe(false)
  })
})

describe('a person among the team', () => {
  it('has no progress where nothing was due', () => {
    expect(dutyShare({ due: 0, dueDone: 0 })).toBeNull()
    expect(dutyShare({ due: 4, dueDone: 3 })).toBe(0.75)
  })

  it('is over capacity only where there is one', () => {
    expect(isOverCapacity({ due: 5, dailyCapacity: 4 })).toBe(true)
    expect(isOverCapacity({ due: 4, dailyCapacity: 4 })).toBe(false)
    expect(isOverCapacity({ due: 99, dailyCapacity: null })).toBe(false)
  })
})
