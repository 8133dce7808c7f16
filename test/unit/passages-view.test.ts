import { describe, expect, it } from 'vitest'
import { endsOf, PASSAGE_ORDER, passagesOf } from '../../renderer/screens/board/points/passages-view.ts'
import { BUCKETS } from '../../shared/values/grade.ts'

const cell = (from: string, to: string, count: number) => ({ param: `${from}>${to}`, by: [from, to], count })
const cells = {
  'customerTypes.passagesOpen': [cell('A', 'A', 5), cell('A', 'won', 2), cell('C', 'lost', 3)],
  'customerTypes.passagesNew': [cell('none', 'A', 4), cell('none', 'lost', 1)],
  // Those that are open at the end; all but the last have been met already.
  'customerTypes.passagesTo': [cell('A', 'A', 5), cell('none', 'A', 4), cell('dormant', 'A', 6)],
}

describe('the flows from opening to closing', () => {
  const flows = passagesOf(cells)

  it('has each once, from the top down, and knows what opens it', () => {
    expect(
      flows.map(({ param, count, figure }) => [param, count, figure.replace('customerTypes.passages', '')]),
    ).toEqual([
      ['A>won', 2, 'Open'],
      ['A>A', 5, 'Open'],
      ['C>lost', 3, 'Open'],
      ['none>A', 4, 'New'],
      ['none>lost', 1, 'New'],
      ['dormant>A', 6, 'To'],
    ])
  })

  it('adds up on either side', () => {
    expect(endsOf(flows, 'from')).toEqual([
      { bucket: 'A', count: 7 },
      { bucket: 'C', count: 3 },
      { bucket: 'none', count: 5 },
      { bucket: 'dormant', count: 6 },
    ])
    expect(endsOf(flows, 'to')).toEqual([
      { bucket: 'won', count: 2 },
      { bucket: 'A', count: 15 },
      { bucket: 'lost', count: 4 },
    ])
  })

  it('is nothing without leads, and has a place for every bucket', () => {
    expect(passagesOf({})).toEqual([])
    expect([...PASSAGE_ORDER].toSorted()).toEqual([...BUCKETS].toSorted())
  })
})
