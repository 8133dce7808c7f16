import { isWholeMonths, type Period } from '../../../shared/domain/trend-periods.ts'
import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
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

type Span = { readonly from: string; readonly to: string }

/** Longer than this, twelve periods go over several years, and a day without its year says nothing. */
const LONG_DAYS = 31

/** Under the axis of a trend: `5月`, of a longer period `2026-05`, else the day it begins on. */
export function axisText(format: Formats, span: Span): string {
  if (isOneMonth(span)) return format.monthOnly(span.from.slice(0, 7))
  return isLong(span) ? span.from.slice(0, 7) : format.dayMonth(span.from)
}

/** `2026年5月`, `2026年4月–2026年6月`, or `5月3日–5月9日`. */
export function periodText(format: Formats, span: Span): string {
  const { from, to } = span
  if (isOneMonth(span)) return format.month(from.slice(0, 7))
  if (!isLong(span)) return `${format.dayMonth(from)}–${format.dayMonth(to)}`
  if (!areMonths(span)) return `${format.date(from)}–${format.date(to)}`
  return `${format.month(from.slice(0, 7))}–${format.month(to.slice(0, 7))}`
}

function isOneMonth(span: Span): boolean {
  return span.from.slice(0, 7) === span.to.slice(0, 7) && areMonths(span)
}

function areMonths({ from, to }: Span): boolean {
  return isWholeMonths({ from: from as BusinessDate, to: to as BusinessDate })
}

function isLong({ from, to }: Span): boolean {
  return daysBetween(from as BusinessDate, to as BusinessDate) >= LONG_DAYS
}
