import { describe, expect, it } from 'vitest'
import { assignmentSpeed, WAIT_STEPS } from '../../renderer/screens/board/points/assignment-speed-view.ts'

const cell = (waited: string, speed: string, count: number) => ({
  param: `${waited}>${speed}`,
  by: [waited, speed],
  count,
})
const CELLS = [
  cell('15', 'inTime', 4),
  cell('30', 'inTime', 2),
  cell('30', 'late', 1),
  cell('longer', 'late', 3),
  cell('never', 'never', 2),
]

describe('how long new leads waited', () => {
  it('has every step, what nobody fell into as none', () => {
    const { steps } = assignmentSpeed(CELLS, 30)
    expect(steps.map(({ step }) => step)).toEqual(WAIT_STEPS.slice(0, -1))
    expect(steps.map(({ count }) => count)).toEqual([0, 4, 3, 0, 0, 0, 3, 2])
  })

  it('keeps in time and late apart within the step the limit falls into', () => {
    expect(assignmentSpeed(CELLS, 20).steps[2]?.marks).toEqual({
      inTime: { param: '30>inTime', count: 2 },
      late: { param: '30>late', count: 1 },
    })
  })

  it.each([
    [5, 0.5],
    [10, 1],
    [30, 2.5],
    [45, 3],
    [1440, 5.5],
    [10_080, 6],
  ])('draws a limit of %i minutes at %f', (minutes, at) => {
    expect(assignmentSpeed(CELLS, minutes).limitAt).toBeCloseTo(at, 10)
  })

  it('shows imported leads apart and does not count them as fast', () => {
    const { steps, imported, own } = assignmentSpeed([...CELLS, cell('imported', 'imported', 40)], 30)
    expect(steps.at(-1)).toMatchObject({ step: 'imported', count: 40 })
    expect({ imported, own }).toEqual({ imported: 40, own: { created: 12, inTime: 6 } })
  })
})
