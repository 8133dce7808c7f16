import { cellText } from './cell-text.ts'

const CLOCK =
  /^(上午|早上|早|中午|下午|晚上|晚|am|pm)?\s*(\d{1,2})\s*[:点时.]\s*(\d{1,2})?(?:\s*[:分]\s*(\d{1,2})?)?\s*(?:分|秒)?\s*(半|am|pm)?/i
const COMPACT = /^([01]\d|2[0-3])([0-5]\d)$/
const FRACTION = /^0?\.(\d+)$/

/** The minute of the day a cell says (0 to 1439): 9:05, 9点半, 下午3点, 2:30 PM, 0930, a workbook's fraction of a day. Null: none. */
export function readTime(cell: string | undefined): number | null {
  const text = cellText(cell)
  const compact = COMPACT.exec(text)
  if (compact !== null) return Number(compact[1]) * 60 + Number(compact[2])
  const fraction = FRACTION.exec(text)
  if (fraction !== null) return Math.round(Number(`0.${fraction[1]}`) * 1440) % 1440
  const match = CLOCK.exec(text)
  if (match === null) return null
  const minute = match[5] === '半' ? 30 : Number(match[3] ?? 0)
  return minuteOfDay(Number(match[2]), minute, `${match[1] ?? ''}${match[5] ?? ''}`.toLowerCase())
}

function minuteOfDay(hour: number, minute: number, half: string): number | null {
  if (hour > 23 || minute > 59) return null
  const isAfternoon = /下午|晚|pm/.test(half) || (half.includes('中午') && hour < 11)
  if (isAfternoon && hour < 12) return (hour + 12) * 60 + minute
  const isMidnight = half.includes('am') && hour === 12
  return (isMidnight ? 0 : hour) * 60 + minute
}
