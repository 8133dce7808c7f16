import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf } from '../../renderer/screens/settings/target-sum.ts'

const person = (deals: number | null, index = 0) => ({ staffId: `s${index}`, name: '', deals })

test.each([
  { name: 'nobody has a share', deals: 10, shares: [null, null], expected: { state: 'none', sum: 0 } },
  { name: 'adds up, one without a share', deals: 5, shares: [3, null, 2], expected: { state: 'balanced', sum: 5 } },
  { name: 'short', deals: 5, shares: [3], expected: { state: 'short', sum: 3, by: 2 } },
  { name: 'over', deals: 5, shares: [3, 3], expected: { state: 'over', sum: 6, by: 1 } },
  { name: 'shares without a target', deals: null, shares: [1], expected: { state: 'over', sum: 1, by: 1 } },
  { name: 'a share of 0 is a share', deals: 1, shares: [0], expected: { state: 'short', sum: 0, by: 1 } },
])('$name', ({ deals, shares, expected }) => {
  expect(balanceOf(deals, shares.map(person))).toEqual(expected)
})

test('balanced exactly when the target is the sum of the shares', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1 }), fc.integer({ min: -3, max: 3 }), (shares, off) => {
      const sum = shares.reduce((total, share) => total + share, 0)
      const isBalanced = balanceOf(Math.max(0, sum + off), shares.map(person)).state === 'balanced'
      expect(isBalanced).toBe(Math.max(0, sum + off) === sum)
    }),
  )
})
