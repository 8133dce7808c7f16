const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** '"Dates" are in the store's time zone': the YYYY-MM-DD a clock there shows at that instant. */
export function dateIn(timeZone: string, instant: number): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  const parts = format.formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10)
}

export function daysBetween(first: string, last: string): number {
  return dayNumber(last) - dayNumber(first)
}

export function datesFromTo(from: string, to: string): readonly string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))
}

export function datesOfMonth(month: string): readonly string[] {
  return datesFromTo(`${month}-01`, `${month}-28`).concat(
    ['29', '30', '31'].map((day) => `${month}-${day}`).filter(isDate),
  )
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date
}

/** Months with at least one day from..to. */
export function monthsTouching(from: string, to: string): readonly string[] {
  return [...new Set(datesFromTo(from, to).map((date) => date.slice(0, 7)))]
}

/** 'Monday = 1', Sunday = 7. */
export function weekdayOf(date: string): string {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay()
  return String(sundayFirst === 0 ? 7 : sundayFirst)
}
