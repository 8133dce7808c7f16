import { expect, it } from 'vitest'
import {
  allOrNothing,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  toggled,
  withRows,
} from '../../renderer/screens/leads/list/selection.ts'
import type { LeadRow } from '../../shared/contract/lead-list.ts'

const row = (leadId: string) => ({ leadId }) as LeadRow
const [a, b, c] = [row('a'), row('b'), row('c')]
const TOTAL = 50_000

it('some are chosen by name, and let go again', () => {
  const two = toggled(toggled(NOTHING_SELECTED, a), b)
  expect([countSelected(two, TOTAL), isSelected(two, 'a'), isSelected(two, 'c')]).toEqual([2, true, false])
  expect(countSelected(toggled(two, a), TOTAL)).toBe(1)
  expect(countSelected(withRows(two, [b, c]), TOTAL)).toBe(3)
})

it('all are chosen without being read, but for those taken off', () => {
  const all = allOrNothing(NOTHING_SELECTED)
  expect([countSelected(all, TOTAL), isSelected(all, 'whoever')]).toEqual([TOTAL, true])
  const but = toggled(all, a)
  expect([countSelected(but, TOTAL), isSelected(but, 'a'), isSelected(but, 'b')]).toEqual([TOTAL - 1, false, true])
  expect(countSelected(withRows(but, [a]), TOTAL)).toBe(TOTAL)
  expect(countSelected(allOrNothing(but), TOTAL)).toBe(TOTAL)
  expect(allOrNothing(all)).toBe(NOTHING_SELECTED)
})

it('no more are named than one request may name', () => {
  const many = Array.from({ length: 700 }, (_, nth) => row(`l${nth}`))
  const named = withRows(NOTHING_SELECTED, many)
  const off = many.reduce<Selection>(toggled, { all: true, except: new Set() })
  expect([countSelected(named, TOTAL), countSelected(off, TOTAL)]).toEqual([500, TOTAL - 500])
})
