import { describe, expect, test } from 'vitest'
import type { ImportRow } from '../../shared/domain/import/fields.ts'
import { guessColumns } from '../../shared/domain/import/guess-columns.ts'
import { type DateOptions, describeDates, resolveDates } from '../../shared/domain/import/resolve-dates.ts'
import { findHeader, sortRows } from '../../shared/domain/import/sort-rows.ts'
import { newChannel, parseNewChannel, suggestChannel } from '../../shared/domain/import/suggest-channel.ts'
import { suggestGrade } from '../../shared/domain/import/suggest-grade.ts'
import { suggestPerson } from '../../shared/domain/import/suggest-person.ts'

const rowsOf = (...lines: string[]): ImportRow[] =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split(',') }))

describe('columns', () => {
  test('of a Chinese register', () => {
    const headers =
      '序号,来店日期,到店时间,离店时间,客户姓名,联系电话,人数,首次/再次,信息来源,意向车型,级别,预购时间,置换,试驾,接待顾问,跟进情况,备注'
    expect(guessColumns(headers.split(','))).toEqual({
      date: 1,
      time: 2,
      name: 4,
      phone: 5,
      partySize: 6,
      firstVisit: 7,
      channel: 8,
      model: 9,
      grade: 10,
      horizon: 11,
      testDrive: 13,
      receivedBy: 14,
      followUp: 15,
      note: 16,
    })
  })

  test('of an English export', () => {
    const headers =
      'ID,Visit Date,Time In,Customer Name,Mobile,Lead Source,Car Model,Lead Grade,Test Drive,Sales Consultant,Remarks'
    expect(guessColumns(headers.split(','))).toEqual({
      date: 1,
      time: 2,
      name: 3,
      phone: 4,
      channel: 5,
      model: 6,
      grade: 7,
      testDrive: 8,
      receivedBy: 9,
      note: 10,
    })
  })

  test('a column that says something else is not taken', () => {
    expect(guessColumns(['顾问电话', '现有车型', '离店时间', '销售姓名', '客户生日', '原因', '行号'])).toEqual({})
  })
})

describe('rows', () => {
  const rows = rowsOf(
    '某展厅 2026年3月登记表,,',
    '日期,姓名,电话',
    '2026-03-01,王涛,13800138000',
    '小计,,1',
    ',,',
    '日期,姓名,电话',
    '2026-03-02,合计先生,13800138001',
    '某展厅 2026年3月登记表,,',
    '3月合计：,2人,',
    'Total,2,',
  )

  test('titles, header, subtotals and repetitions are told from visitors', () => {
    const place = findHeader(rows)
    expect(place).toEqual({ headerRow: 1, headerLines: 1 })
    const { data, leftOut } = sortRows(rows, place)
    expect(data.map(({ line }) => line)).toEqual([3, 7])
    expect(leftOut.map(({ row, code }) => [row.line, code])).toEqual([
      [1, 'title'],
      [4, 'subtotal'],
      [5, 'empty'],
      [6, 'repeated_header'],
      [8, 'title'],
      [9, 'subtotal'],
      [10, 'subtotal'],
    ])
  })

  test('a file without a header has none', () => {
    const rows = rowsOf('2026-03-01,王涛,13800138000', '2026-03-02,李娜,13800138001')
    expect(findHeader(rows)).toEqual({ headerRow: -1, headerLines: 1 })
  })
})

describe('dates of a column', () => {
  const options: DateOptions = { year: null, dateOrder: 'mdy', blankDate: 'leave_out', blankOn: null }
  const dates = (cells: string[], changed: Partial<DateOptions> = {}) =>
    resolveDates(rowsOf(...cells), 0, { ...options, ...changed }).map((date) => (date.ok ? date.on : date.code))

  test('a missing year comes from the rows around it, over a new year as well', () => {
    expect(dates(['12月30日', '2026-12-31', '1月1日', '1月2日'])).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ])
  })

  test('a year that was chosen holds for every row', () => {
    expect(dates(['12月30日', '1月1日', '2024-05-01'], { year: 2025 })).toEqual([
      '2025-12-30',
      '2025-01-01',
      '2024-05-01',
    ])
  })

  test('without any year nothing is made up', () => {
    expect(dates(['3月1日', '3月2日'])).toEqual(['date_without_year', 'date_without_year'])
  })

  test('a leap day goes to a year that has one, a day that does not exist stays out', () => {
    expect(dates(['2月29日', '2024-02-28', '2026-02-30', '31日'])).toEqual([
      '2024-02-29',
      '2024-02-28',
      'bad_date',
      'bad_date',
    ])
  })

  test('blank dates: out, or the day of the row above', () => {
    expect(dates(['2026-03-01', '', ''])).toEqual(['2026-03-01', 'no_date', 'no_date'])
    expect(dates(['', '2026-03-01', '', ''], { blankDate: 'as_above' })).toEqual([
      'no_date',
      '2026-03-01',
      '2026-03-01',
      '2026-03-01',
    ])
  })

  test('day and month with the year last are decided by the column as a whole', () => {
    const rows = rowsOf('03/01/2026', '04/13/2026')
    expect(describeDates(rows, 0, options)).toMatchObject({ yearLast: 2, order: 'mdy' })
    expect(describeDates(rowsOf('03/01/2026', '13/04/2026'), 0, options).order).toBe('dmy')
    expect(dates(['03/01/2026', '13/04/2026'], { dateOrder: 'dmy' })).toEqual(['2026-01-03', '2026-04-13'])
  })
})

describe('channels', () => {
  const channels = [
    { id: 'c1', name: '自然到店', group: 'walk_in' },
    { id: 'c2', name: '老客户介绍', group: 'referral' },
    { id: 'c3', name: '抖音', group: 'outbound' },
    { id: 'c4', name: '车展与商圈', group: 'outbound' },
  ] as const

  test.each([
    ['自然到店', 'c1'],
    ['自然进店', 'c1'],
    ['路过', 'c1'],
    ['Walk-in', 'c1'],
    ['老客户介绍 ', 'c2'],
    ['转介绍', 'c2'],
    ['抖音直播', 'c3'],
    ['车展', 'c4'],
    ['外展', 'c4'],
  ])('%s is one the store has', (cell, meaning) => {
    expect(suggestChannel(cell, channels)).toEqual({ meaning, isSure: true })
  })

  test.each([
    ['电话邀约', 'new:outbound:电话邀约'],
    ['易车', 'new:outbound:易车'],
    ['汽车之家', 'new:outbound:汽车之家'],
  ])('%s becomes a new one, to be looked at', (cell, meaning) => {
    expect(suggestChannel(cell, channels)).toEqual({ meaning, isSure: false })
  })

  test.each(['', '其他', '13800138000'])('nobody can tell what "%s" is', (cell) => {
    expect(suggestChannel(cell, channels)).toBeNull()
  })

  test('a new channel says its group and name, whatever is in the name', () => {
    expect(parseNewChannel(newChannel('referral', '朋友: 介绍'))).toEqual({ group: 'referral', name: '朋友: 介绍' })
    expect([parseNewChannel('c1'), parseNewChannel('new:other:x'), parseNewChannel('new:walk_in: ')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('people', () => {
  const person = (name: string, active = true) => ({ id: name, name, active, sells: true })
  const people = [person('张磊'), person('李娜'), person('王强'), person('王芳', false), person('Lily Chen')]

  test.each([
    ['张磊', '张磊', true],
    ['张 磊', '张磊', true],
    ['lily chen', 'Lily Chen', true],
    ['王芳', '王芳', true],
    ['小王', '王强', false],
    ['李经理', '李娜', false],
    ['张磊(早班)', '张磊', false],
    ['', '', true],
  ])('%s', (cell, meaning, isSure) => expect(suggestPerson(cell, people)).toEqual({ meaning, isSure }))

  test.each(['小赵', '陈静', '磊'])('%s is nobody we know', (cell) => expect(suggestPerson(cell, people)).toBeNull())

  test('two of one surname are not guessed between', () => {
    expect(suggestPerson('小王', [...people, person('王大力')])).toBeNull()
  })
})

describe('grades', () => {
  const labels = (text: string) =>
    (['A', 'B', 'C', 'D'] as const).map((slot, index) => ({ slot, label: text[index] ?? '' }))

  test.each([
    ['A', 'A', true],
    ['a', 'A', true],
    ['B级', 'B', true],
    ['H', 'A', false],
    ['', '', true],
  ])('%s where the slots are called A B C D', (cell, meaning, isSure) => {
    expect(suggestGrade(cell, labels('ABCD'))).toEqual({ meaning, isSure })
  })

  test.each([
    ['H', 'A', true],
    ['A', 'B', true],
    ['C', 'D', true],
    ['D', 'D', false],
  ])('%s where they are called H A B C', (cell, meaning, isSure) => {
    expect(suggestGrade(cell, labels('HABC'))).toEqual({ meaning, isSure })
  })

  test('an unknown letter is asked about', () => expect(suggestGrade('N', labels('ABCD'))).toBeNull())
})
