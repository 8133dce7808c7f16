import { expect, it } from 'vitest'
import { workloadAhead } from '../../renderer/screens/board/points/workload-ahead-view.ts'

const CADENCE = { A: 2, B: 7, C: 15, D: 90 }
const stock = (A: number, B: number, C: number, D: number, ungraded = 0) => ({ A, B, C, D, ungraded })

it('asks for stock / cadence a day, the most first, and says who cannot do it', () => {
  const rows = workloadAhead(
    [
      { staffId: 'even', dailyCapacity: 2, stock: stock(2, 7, 0, 0) },
      { staffId: 'over', dailyCapacity: 3, stock: stock(6, 0, 15, 0, 4) },
      { staffId: 'unknown', dailyCapacity: null, stock: stock(0, 0, 0, 90) },
    ],
    CADENCE,
  )
  expect(rows.map(({ staffId, owedPerDay, isOver }) => [staffId, owedPerDay, isOver])).toEqual([
    ['over', 4, true],
    ['even', 2, false],
    ['unknown', 1, null],
  ])
  expect(rows[0]?.owed).toEqual({ A: 3, B: 0, C: 1, D: 0 })
})
