import type { FaultCode } from '../../shared/messages/fault.ts'
import {
  businessDateOf,
  formatInstant,
  type Instant,
  isTimeZone,
  parseBusinessDate,
  parseMonth,
} from '../../shared/values/business-date.ts'
import { formatYuan, parseYuan } from '../../shared/values/money.ts'

/** What SQLite keeps in a cell. */
export type Cell = string | number | null

/** How the text of a CSV cell and the value in the database stand for each other. Empty text is null before a kind is asked. */
export type Kind =
  | { readonly type: 'text' | 'money' | 'boolean' | 'instant' | 'date' | 'month' | 'weekdays' | 'time-zone' }
  | { readonly type: 'integer'; readonly min: number }
  | { readonly type: 'one-of'; readonly words: readonly string[] }
  | { readonly type: 'reference'; readonly table: string }

const INTEGER_FORM = /^-?\d{1,9}$/
const INSTANT_FORM =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/
const MINUTE_MS = 60_000

/** The value for the database, or null when the text is not of this kind. */
export function parseCell(kind: Kind, text: string): string | number | null {
  switch (kind.type) {
    case 'text':
    case 'reference':
      return text
    case 'integer':
      return parseInteger(text, kind.min)
    case 'money':
      return parseYuan(text)
    case 'boolean':
      return text === 'true' ? 1 : text === 'false' ? 0 : null
    case 'instant':
      return parseInstant(text)
    case 'date':
      return parseBusinessDate(text)
    case 'month':
      return parseMonth(text)
    case 'one-of':
      return kind.words.includes(text) ? text : null
    case 'weekdays':
      return /^[1-7]{1,7}$/.test(text) && new Set(text).size === text.length ? text : null
    case 'time-zone':
      return isTimeZone(text) ? text : null
  }
}

/** The text of a cell as interchange.md writes it: instants with the store's offset, money with two decimals. */
export function formatCell(kind: Kind, value: Cell, timeZone: string): string {
  if (value === null) return ''
  switch (kind.type) {
    case 'money':
      return formatYuan(Number(value))
    case 'boolean':
      return value === 1 ? 'true' : 'false'
    case 'instant':
      return formatInstant(Number(value), timeZone)
    default:
      return String(value)
  }
}

/** Which fault a text that does not parse is, with what its sentence needs. */
export function badValue(kind: Kind): { readonly code: FaultCode; readonly params: Record<string, string | number> } {
  switch (kind.type) {
    case 'text':
    case 'reference':
      return { code: 'value_missing', params: {} }
    case 'integer':
      return { code: 'bad_integer', params: { min: kind.min } }
    case 'one-of':
      return { code: 'bad_word', params: { words: kind.words.join(', ') } }
    case 'time-zone':
      return { code: 'bad_time_zone', params: {} }
    default:
      return { code: `bad_${kind.type}`, params: {} }
  }
}

function parseInteger(text: string, min: number): number | null {
  const value = INTEGER_FORM.test(text) ? Number(text) : Number.NaN
  return value >= min ? value + 0 : null
}

/**
 * ISO 8601 with an offset; seconds and fractions may be absent, what is finer than a millisecond is cut off. Null for a day or
 * hour that does not exist, and at the edges of the calendar, where a zone's offset would leave the four-digit years.
 */
function parseInstant(text: string): Instant | null {
  const match = INSTANT_FORM.exec(text)
  if (match === null || parseBusinessDate(match[1] ?? '') === null) return null
  const [, date, hour, minute, second = '00', fraction = '', sign, offsetHour = '00', offsetMinute = '00'] = match
  const local = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE_MS
  const instant = sign === '-' ? local + offsetMs : local - offsetMs
  const day = businessDateOf(instant, 'UTC')
  return day > '1000-01-01' && day < '9999-12-31' ? instant : null
}
