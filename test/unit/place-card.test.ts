import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlap, placeCard } from '../../renderer/tour/place-card.ts'

const WINDOW = { width: 1024, height: 768 }
const CARD = { width: 288, height: 150 }

const windows = fc.record({
  width: fc.integer({ min: 400, max: 2600 }),
  height: fc.integer({ min: 400, max: 1600 }),
})
const cards = fc.record({ width: fc.integer({ min: 200, max: 380 }), height: fc.integer({ min: 80, max: 380 }) })
const targets = fc.record({
  left: fc.integer({ min: -500, max: 2600 }),
  top: fc.integer({ min: -2000, max: 2600 }),
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
})

it('is always whole within the window', () => {
  fc.assert(
    fc.property(fc.option(targets), cards, windows, (target, card, window) => {
      const { left, top } = placeCard(target, card, window)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(left + card.width).toBeLessThanOrEqual(window.width)
      expect(top + card.height).toBeLessThanOrEqual(window.height)
    }),
  )
})

it('hides nothing of its target wherever one side of it has room', () => {
  const margin = 20
  fc.assert(
    fc.property(targets, cards, windows, (target, card, window) => {
      const right = window.width - target.left - target.width
      const below = window.height - target.top - target.height
      const hasRoom =
        Math.max(right, target.left) >= card.width + margin || Math.max(below, target.top) >= card.height + margin
      fc.pre(hasRoom)
      expect(overlap({ ...placeCard(target, card, window), ...card }, target)).toBe(0)
    }),
  )
})

it.each([
  ['nothing: in the corner, above the bar at the foot', null, { left: 728, top: 558 }],
  ['a button on the left: to its right', { left: 100, top: 60, width: 120, height: 32 }, { left: 232, top: 60 }],
  ['a panel on the right: to its left', { left: 600, top: 100, width: 400, height: 640 }, { left: 300, top: 100 }],
  ['a strip across: below it', { left: 100, top: 100, width: 900, height: 70 }, { left: 100, top: 182 }],
  ['a strip at the foot: above it', { left: 100, top: 690, width: 900, height: 70 }, { left: 100, top: 528 }],
  [
    'a target larger than the window: in a corner',
    { left: 90, top: 52, width: 930, height: 1400 },
    { left: 8, top: 8 },
  ],
])('%s', (_, target, place) => {
  expect(placeCard(target, CARD, WINDOW)).toEqual(place)
})
