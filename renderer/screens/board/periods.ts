import { isWholeMonths, type Period } from '../../../shared/domain/trend-periods.ts'
import {
  addDays,
  addMonths,
  type BusinessDate,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  weekdayOf,
} from '../../../shared/values/business-date.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { PeriodPreset } from '../../stores/board-period.ts'

/** The days a preset stands for today; a month, week or quarter is whole, so that a target can be measured against it. */
export function presetPeriod(preset: Exclude<PeriodPreset, 'custom'>, today: BusinessDate): Period {
  switch (preset) {
    case 'month':
      return months(monthOf(today), 1)
    case 'lastMonth':
      return months(addMonths(monthOf(today), -1), 1)
    case 'week': {
      const from = addDays(today, 1 - weekdayOf(today))
      return { from, to: addDays(from, 6) }
    }
    case 'quarter':
      return months(addMonths(monthOf(today), -((Number(today.slice(5, 7)) - 1) % 3)), 3)
  }
}

function months(first: Month, count: number): Period {
  return { from: firstDayOf(first), to: lastDayOf(addMonths(first, count - 1)) }
}

/** Under the axis of a trend: `5月`, or the day a period begins on. */
export function axisText(format: Formats, { from, to }: { readonly from: string; readonly to: string }): string {
  return isOneMonth(from, to) ? format.monthOnly(from.slice(0, 7)) : format.dayMonth(from)
}

/** `2026年5月`, or `5月3日–5月9日`. */
export function periodText(format: Formats, { from, to }: { readonly from: string; readonly to: string }): string {
  return isOneMonth(from, to) ? format.month(from.slice(0, 7)) : `${format.dayMonth(from)}–${format.dayMonth(to)}`
}

function isOneMonth(from: string, to: string): boolean {
  return from.slice(0, 7) === to.slice(0, 7) && isWholeMonths({ from: from as BusinessDate, to: to as BusinessDate })
}
