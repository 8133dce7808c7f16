import { describe, expect, it } from 'vitest'
import { dayIn, describeDates, resolveDates } from '../../shared/domain/import/resolve-dates.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const OPTIONS = { year: null, dateOrder: 'mdy', blankDate: 'leave_out', blankOn: null } as const

/** The days of a column, day and month in the order the column itself bears out. */
function daysOf(cells: readonly string[]): (string | null)[] {
  const rows = cells.map((cell, line) => ({ line, cells: [cell] }))
  const dateOrder = describeDates(rows, 0, OPTIONS).order
  return resolveDates(rows, 0, { ...OPTIONS, dateOrder }).map((date) => (date.ok ? date.on : null))
}

describe('dates with a year of two digits', () => {
  it.each<readonly [what: string, written: readonly string[], days: readonly (string | null)[]]>([
    ['the year first', ['24/3/15', '24-12-31', '25.1.2'], ['2024-03-15', '2024-12-31', '2025-01-02']],
    ['behind an apostrophe', ["'24-3-15"], ['2024-03-15']],
    ['as German lists have them', ['15.03.24', '16.03.24', '17.03.24'], ['2024-03-15', '2024-03-16', '2024-03-17']],
    ['days that could be months', ['05.03.26', '06.03.26', '20.04.26'], ['2026-03-05', '2026-03-06', '2026-04-20']],
    ['as American lists have them', ['3/15/24', '12/15/24', '10/11/24'], ['2024-03-15', '2024-12-15', '2024-10-11']],
    ['one that could be either', ['24.12.25'], ['2024-12-25']],
    ['a day that does not exist', ['25.01.31', '25.02.29', '25.03.10'], ['2025-01-31', null, '2025-03-10']],
    ['with a time', ['15.03.24 09:30', '31.03.24'], ['2024-03-15', '2024-03-31']],
  ])('%s', (_, written, days) => {
    expect(daysOf(written)).toEqual(days)
  })

  it('in another column mean the day that is nearer to the row', () => {
    const near = (on: string, cell: string) => dayIn(cell, { ...OPTIONS, dateOrder: 'dmy' }, on as BusinessDate)
    expect(near('2024-03-10', '15.03.24')).toBe('2024-03-15')
    expect(near('2015-03-10', '15.03.24')).toBe('2015-03-24')
  })
})
