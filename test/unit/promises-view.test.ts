import { expect, it } from 'vitest'
import { promises } from '../../renderer/screens/board/points/promises-view.ts'

it('has what became of each promise, void apart, and leaves out who had promised nothing', () => {
  const byStaff = {
    s1: { due: 3, onTime: 2, late: 0, missed: 1 },
    s2: { due: 8, onTime: 5, late: 3, missed: 0 },
  }
  const voids = [{ param: 's3', by: ['s3'], count: 2 }]
  expect(promises(byStaff, voids, ['s1', 's2', 's3', 'idle'])).toEqual([
    { staffId: 's2', due: 8, counts: { onTime: 5, late: 3, missed: 0, void: 0 } },
    { staffId: 's1', due: 3, counts: { onTime: 2, late: 0, missed: 1, void: 0 } },
    { staffId: 's3', due: 0, counts: { onTime: 0, late: 0, missed: 0, void: 2 } },
  ])
})
