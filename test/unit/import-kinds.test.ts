import { describe, expect, test } from 'vitest'
import type { ImportKind, ImportRow } from '../../shared/domain/import/fields.ts'
import { guessColumns, guessKind } from '../../shared/domain/import/guess-columns.ts'
import { readMoney } from '../../shared/domain/import/read-money.ts'
import { describeDates } from '../../shared/domain/import/resolve-dates.ts'
import { findHeader, headersOf, sortRows } from '../../shared/domain/import/sort-rows.ts'
import { suggestMeaning, type Vocabulary } from '../../shared/domain/import/suggest.ts'
import { suggestMapping, suggestValues } from '../../shared/domain/import/suggest-mapping.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const rowsOf = (...lines: string[]): ImportRow[] =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split(',') }))

const vocabulary: Vocabulary = {
  channels: [{ id: 'walk-in', name: '自然到店', group: 'walk_in' }],
  people: [{ id: 'lin', name: '林小雨', active: true, sells: true }],
  slots: [],
  models: ['GTX Pro', '轩逸'],
  mayAddPeople: true,
}

describe('the kind of a file and its columns', () => {
  test.each<[ImportKind, string, Record<string, number>]>([
    [
      'visits',
      '序号,来店日期,到店时间,客户姓名,联系电话,性别,城市,人数,首次/再次,信息来源,意向车型,竞品,预算,下次跟进日期,接待顾问,原因',
      {
        date: 1,
        time: 2,
        name: 3,
        phone: 4,
        gender: 5,
        city: 6,
        partySize: 7,
        firstVisit: 8,
        channel: 9,
        model: 10,
        competitor: 11,
        budget: 12,
        nextOn: 13,
        receivedBy: 14,
      },
    ],
    [
      'leads',
      '线索编号,建档日期,客户名称,手机,线索来源,意向车型,意向级别,归属顾问,潜客状态,战败日期,战败原因,下次回访日期,跟进记录,备注,未导入的缘由',
      {
        number: 0,
        date: 1,
        name: 2,
        phone: 3,
        channel: 4,
        model: 5,
        grade: 6,
        receivedBy: 7,
        status: 8,
        closedOn: 9,
        lossReason: 10,
        nextOn: 11,
        followUp: 12,
        note: 13,
      },
    ],
    [
      'leads',
      'Lead ID,Created Date,Company,Phone,Lead Source,Product,Owner,Lead Status,Close Date,Lost Reason,Amount,Next Follow-up,Why left out',
      {
        number: 0,
        date: 1,
        phone: 3,
        channel: 4,
        model: 5,
        receivedBy: 6,
        status: 7,
        closedOn: 8,
        lossReason: 9,
        price: 10,
        nextOn: 11,
        name: 2,
      },
    ],
    [
      'sales',
      '合同号,签约日期,客户姓名,联系电话,品牌,车型,销售顾问,成交价(万),指导价,单车毛利,毛利率,交车日期,预计交车日期',
      {
        number: 0,
        date: 1,
        name: 2,
        phone: 3,
        brand: 4,
        model: 5,
        receivedBy: 6,
        price: 7,
        grossProfit: 9,
        deliveredOn: 11,
      },
    ],
    [
      'sales',
      'Order No,Order Date,Customer,Mobile,Make,Model,Salesperson,Sale Price,Gross Profit,Delivery Date,Dealer_Name,Dealer_No',
      {
        number: 0,
        date: 1,
        name: 2,
        phone: 3,
        brand: 4,
        model: 5,
        receivedBy: 6,
        price: 7,
        grossProfit: 8,
        deliveredOn: 9,
      },
    ],
  ])('%s: %s', (kind, line, columns) => {
    const headers = line.split(',')
    expect(guessKind(headers)).toBe(kind)
    expect(guessColumns(headers, kind)).toEqual(columns)
  })

  test('a file that says nothing of its kind is one of visits', () => {
    expect(guessKind(['日期', '姓名', '电话'])).toBe('visits')
  })
})

describe('a header of two lines', () => {
  const data = '1,2026-03-01,09:55,王涛,13800138000,2026-03-05,电话'

  test.each<[string, ImportRow[]]>([
    [
      'with the title of a group in its first cell',
      rowsOf('来店登记表', '序号,来店,,客户,,下次跟进,', ',日期,时间,姓名,电话,日期,方式', data),
    ],
    [
      'with the title of a group in each of its cells',
      rowsOf(
        '来店登记表,来店登记表,来店登记表,来店登记表,来店登记表,来店登记表,来店登记表',
        '序号,来店,来店,客户,客户,下次跟进,下次跟进',
        '序号,日期,时间,姓名,电话,日期,方式',
        data,
      ),
    ],
  ])('%s', (_, rows) => {
    const place = findHeader(rows)
    expect(place).toEqual({ headerRow: 1, headerLines: 2 })
    const headers = headersOf(rows, place)
    const joined = [
      '序号',
      '来店 · 日期',
      '来店 · 时间',
      '客户 · 姓名',
      '客户 · 电话',
      '下次跟进 · 日期',
      '下次跟进 · 方式',
    ]
    expect(headers).toEqual(joined)
    expect(guessColumns(headers)).toEqual({ date: 1, time: 2, name: 3, phone: 4, nextOn: 5 })
    expect(sortRows(rows, place).data.map(({ line }) => line)).toEqual([4])
  })

  test('where only some columns need the second', () => {
    const rows = rowsOf('来店日期,客户姓名,联系电话,试驾,意向', ',,,,车型', '2026-03-01,王涛,13800138000,√,轩逸')
    expect(findHeader(rows)).toEqual({ headerRow: 0, headerLines: 2 })
    expect(headersOf(rows, { headerRow: 0, headerLines: 2 })).toEqual([
      '来店日期',
      '客户姓名',
      '联系电话',
      '试驾',
      '意向 · 车型',
    ])
  })

  test('a title with a month above the header is no part of it', () => {
    const rows = rowsOf('城东店,2026年3月', '日期,姓名,电话', '2026-03-01,王涛,13800138000')
    expect(findHeader(rows)).toEqual({ headerRow: 1, headerLines: 1 })
  })

  test('a second page repeats both lines', () => {
    const page = ['序号,来店,,客户,', ',日期,时间,姓名,电话', '1,2026-03-01,09:55,王涛,13800138000']
    const rows = rowsOf(...page, ...page)
    const { data: found, leftOut } = sortRows(rows, findHeader(rows))
    expect(found.map(({ line }) => line)).toEqual([3, 6])
    expect(leftOut.map(({ code }) => code)).toEqual(['repeated_header', 'repeated_header'])
  })
})

describe('what values mean', () => {
  test.each([
    ['status', '成交', 'won', true],
    ['status', '已交车', 'won', true],
    ['status', 'Closed Won', 'won', true],
    ['status', '战败(已买他牌)', 'lost', true],
    ['status', 'Closed Lost', 'lost', true],
    ['status', '未成交', 'open', true],
    ['status', 'Prospecting', 'open', true],
    ['status', '休眠', 'dormant', true],
    ['status', '', 'open', false],
    ['lossReason', '价格太高', 'price', true],
    ['lossReason', '买了竞品', 'competitor', true],
    ['lossReason', '征信不过', 'finance_refused', true],
    ['lossReason', '搬家', 'other', false],
    ['lossReason', '', '', true],
    ['gender', 'Female', 'f', true],
    ['gender', '男', 'm', true],
    ['gender', '保密', '', false],
    ['receivedBy', 'Moses Frase', 'new:Moses Frase', false],
    ['receivedBy', '钱小芳', 'new:钱小芳', false],
  ] as const)('%s "%s"', (field, cell, meaning, isSure) => {
    expect(suggestMeaning(field, cell, vocabulary)).toEqual({ meaning, isSure })
  })

  test('nobody but an owner is offered new people, and a nickname is no name', () => {
    expect(suggestMeaning('receivedBy', '小赵', vocabulary)).toBeNull()
    expect(suggestMeaning('receivedBy', '钱小芳', { ...vocabulary, mayAddPeople: false })).toBeNull()
  })

  test('models of the same letters are offered as one: the store, else the commoner spelling', () => {
    const lines = ['GTXPro', 'GTXPro', 'MG-Special', 'MG Special', 'MG Special', '逍客', '']
    const rows = rowsOf(...lines)
    const { model } = suggestValues(rows, { kind: 'sales', columns: { model: 0 } }, vocabulary)
    expect(model?.map(({ value, suggestion, isSure }) => [value, suggestion, isSure])).toEqual([
      ['GTXPro', 'GTX Pro', false],
      ['MG Special', 'MG Special', true],
      ['MG-Special', 'MG Special', false],
      ['逍客', '逍客', true],
      ['', '', true],
    ])
  })

  test('too many models to look through are taken as they are', () => {
    const rows = rowsOf(...Array.from({ length: 400 }, (_, n) => `model ${n}`))
    expect(suggestValues(rows, { kind: 'sales', columns: { model: 0 } }, vocabulary)).toEqual({})
  })
})

test.each<[string, boolean, number | null]>([
  ['26000', false, 2_600_000],
  ['$26,000', false, 2_600_000],
  ['¥129,800.00', false, 12_980_000],
  ['12.98万', false, 12_980_000],
  ['12.98', true, 12_980_000],
  ['129800', true, 12_980_000],
  ['129800元', false, 12_980_000],
  ['26.000,50 €', false, 2_600_050],
  ['(1,200)', false, -120_000],
  ['-200', false, -20_000],
  ['0', false, 0],
  ['', false, null],
  ['面议', false, null],
  ['12-13万', false, null],
])('the amount "%s" (in ten thousands: %s)', (cell, isInWan, fen) => expect(readMoney(cell, isInWan)).toBe(fen))

describe('the order of day and month', () => {
  const options = { year: null, dateOrder: 'mdy', blankDate: 'leave_out', blankOn: null } as const
  const describe_ = (...cells: string[]) => describeDates(rowsOf(...cells), 0, options)

  test('is borne out by the dates that exist in one order only', () => {
    expect(describe_('1/2/2022', '3/25/2022', '4/13/2022')).toMatchObject({
      onlyMonthFirst: 2,
      onlyDayFirst: 0,
      order: 'mdy',
    })
    expect(describe_('1/2/2022', '25/3/2022')).toMatchObject({ onlyMonthFirst: 0, onlyDayFirst: 1, order: 'dmy' })
  })

  test('is contradicted, or open', () => {
    expect(describe_('25/3/2022', '3/25/2022')).toMatchObject({ onlyMonthFirst: 1, onlyDayFirst: 1 })
    expect(describe_('1/2/2022', '3/4/2022')).toMatchObject({ yearLast: 2, onlyMonthFirst: 0, onlyDayFirst: 0 })
  })

  test('is that of another column of days, where the first bears nothing out', () => {
    const rows = rowsOf(
      'Order Date,Customer,Price,Delivery Date',
      '1/2/2022,王涛,100,25/2/2022',
      '2/2/2022,李娜,100,26/2/2022',
    )
    const mapping = suggestMapping(rows, { name: 'x', today: '2026-05-20' as BusinessDate }, vocabulary)
    expect(mapping).toMatchObject({ kind: 'sales', dateOrder: 'dmy' })
  })
})
