import { describe, expect, it } from 'vitest'
import { actionsOf } from '../../renderer/screens/leads/lead-actions.ts'
import { filterOf, listInputOf, searchOf } from '../../renderer/screens/leads/lead-list-view.ts'
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

describe('what may be done with a lead', () => {
  const request = { id: 'r', reason: 'price', competitor: null, note: null, byName: '王芳' }
  it.each([
    ['a colleague’s', false, 'open', null, false, []],
    ['one’s own', true, 'open', null, false, ['testDrive', 'order', 'lose']],
    ['one’s own with a request that waits', true, 'open', request, false, ['testDrive', 'order']],
    ['dormant', true, 'dormant', null, false, ['testDrive', 'order', 'lose', 'reopen']],
    ['lost', true, 'lost', null, false, ['reopen']],
    ['won', true, 'won', null, false, []],
    ['any, by a manager', true, 'open', request, true, ['testDrive', 'order', 'lose', 'assign']],
  ] as const)('%s', (_, isMine, status, lossRequest, manages, actions) => {
    expect(actionsOf({ isMine, status, lossRequest }, manages)).toEqual(actions)
  })
})

describe('the address of a list', () => {
  it('says only what is not usual, and is read back', () => {
    const filter = { who: 'unassigned', bucket: 'A', text: '王', page: 3 } as const
    expect(filterOf(new URLSearchParams(searchOf(filter, 'mine')), 'mine')).toEqual(filter)
    expect(searchOf({ who: 'mine', bucket: 'open', text: '', page: 1 }, 'mine')).toEqual({})
  })

  it('is not led astray by what somebody typed there', () => {
    const filter = filterOf(new URLSearchParams('bucket=none&page=-2'), 'all')
    expect(filter).toEqual({ who: 'all', bucket: 'open', text: '', page: 1 })
  })

  it.each([
    ['mine', { ownerId: 'me', unassigned: false }],
    ['all', { ownerId: null, unassigned: false }],
    ['unassigned', { ownerId: null, unassigned: true }],
    ['s7', { ownerId: 's7', unassigned: false }],
  ])('asks for %s', (who, asked) => {
    expect(listInputOf({ who, bucket: 'open', text: '', page: 2 }, 'me')).toMatchObject({ ...asked, offset: 50 })
  })
})
