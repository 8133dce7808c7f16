import { describe, expect, it } from 'vitest'
import { instantAt, readClock } from '../../renderer/components/floor/instant-at.ts'
import { type BusinessDate, formatInstant } from '../../shared/values/business-date.ts'

const day = (text: string) => text as BusinessDate

describe('a time on the showroom’s clock', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-22', '09:05', '2026-11-22T09:05:00+08:00'],
    ['Asia/Shanghai', '2026-11-22', '00:00', '2026-11-22T00:00:00+08:00'],
    ['Europe/Berlin', '2026-03-29', '01:30', '2026-03-29T01:30:00+01:00'],
    ['Europe/Berlin', '2026-03-29', '03:30', '2026-03-29T03:30:00+02:00'],
    ['Europe/Berlin', '2026-10-25', '23:59', '2026-10-25T23:59:00+01:00'],
    ['America/St_Johns', '2026-06-01', '12:15', '2026-06-01T12:15:00-02:30'],
  ])('%s %s %s', (zone, date, clock, instant) => {
    const at = instantAt(day(date), clock, zone)
    expect(at === null ? null : formatInstant(at, zone)).toBe(instant)
  })

  it.each(['', '24:00', '9:00', '12:60', 'noon'])('%j is none', (clock) => {
    expect(instantAt(day('2026-11-22'), clock, 'Asia/Shanghai')).toBeNull()
  })
})

describe('a time as it is typed', () => {
  it.each([
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['９：０５', '09:05'],
    ['21：30', '21:30'],
    [' 7.45 ', '07:45'],
    ['9', '9'],
    ['noon', 'noon'],
  ])('%j is read as %j', (typed, clock) => {
    expect(readClock(typed)).toBe(clock)
  })
})
