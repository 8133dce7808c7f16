import { describe, expect, test } from 'vitest'
import { instantAt } from '../../shared/domain/import/arrival.ts'
import { readDate } from '../../shared/domain/import/read-date.ts'
import { horizonMonths, suggestHorizon } from '../../shared/domain/import/read-horizon.ts'
import { isOtherName, readName } from '../../shared/domain/import/read-name.ts'
import { readPartySize } from '../../shared/domain/import/read-party-size.ts'
import { readPhone } from '../../shared/domain/import/read-phone.ts'
import { readTime } from '../../shared/domain/import/read-time.ts'
import { readWechat } from '../../shared/domain/import/read-wechat.ts'
import { suggestFirstVisit, suggestKind, suggestTestDrive } from '../../shared/domain/import/read-words.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

describe('dates', () => {
  test.each([
    ['2026-03-01', 2026, 3, 1],
    ['2026/3/1', 2026, 3, 1],
    ['2026.03.01', 2026, 3, 1],
    ['２０２６－０３－０１', 2026, 3, 1],
    ['2026年3月1日', 2026, 3, 1],
    ['2026 年 3 月 1 号', 2026, 3, 1],
    ['20260301', 2026, 3, 1],
    ["'2026-03-01", 2026, 3, 1],
    ['26/3/1', 2026, 3, 1],
    ['46082', 2026, 3, 1],
    ['3月1日', null, 3, 1],
    ['3月1号', null, 3, 1],
    ['3/1', null, 3, 1],
    ['3.15', null, 3, 15],
  ])('%s', (cell, year, month, day) => {
    expect(readDate(cell)).toMatchObject({ year, month, day, yearLast: false })
  })

  test.each([
    ['2026-03-01 09:55', '09:55'],
    ['2026/3/1（周日）下午3点', '下午3点'],
    ['2026-03-01T14:05:00', '14:05:00'],
    ['46082.5', '12:00'],
    ['3月1日 10:20', '10:20'],
  ])('what follows the date stays: %s', (cell, rest) => {
    expect(readDate(cell)?.rest).toBe(rest)
  })

  test('a year that comes last leaves day and month open', () => {
    expect(readDate('03/01/2026')).toMatchObject({ year: 2026, month: 3, day: 1, yearLast: true })
  })

  test.each(['', '小计', '周六', '13800138000', '12', '2026', '1.2.3.4', '3.1.5'])('no date: %s', (cell) => {
    expect(readDate(cell)).toBeNull()
  })
})

describe('times', () => {
  test.each([
    ['09:55', 595],
    ['9:5', 545],
    ['９：０５', 545],
    ['9点半', 570],
    ['9点', 540],
    ['14时20分', 860],
    ['下午3点', 900],
    ['下午3:15', 915],
    ['晚上7点', 1140],
    ['中午12:30', 750],
    ['2:30 PM', 870],
    ['12:10 am', 10],
    ['0930', 570],
    ['0.5', 720],
    ['23:59:59', 1439],
  ])('%s', (cell, minutes) => expect(readTime(cell)).toBe(minutes))

  test.each(['', '24:00', '9:75', '上午', '待定', '9'])('no time: %s', (cell) => expect(readTime(cell)).toBeNull())
})

describe('phones', () => {
  test.each([
    ['138-0013-8000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['0086-13800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['13800138000.0', '13800138000'],
    ['1.3800138000E+10', '13800138000'],
    ['010-6552 8888', '01065528888'],
    ['6552 8888', '65528888'],
    ['400-810-1234', '4008101234'],
    ['+852 9123 4567', '+85291234567'],
  ])('%s', (cell, phone) => expect(readPhone(cell)).toMatchObject({ phone, extra: null }))

  test('a remark after the number is kept, and WeChat under the same number is understood', () => {
    const cell = '17510340396(微信同号)'
    expect(readPhone(cell)).toEqual({ phone: '17510340396', isWechat: true, extra: cell })
  })

  test.each(['13800138000/13900139000', '13800138000 13900139000', '13800138000、13900139000(老婆)'])(
    'of two phones the first is called, the second is kept: %s',
    (cell) => expect(readPhone(cell)).toEqual({ phone: '13800138000', isWechat: false, extra: cell }),
  )

  test.each(['', '134368008', '+86 13943', '186-8382-', '１７９７７６１５７', '未留', '12345678901', '138001380001'])(
    'nobody can be called under it: %s',
    (cell) => expect(readPhone(cell).phone).toBeNull(),
  )

  test.each([
    ['lin_8866', '', 'lin_8866'],
    ['是', '', null],
    ['13800138000', '', '13800138000'],
    ['', '微信: wang-2020', 'wang-2020'],
    ['', '13800138000', null],
  ])('WeChat id in %s / %s', (cell, phoneCell, id) => expect(readWechat(cell, phoneCell)).toBe(id))
})

test.each([
  ['3', 3],
  ['2大1小', 3],
  ['两大一小', 3],
  ['2人', 2],
  ['一家三口', 3],
  ['2+1', 3],
  ['2男1女', 3],
  ['3.0', 3],
  ['', null],
  ['几个', null],
  ['0', null],
  ['12345', null],
])('party size %s', (cell, size) => expect(readPartySize(cell)).toBe(size))

describe('purchase horizon', () => {
  test.each([
    ['一周内', '0'],
    ['7天', '0'],
    ['15天内', '1'],
    ['1个月', '1'],
    ['一个月', '1'],
    ['三个月内', '3'],
    ['1-3个月', '3'],
    ['半年', '6'],
    ['一年', '12'],
    ['年底', 'year_end'],
    ['看看', ''],
    ['', ''],
    ['within 3 months', '3'],
  ])('%s', (cell, meaning) => expect(suggestHorizon(cell)).toEqual({ meaning, isSure: true }))

  test('no hurry is a guess, an unknown word none', () => {
    expect(suggestHorizon('不急')).toEqual({ meaning: '12', isSure: false })
    expect(suggestHorizon('等通知')).toBeNull()
  })

  test.each([
    ['3', 5, 3],
    ['0', 5, 0],
    ['year_end', 4, 8],
    ['year_end', 12, 0],
    ['', 5, null],
  ])('%s said in month %i', (meaning, month, months) => expect(horizonMonths(meaning, month)).toBe(months))
})

describe('words', () => {
  test.each([
    ['首', 'first'],
    ['首次', 'first'],
    ['第一次', 'first'],
    ['1', 'first'],
    ['新客户', 'first'],
    ['再次', 'again'],
    ['二次', 'again'],
    ['第3次', 'again'],
    ['2', 'again'],
    ['复访', 'again'],
    ['老客', 'again'],
    ['First', 'first'],
    ['repeat', 'again'],
  ])('first or again: %s', (cell, meaning) => expect(suggestFirstVisit(cell)).toEqual({ meaning, isSure: true }))

  test.each([
    ['', 'first'],
    ['是', 'first'],
    ['否', 'again'],
  ])('first or again, to be looked at: "%s"', (cell, meaning) => {
    expect(suggestFirstVisit(cell)).toEqual({ meaning, isSure: false })
  })

  test.each([
    ['√', 'done'],
    ['已试驾', 'done'],
    ['是', 'done'],
    ['已约已试', 'done'],
    ['', ''],
    ['否', ''],
    ['约周六', ''],
    ['预约明天', ''],
    ['未试驾', ''],
    ['×', ''],
  ])('test drive: %s', (cell, meaning) => expect(suggestTestDrive(cell)?.meaning).toBe(meaning))

  test.each([
    ['来电', 'phone'],
    ['电话', 'phone'],
    ['来店', 'showroom'],
    ['自然进店', 'showroom'],
  ])('came or rang: %s', (cell, meaning) => expect(suggestKind(cell)).toEqual({ meaning, isSure: true }))

  test('what cannot be told is not guessed', () => {
    expect([suggestFirstVisit('待查'), suggestTestDrive('奇骏'), suggestKind('其他')]).toEqual([null, null, null])
  })
})

describe('names', () => {
  test.each([
    ['王先生', '王先生', 'm'],
    ['朱女士', '朱女士', 'f'],
    ['张 磊', '张磊', null],
    ['Mr. Smith', 'Mr. Smith', 'm'],
    ['未留', null, null],
    ['/', null, null],
    ['', null, null],
  ])('%s', (cell, name, gender) => expect(readName(cell)).toEqual({ name, gender }))

  test.each([
    ['王先生', '王涛', false],
    ['王先生', '王女士', true],
    ['欧阳先生', '欧阳锋', false],
    ['王先生', '李先生', true],
    ['王涛', '王磊', true],
    ['张磊', '张 磊', false],
  ])('%s and %s are two people: %s', (a, b, isOther) => expect(isOtherName(a, b)).toBe(isOther))
})

test.each([
  ['2026-03-01', 595, 'Asia/Shanghai', '2026-03-01T09:55:00+08:00'],
  ['2026-07-01', 720, 'Europe/Berlin', '2026-07-01T12:00:00+02:00'],
  ['2026-12-01', 720, 'Europe/Berlin', '2026-12-01T12:00:00+01:00'],
  ['2026-03-29', 720, 'Europe/Berlin', '2026-03-29T12:00:00+02:00'],
  ['2026-10-25', 60, 'Europe/Berlin', '2026-10-25T01:00:00+02:00'],
])('%s minute %i in %s', (on, minutes, zone, iso) => {
  expect(instantAt(on as BusinessDate, minutes, zone)).toBe(Date.parse(iso))
})
