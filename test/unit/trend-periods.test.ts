import { describe, expect, it } from 'vitest'
import { trendPeriods } from '../../shared/domain/trend-periods.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

function trend(from: string, to: string): string[] {
  return trendPeriods({ from: from as BusinessDate, to: to as BusinessDate }, 3).map(
    (period) => `${period.from}..${period.to}`,
  )
}

describe('the periods of a trend', () => {
  it.each([
    ['a month', '2026-03-01', '2026-03-31', ['2026-01-01..2026-01-31', '2026-02-01..2026-02-28']],
    ['over new year', '2026-02-01', '2026-02-28', ['2025-12-01..2025-12-31', '2026-01-01..2026-01-31']],
    ['a quarter', '2026-04-01', '2026-06-30', ['2025-10-01..2025-12-31', '2026-01-01..2026-03-31']],
    ['a week', '2026-05-18', '2026-05-24', ['2026-05-04..2026-05-10', '2026-05-11..2026-05-17']],
    ['a day', '2026-03-01', '2026-03-01', ['2026-02-27..2026-02-27', '2026-02-28..2026-02-28']],
    ['most of a month', '2026-03-01', '2026-03-30', ['2025-12-31..2026-01-29', '2026-01-30..2026-02-28']],
  ])('%s', (_, from, to, before) => {
    expect(trend(from, to)).toEqual([...before, `${from}..${to}`])
  })

  it('are twelve', () => {
    expect(trendPeriods({ from: '2026-05-01' as BusinessDate, to: '2026-05-31' as BusinessDate }).length).toBe(12)
  })
})
