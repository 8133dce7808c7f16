import { expect, it } from 'vitest'
import { cardBeside } from '../../renderer/screens/leads/stage-board/walk-cards.ts'

const COLUMNS = [['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']]

it.each([
  ['a2', 'ArrowUp', 'a1'],
  ['a1', 'ArrowUp', undefined],
  ['a2', 'ArrowDown', 'a3'],
  ['a3', 'ArrowDown', undefined],
  ['a3', 'ArrowRight', 'b1'],
  ['b1', 'ArrowRight', 'c1'],
  ['c2', 'ArrowLeft', 'b1'],
  ['a1', 'ArrowLeft', undefined],
  ['c2', 'ArrowRight', undefined],
  ['a1', 'Enter', undefined],
  ['nowhere', 'ArrowRight', undefined],
])('from %s by %s to %s', (card, key, next) => {
  expect(cardBeside(COLUMNS, card, key)).toBe(next)
})
