import { expect, it } from 'vitest'
import { auditQueue } from '../../renderer/screens/board/points/audit-queue-view.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const cell = (count: number, ...by: string[]) => ({ param: by.join('>'), by, count })
const verdicts = [
  cell(3, 'approved', 's1'),
  cell(1, 'rejected', 's1'),
  cell(2, 'waiting', 's1'),
  cell(5, 'waiting', 's2'),
  cell(4, 'approved', 's3'),
]
const byDay = [
  cell(2, 'waiting', '2026-05-09', 's1'),
  cell(3, 'waiting', '2026-05-12', 's2'),
  cell(2, 'waiting', '2026-05-02', 's2'),
  cell(3, 'approved', '2026-05-01', 's1'),
]
const asOf = '2026-05-12' as BusinessDate
const queue = auditQueue({ verdicts, byDay }, ['s1', 's2', 's3', 'idle'], asOf)

it('has who did something, the longest queue first', () => {
  expect(queue.map(({ staffId, done, reviewed }) => [staffId, done, reviewed])).toEqual([
    ['s2', 5, 0],
    ['s1', 6, 4],
    ['s3', 4, 4],
  ])
})

it('knows what has waited longest, by the days until the day of knowledge', () => {
  expect(queue.map(({ oldest }) => oldest)).toEqual([
    { param: 'waiting>2026-05-02>s2', count: 2, days: 10 },
    { param: 'waiting>2026-05-09>s1', count: 2, days: 3 },
    null,
  ])
})
