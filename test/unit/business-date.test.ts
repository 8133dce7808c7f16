import { describe, expect, it } from 'vitest'
import { type BusinessDate, lastDayOf, type Month, monthsTouching } from '../../shared/values/business-date.ts'

describe('months', () => {
  it.each<[month: string, last: string]>([
    ['2024-02', '2024-02-29'],
    ['2100-02', '2100-02-28'],
    ['2025-12', '2025-12-31'],
    ['9999-12', '9999-12-31'],
  ])('%s ends on %s', (month, last) => {
    expect(lastDayOf(month as Month)).toBe(last)
  })

  it.each<[from: string, to: string, months: string[]]>([
    ['2026-05-31', '2026-05-31', ['2026-05']],
    ['2025-12-31', '2026-01-01', ['2025-12', '2026-01']],
    ['9999-11-30', '9999-12-31', ['9999-11', '9999-12']],
    ['2026-06-01', '2026-05-31', []],
  ])('touched from %s to %s', (from, to, months) => {
    expect(monthsTouching(from as BusinessDate, to as BusinessDate)).toEqual(months)
  })
})
