import { expect, it } from 'vitest'
import { questionMatrix } from '../../renderer/screens/board/points/question-matrix-view.ts'
import { SUSPICIONS } from '../../shared/domain/control-points/follow-up-audit.ts'

const cell = (staffId: string, count: number) => ({ param: staffId, by: [staffId], count })
const cells = new Map([
  ['burst', [cell('s1', 6), cell('s2', 1)]],
  ['shortNote', [cell('s1', 2)]],
] as const)
const byStaff = { s1: { done: 40, suspect: 7 }, s2: { done: 4, suspect: 1 }, s3: { done: 9, suspect: 0 } }
const rows = questionMatrix(cells, ['s1', 's2', 's3', 'idle'], byStaff)

it('asks first whose share of records is largest, not who has done most', () => {
  expect(rows.map(({ staffId, records, done }) => [staffId, records, done])).toEqual([
    ['s2', 1, 4],
    ['s1', 7, 40],
    ['s3', 0, 9],
  ])
})

it('has every rule for everyone, its share of what the person has done', () => {
  for (const row of rows) expect(row.cells.map(({ rule }) => rule)).toEqual(SUSPICIONS)
  const burst = rows.map((row) => row.cells.find(({ rule }) => rule === 'burst'))
  expect(burst).toEqual([
    { staffId: 's2', rule: 'burst', param: 's2', count: 1, share: 0.25 },
    { staffId: 's1', rule: 'burst', param: 's1', count: 6, share: 0.15 },
    { staffId: 's3', rule: 'burst', param: 's3', count: 0, share: 0 },
  ])
})
