import { describe, expect, it } from 'vitest'
import { paceDays, peopleByProgress } from '../../renderer/screens/board/points/pace-view.ts'
import type { CurveDay } from '../../shared/domain/targets/target-curve.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

/** Five days, the fourth closed; 8 deals wanted of them. */
const curve = [2, 4, 6, 6, 8].map(
  (expected, i): CurveDay => ({
    date: `2026-05-0${i + 1}` as BusinessDate,
    isOpen: i !== 3,
    expected,
    forecast: null,
  }),
)
const cells = [
  { param: '2026-05-01', by: ['2026-05-01'], count: 1 },
  { param: '2026-05-02', by: ['2026-05-02'], count: 2 },
]
const asked = { curve, cells, end: '2026-05-02', target: 8, perDeal: 1 }

describe('paceDays', () => {
  it('sums up to the last known day, and asks the rest of the open days left', () => {
    const days = paceDays(asked)
    expect(days.map(({ sum }) => sum)).toEqual([1, 3, null, null, null])
    expect(days.map(({ required }) => required)).toEqual([null, 3, 5.5, 5.5, 8])
  })

  it.each([
    ['the target is reached', { target: 3 }],
    ['there is none', { target: null }],
    ['no open day is left', { end: '2026-05-05' }],
  ])('asks nothing when %s', (_, change) => {
    expect(paceDays({ ...asked, ...change }).every(({ required }) => required === null)).toBe(true)
  })

  it('turns deals into the visits they need, unknown where that is not known', () => {
    expect(paceDays({ ...asked, perDeal: 10 }).map(({ expected }) => expected)).toEqual([20, 40, 60, 60, 80])
    expect(paceDays({ ...asked, perDeal: null }).every(({ expected }) => expected === null)).toBe(true)
  })
})

describe('peopleByProgress', () => {
  const person = (staffId: string, actual: number, target: number | null, pace: number | null) => ({
    staffId,
    name: staffId,
    report: { targetProgress: { actual, target, pace } },
  })

  it('puts the furthest first and who has no target last', () => {
    const people = [
      person('a', 1, 4, 0.5),
      person('b', 3, null, null),
      person('c', 4, 4, 2),
      person('d', 5, null, null),
    ]
    expect(peopleByProgress(people).map(({ staffId }) => staffId)).toEqual(['c', 'a', 'd', 'b'])
  })
})
