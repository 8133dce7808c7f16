import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CFB, utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileSheet } from '../../electron/api/services/imports/file-shelf.ts'
import { readWorkbook } from '../../electron/api/services/imports/read-workbook.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import { headersOf } from '../../shared/domain/import/sort-rows.ts'
import { mergesOf, textRows, type WorkbookParts, workbookOf, workbookParts, zipOf } from '../support/workbooks.ts'

function rowsOf(sheet: FileSheet | undefined) {
  if (sheet?.ok !== true) throw new Error('the sheet was not read')
  return sheet.rows
}

const cellsOf = (parts: Omit<WorkbookParts, 'sheets'>, data: string) =>
  rowsOf(readWorkbook(workbookOf({ ...parts, sheets: [{ name: 'a', data }] }))[0]).map(({ cells }) => cells)

function causeOf(bytes: Buffer): unknown {
  try {
    readWorkbook(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.failure.params['cause']
    throw error
  }
  return 'read'
}

const number = (value: string | number, style = 0) => `<row r="1"><c r="A1" s="${style}"><v>${value}</v></c></row>`

describe('a number is written as somebody would type it', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['1.3800138E10', '13800138000'],
    ['0.30000000000000004', '0.3'],
    ['154800.00000000001', '154800'],
    ['-12.5', '-12.5'],
    ['1E-07', '0.0000001'],
    ['1.2E21', '1200000000000000000000'],
    ['0', '0'],
  ])('%s', (stored, text) => {
    expect(cellsOf({}, number(stored))).toEqual([[text]])
  })

  it.each([
    ['a share', '0%', '0.35', '0.35'],
    ['money', '&quot;¥&quot;#,##0.00', '158000.5', '158000.5'],
    ['money of Excel', 44, '158000', '158000'],
    ['an exponent', '0.00E+00', '13800138000', '13800138000'],
  ] as const)('%s is the plain number', (_, format, stored, text) => {
    expect(cellsOf({ formats: [format] }, number(stored, 1))).toEqual([[text]])
  })
})

describe('a date is the day that Excel shows', () => {
  const shown: readonly (readonly [string | number, number, string])[] = [
    ['yyyy/m/d', 46082, '2026-03-01'],
    [14, 46082, '2026-03-01'],
    [31, 46082, '2026-03-01'],
    [58, 46082, '2026-03-01'],
    ['[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', 46082, '2026-03-01'],
    ['m&quot;月&quot;d&quot;日&quot;', 46082, '2026-03-01'],
    [22, 46082.413194444445, '2026-03-01 09:55'],
    ['yyyy\\-mm\\-dd hh:mm:ss', 46082.999999, '2026-03-02 00:00'],
    ['yyyy/m/d', 46082.6, '2026-03-01'],
    [20, 0.41319444444444442, '09:55'],
    [33, 0.75, '18:00'],
    ['h:mm AM/PM', 0.75, '18:00'],
    ['上午/下午h&quot;时&quot;mm&quot;分&quot;', 0.75, '18:00'],
    ['mm:ss', 0.5, '12:00'],
    ['[h]:mm', 0.5, '12:00'],
    ['yyyy/m/d', 1, '1900-01-01'],
    ['yyyy/m/d', 59, '1900-02-28'],
    ['yyyy/m/d', 60, '1900-02-29'],
    ['yyyy/m/d', 61, '1900-03-01'],
    ['yyyy/m/d', 0, '1900-01-00'],
    ['yyyy/m/d', -3, '-3'],
    ['yyyy/m/d', 2958465, '9999-12-31'],
    ['yyyy/m/d', 2958466, '2958466'],
  ]
  it.each(shown)('%s of %s', (format, stored, text) => {
    expect(cellsOf({ formats: [format] }, number(stored, 1))).toEqual([[text]])
  })

  it('in the calendar that begins in 1904 too', () => {
    expect(cellsOf({ formats: ['yyyy/m/d'], is1904: true }, number(44620, 1))).toEqual([['2026-03-01']])
  })

  it('whatever day it is, the day that was stored, without the clock of this machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const [[text] = []] = cellsOf({ formats: [22] }, number(day + minute / 1440, 1))
        const expected = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000 + minute * 60_000).toISOString()
        expect(text).toBe(expected.slice(0, 16).replace('T', ' '))
      }),
      { numRuns: 200 },
    )
  })
})

describe('other cells', () => {
  it.each([
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '奇骏'],
    ['a text in several fonts', '<c r="A1" t="s"><v>2</v></c>', '王先生'],
    ['a text with its sound written over it', '<c r="A1" t="s"><v>3</v></c>', '東京'],
    ['a text in the cell', '<c r="A1" t="inlineStr"><is><t>3月1日</t></is></c>', '3月1日'],
    ['what a formula came to', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['the text a formula came to', '<c r="A1" t="str"><f>A2</f><v>轩逸</v></c>', '轩逸'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['a line break', '<c r="A1" t="inlineStr"><is><t>首次/_x000D_\n再次</t></is></c>', '首次/\n再次'],
  ])('%s', (_, cell, text) => {
    const strings =
      '<si><t>x</t></si><si><t>奇骏</t></si><si><r><t>王</t></r><r><rPr><b/></rPr><t>先生</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'
    expect(cellsOf({ strings }, `<row r="1">${cell}</row>`)).toEqual([[text]])
  })

  it.each([
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>'],
    ['a formula nobody worked out', '<c r="A1"><f>A2</f></c>'],
    ['blanks', '<c r="A1" t="inlineStr"><is><t xml:space="preserve">  </t></is></c>'],
  ])('%s says nothing', (_, cell) => {
    expect(cellsOf({}, `<row r="1">${cell}<c r="C1"><v>7</v></c></row>`)).toEqual([['', '', '7']])
  })
})

describe('merged cells', () => {
  const register = [
    ['来店登记表'],
    ['序号', '来店', '', '客户', ''],
    ['', '日期', '时间', '姓名', '电话'],
    ['1', '2026-03-01', '09:55', '王先生', '13800138000'],
    ['2', '', '10:10'],
  ]
  const merges = mergesOf('A1:E1', 'A2:A3', 'B2:C2', 'D2:E2', 'B4:B5')
  const rows = rowsOf(readWorkbook(workbookOf({ sheets: [{ name: 'a', data: textRows(register), after: merges }] }))[0])

  it('repeat their value down a column, not across', () => {
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['来店登记表'],
      ['序号', '来店', '', '客户'],
      ['序号', '日期', '时间', '姓名', '电话'],
      ['1', '2026-03-01', '09:55', '王先生', '13800138000'],
      ['2', '2026-03-01', '10:10'],
    ])
    expect(headersOf(rows, { headerRow: 1, headerLines: 2 })).toEqual([
      '序号',
      '来店 · 日期',
      '来店 · 时间',
      '客户 · 姓名',
      '客户 · 电话',
    ])
  })
})

describe('the sheets of a workbook', () => {
  it('are all there, hidden ones marked, each row under its own number', () => {
    const data = '<row r="3"><c r="B3"><v>1</v></c></row><row r="9"><c r="A9"><v>2</v></c></row>'
    const sheets = [
      { name: '3月 &amp; 4月', data },
      { name: 'constructor', data: '', state: 'hidden' },
      { name: '说明', data, state: 'veryHidden' },
    ]
    const read = readWorkbook(workbookOf({ sheets }))
    expect(read.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['3月 & 4月', false],
      ['constructor', true],
      ['说明', true],
    ])
    expect(rowsOf(read[0]).map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '', '1'],
      [9, '2'],
    ])
  })

  it('cost only what is in them, however far they claim to reach', () => {
    const last = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    const after = `${mergesOf('A1:XFD1048576', 'B1:B1048576', 'C1:XFD1')}<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>`
    const data = `${textRows([['日期'], ['2026-03-01']])}${last}`
    const parts = workbookParts({ sheets: [{ name: 'a', data, after }] })
    const sheet = parts['xl/worksheets/sheet1.xml']?.replace(
      '<sheetData>',
      '<dimension ref="A1:XFD1048576"/><sheetData>',
    )
    const rows = rowsOf(readWorkbook(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet ?? '' }))[0])
    expect(rows.map(({ line }) => line)).toEqual([1, 2])
  })

  it('with more columns or rows than can be looked through are marked, and the others can be read', () => {
    const wide = `<row r="1"><c r="AMK1"><v>1</v></c></row>`
    const long = Array.from({ length: 200_001 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('')
    const sheets = [wide, long, number(1)].map((data, index) => ({ name: String(index), data }))
    const read = readWorkbook(workbookOf({ sheets }))
    expect(read.map((sheet) => (sheet.ok ? 'read' : sheet.problem))).toEqual(['columns', 'rows', 'read'])
  })
})

describe('what is no workbook that can be read', () => {
  const parts = workbookParts({ sheets: [{ name: 'a', data: number(1) }] })
  const { 'xl/worksheets/sheet1.xml': _sheet, ...withoutSheet } = parts
  const { 'xl/workbook.xml': _book, ...withoutBook } = parts
  const big = `<worksheet><sheetData>${' '.repeat(8_000_000)}</sheetData></worksheet>`
  const compound = (...names: readonly string[]) => {
    const file = CFB.utils.cfb_new()
    for (const name of names) CFB.utils.cfb_add(file, `/${name}`, Buffer.from('x'))
    return Buffer.from(CFB.write(file, { type: 'buffer' }))
  }
  const cases: readonly (readonly [string, string, () => Buffer])[] = [
    ['only the first bytes of a zip', 'workbook', () => zipOf(parts).subarray(0, 6)],
    ['a zip cut short', 'workbook', () => zipOf(parts).subarray(0, -30)],
    [
      'a zip of something else',
      'workbook',
      () => zipOf({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' }),
    ],
    ['a workbook without its book', 'workbook', () => zipOf(withoutBook)],
    ['a workbook without its sheet', 'workbook', () => zipOf(withoutSheet)],
    ['a part that is not what its checksum says', 'workbook', () => zipOf(parts, { 'xl/workbook.xml': { crc: 1 } })],
    ['a part that is longer than it says', 'workbook', () => zipOf(parts, { 'xl/workbook.xml': { bytes: 10 } })],
    ['a part packed in an unknown way', 'workbook', () => zipOf(parts, { 'xl/workbook.xml': { method: 99 } })],
    [
      'a part that claims half a gigabyte',
      'too_big_inside',
      () => zipOf(parts, { 'xl/workbook.xml': { bytes: 500_000_000 } }),
    ],
    ['a bomb', 'too_big_inside', () => zipOf({ ...parts, 'xl/worksheets/sheet1.xml': big })],
    [
      'six thousand parts',
      'too_big_inside',
      () => zipOf(Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`${n}.xml`, '']))),
    ],
    ['an encrypted zip', 'encrypted', () => zipOf(parts, { 'xl/workbook.xml': { flags: 1 } })],
    ['an encrypted workbook', 'encrypted', () => compound('EncryptionInfo', 'EncryptedPackage')],
    ['an old document', 'workbook', () => compound('WordDocument')],
    ['an old workbook that holds nothing', 'workbook', () => compound('Workbook')],
    ['a compound file cut short', 'workbook', () => compound('Workbook').subarray(0, 600)],
    [
      'a shared text that is not there',
      'workbook',
      () => zipOf(workbookParts({ sheets: [{ name: 'a', data: '<row r="1"><c r="A1" t="s"><v>9</v></c></row>' }] })),
    ],
  ]
  it.each(cases)('%s: %s', (_, cause, make) => {
    expect(causeOf(make())).toBe(cause)
  })
})

it('the workbook before .xlsx is read as well', () => {
  const sheet = utils.aoa_to_sheet([
    ['日期', '姓名', '电话'],
    [46082, '王先生', 13800138000],
    ['', '李女士'],
  ])
  Object.assign(sheet['A2'] ?? {}, { z: 'yyyy/m/d' })
  sheet['!merges'] = [utils.decode_range('A2:A3')]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '来店')
  const read = readWorkbook(Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' })))
  expect(rowsOf(read[0]).map(({ cells }) => cells)).toEqual([
    ['日期', '姓名', '电话'],
    ['2026-03-01', '王先生', '13800138000'],
    ['2026-03-01', '李女士'],
  ])
})

it('the register of a showroom has its titles, its two-line header and its rows', () => {
  const file = join(import.meta.dirname, '../data/showroom_register_zh/来店登记表.xlsx')
  const [register, notes] = readWorkbook(readFileSync(file))
  expect([register?.name, notes?.name]).toEqual(['3月来店 ', '说明'])
  const rows = rowsOf(register)
  expect(rows).toHaveLength(647)
  expect(headersOf(rows, { headerRow: 1, headerLines: 2 }).slice(2, 6)).toEqual([
    '来店 · 到店时间',
    '来店 · 离店时间',
    '客户 · 客户姓名',
    '客户 · 联系电话',
  ])
  expect(rows[4]?.cells.slice(0, 6)).toEqual(['2', '2026-03-01', '10:15', '', '黄强磊', '17064772480'])
})
