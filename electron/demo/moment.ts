import type { BusinessDate } from '../../shared/values/business-date.ts'

/** Whole days since 1970, so that days can be added and compared as numbers. */
export type Day = number
/** Seconds of the showroom's wall clock since 1970. Its zone has one offset all year, so text sorts as time does. */
export type Moment = number

export const TIME_ZONE = 'Asia/Shanghai'
const OFFSET = '+08:00'
const DAY_S = 86_400

export function dayOf(date: BusinessDate): Day {
  return Date.parse(`${date}T00:00:00Z`) / 1000 / DAY_S
}

export function dateText(day: Day): BusinessDate {
  return new Date(day * DAY_S * 1000).toISOString().slice(0, 10) as BusinessDate
}

export function momentAt(day: Day, minute: number, second = 0): Moment {
  return day * DAY_S + minute * 60 + second
}

export function dayOfMoment(moment: Moment): Day {
  return Math.floor(moment / DAY_S)
}

/** Minutes since midnight. */
export function minuteOf(moment: Moment): number {
  return (moment - dayOfMoment(moment) * DAY_S) / 60
}

export function momentText(moment: Moment): string {
  return new Date(moment * 1000).toISOString().slice(0, 19) + OFFSET
}

/** Doors open 09:00 to 20:00; nothing is said to have happened outside. */
export const OPENS = 9 * 60
export const CLOSES = 20 * 60
