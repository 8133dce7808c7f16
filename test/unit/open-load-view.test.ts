import { describe, expect, it } from 'vitest'
import { openLoad } from '../../renderer/screens/board/points/open-load-view.ts'

const cell = (bucket: string, contact: string, holder: string, count: number) => ({
  param: `${bucket}>${contact}>${holder}`,
  by: [bucket, contact, holder],
  count,
})
const CELLS = [
  cell('A', 'kept', 's1', 2),
  cell('A', 'idle', 's1', 1),
  cell('C', 'kept', 's2', 9),
  cell('B', 'idle', 'gone', 3),
  cell('ungraded', 'kept', '', 4),
]
const PEOPLE = [
  { staffId: 's1', active: true },
  { staffId: 's2', active: true },
  { staffId: 's3', active: true },
  { staffId: 'gone', active: false },
  { staffId: 'left', active: false },
]

describe('who holds how many open leads', () => {
  const load = openLoad(CELLS, PEOPLE, ['s1', 's2', 's3'])

  it('has the active by their load, those without any too, then who left with some, then nobody', () => {
    expect(load.rows.map(({ staffId, kind, total, idle }) => [staffId, kind, total, idle])).toEqual([
      ['s2', 'active', 9, 0],
      ['s1', 'active', 3, 1],
      ['s3', 'active', 0, 0],
      ['gone', 'left', 3, 3],
      ['', 'nobody', 4, 0],
    ])
  })

  it('knows each part and what opens it', () => {
    expect(load.rows[1]?.marks).toEqual({
      'A kept': { param: 'A>kept>s1', count: 2 },
      'A idle': { param: 'A>idle>s1', count: 1 },
    })
  })

  it('has a mean over salespeople only, none without one', () => {
    expect(load.mean).toBe(4)
    expect(openLoad(CELLS, PEOPLE, []).mean).toBeNull()
  })
})
