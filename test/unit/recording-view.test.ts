import { describe, expect, it } from 'vitest'
import { calendarOf, doorDays } from '../../renderer/screens/board/points/recording-view.ts'
import { type BusinessDate, eachDay, weekdayOf } from '../../shared/values/business-date.ts'

const date = (text: string) => text as BusinessDate
const period = (from: string, to: string) =>
  eachDay(date(from), date(to)).map((day) => ({ date: day, isOpen: weekdayOf(day) !== 1 }))
const cell = (day: string, count: number) => ({ param: day, by: [day], count })

describe('the door', () => {
  it('knows neither what came nor what is missing on a day nobody counted, and nothing after the end', () => {
    const cells = { 'visitorRecording.loggedByDay': [cell('2026-05-01', 4)] }
    const counts = [
      { date: '2026-05-01', count: 6 },
      { date: '2026-05-03', count: 2 },
    ]
    expect(doorDays(period('2026-05-01', '2026-05-31'), date('2026-05-03'), counts, cells)).toEqual([
      { date: '2026-05-01', counted: 6, logged: 4 },
      { date: '2026-05-02', counted: null, logged: null },
      { date: '2026-05-03', counted: 2, logged: 0 },
    ])
  })
})

describe('the calendar', () => {
  // 2026-05-01 is a Friday; this store is closed on Mondays.
  const cells = {
    'visitorRecording.visitsByDay': [cell('2026-05-01', 5), cell('2026-05-04', 2)],
    'visitorRecording.lateByDay': [cell('2026-05-01', 1)],
  }
  const states = (isStore: boolean) =>
    calendarOf(period('2026-05-01', '2026-05-12'), date('2026-05-11'), isStore, cells).days.map(({ state }) => state)

  it('tells what was entered, what is missing, and what is not to be expected', () => {
    expect(states(true)).toEqual([
      'entered',
      'missing',
      'missing',
      'entered',
      ...Array.from({ length: 6 }, () => 'missing'),
      'closed',
      'ahead',
    ])
  })

  it('holds no empty day against a person', () => {
    expect(states(false).filter((state) => state === 'missing')).toEqual([])
  })

  it.each([
    ['2026-05-06', '2026-05-06', 1, true],
    ['2026-05-01', '2026-05-31', 5, true],
    ['2026-03-01', '2026-03-31', 6, true],
    ['2026-04-01', '2026-06-30', 14, false],
    ['2026-01-01', '2026-12-31', 53, false],
  ])('%s to %s takes %d weeks', (from, to, weeks, isWall) => {
    const calendar = calendarOf(period(from, to), date(to), true, {})
    expect([calendar.weeks.length, calendar.isWall]).toEqual([weeks, isWall])
    expect(calendar.days.length).toBe(eachDay(date(from), date(to)).length)
    for (const { date: day, week, weekday } of calendar.days) {
      expect(weekdayOf(week)).toBe(1)
      expect(weekdayOf(day)).toBe(weekday)
    }
  })

  it('names each month at the first week that shows it', () => {
    const { monthOfWeek } = calendarOf(period('2026-07-01', '2026-09-30'), date('2026-09-30'), true, {})
    expect([...monthOfWeek]).toEqual([
      ['2026-06-29', '2026-07'],
      ['2026-07-27', '2026-08'],
      ['2026-08-31', '2026-09'],
    ])
  })
})
