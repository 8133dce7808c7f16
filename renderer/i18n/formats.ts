import { type BusinessDate, businessDateOf, formatInstant } from '../../shared/values/business-date.ts'
import type { Language } from './i18n.ts'

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const NOTHING = '–'

type Given = number | null | undefined

/** Dates are formatted in UTC from their text: a business date has no time zone left to be moved by. */
function asUtc(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** Values as text for one language and the showroom's time zone; what is not known is a dash, never a 0. */
export function formatsFor(language: Language, timeZone: string) {
  const locale = LOCALES[language]
  const date = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })
  const dayMonth = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const monthOnly = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const digits = (places: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: places })
  const percent = (places: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: places, maximumFractionDigits: places })
  const dayOf = (instant: number): BusinessDate => businessDateOf(instant, timeZone)
  const clock = (instant: number) => formatInstant(instant, timeZone).slice(11, 16)
  const weekdayDate = (text: string, day: Intl.DateTimeFormat) => {
    const parts = [day.format(asUtc(text)), weekday.format(asUtc(text))]
    return (language === 'zh' ? parts : parts.reverse()).join(' ')
  }
  const known = <T>(value: T | null | undefined, format: (value: T) => string) =>
    value === null || value === undefined ? NOTHING : format(value)

  return {
    dayOf,
    /** 2026年5月3日 / 3 May 2026 */
    date: (value: string | null | undefined) => known(value, (text) => date.format(asUtc(text))),
    /** 5月3日 / 3 May */
    dayMonth: (value: string | null | undefined) => known(value, (text) => dayMonth.format(asUtc(text))),
    weekday: (value: string | null | undefined) => known(value, (text) => weekday.format(asUtc(text))),
    /** 5月3日 周日 / Sun 3 May */
    weekdayDate: (value: string | null | undefined) => known(value, (text) => weekdayDate(text, dayMonth)),
    /** 2026年5月3日 周日 / Sun 3 May 2026 */
    weekdayFullDate: (value: string | null | undefined) => known(value, (text) => weekdayDate(text, date)),
    /** From `YYYY-MM`: 5月 / May, where the year is clear. */
    monthOnly: (value: string | null | undefined) => known(value, (text) => monthOnly.format(asUtc(`${text}-01`))),
    /** From `YYYY-MM`. */
    month: (value: string | null | undefined) => known(value, (text) => month.format(asUtc(`${text}-01`))),
    /** An instant's time of day in the showroom, HH:MM. */
    clock: (value: Given) => known(value, clock),
    dateTime: (value: Given) => known(value, (at) => `${dayMonth.format(asUtc(dayOf(at)))} ${clock(at)}`),
    fullDateTime: (value: Given) => known(value, (at) => `${date.format(asUtc(dayOf(at)))} ${clock(at)}`),
    count: (value: Given) => known(value, (count) => plain.format(count)),
    decimal: (value: Given, places = 1) => known(value, (number) => digits(places).format(number)),
    /** A ratio between 0 and 1 as a percentage. */
    ratio: (value: Given, places = 1) => known(value, (ratio) => percent(places).format(ratio)),
    /** Fen -> ¥12,345 ; fen are shown only where there are any. */
    money: (value: Given) => known(value, (fen) => yuan(locale, fen)),
  }
}
export type Formats = ReturnType<typeof formatsFor>

function yuan(locale: string, fen: number): string {
  const places = fen % 100 === 0 ? 0 : 2
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places })
  return `${fen < 0 ? '-' : ''}¥${format.format(Math.abs(fen) / 100)}`
}
