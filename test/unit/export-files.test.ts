import { read } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportFile } from '../../electron/api/services/exports/export-file.ts'
import type { Sheet } from '../../shared/domain/export/sheet.ts'
import { linesOf, sheetsOf } from '../support/exports.ts'

const NAMES = { app: '九控', title: '潜客', period: null, today: '2026-11-22' }
const oneColumn = (texts: readonly string[]): Sheet => ({
  name: '潜客',
  columns: [{ header: '备注', kind: 'text' }],
  rows: texts.map((text) => [text]),
})

const EVERY_KIND: Sheet = {
  name: '潜客',
  columns: [
    { header: '姓名', kind: 'text' },
    { header: '电话', kind: 'phone' },
    { header: '人数', kind: 'count' },
    { header: '天数', kind: 'decimal' },
    { header: '留资率', kind: 'ratio' },
    { header: '成交价', kind: 'money' },
    { header: '日期', kind: 'date' },
    { header: '时间', kind: 'dateTime' },
  ],
  rows: [
    ['周先生', '13800138000', 3, 2.5, 0.4, 15_800_050, '2026-05-03', '2026-05-03 10:15'],
    ['=1+1', '021-5588', -2, null, null, null, null, null],
  ],
}

describe('a CSV file', () => {
  const file = exportFile('csv', NAMES, [EVERY_KIND])
  const text = Buffer.from(file.contentBase64, 'base64').toString('utf8')

  it('opens in a spreadsheet as it was meant', () => {
    expect(file).toMatchObject({ fileName: '九控_潜客_2026-11-22.csv', mime: 'text/csv;charset=utf-8', rows: 2 })
    expect(text).toBe(
      [
        '\uFEFF"姓名","电话","人数","天数","留资率","成交价","日期","时间"',
        '"周先生","13800138000\t",3,2.5,0.4,158000.5,"2026-05-03","2026-05-03 10:15"',
        `"'=1+1","021-5588",-2,,,,,`,
        '',
      ].join('\r\n'),
    )
  })

  it('gives back every text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'=+-@|＝\'";,\t\r\n 01a') }),
    )
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const lines = linesOf(exportFile('csv', NAMES, [oneColumn(['first', ...texts])]))
        expect(lines.slice(2).map(([text = '']) => text)).toEqual(texts)
      }),
    )
  })
})

describe('a workbook', () => {
  const file = exportFile('xlsx', NAMES, [EVERY_KIND, { ...EVERY_KIND, name: '潜客', rows: [] }])

  it('keeps numbers numbers, phones text, dates dates, and runs nothing', () => {
    const workbook = read(file.contentBase64, { type: 'base64', cellNF: true, cellFormula: true })
    expect(file).toMatchObject({ fileName: '九控_潜客_2026-11-22.xlsx', rows: 2 })
    expect(workbook.SheetNames).toEqual(['潜客', '潜客 (2)'])
    const sheet = workbook.Sheets['潜客'] ?? {}
    const cells = ['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2', 'A3', 'C3', 'D3'].map((at) => {
      const { t, v, w, f } = sheet[at] ?? {}
      return [at, t, v, w, f]
    })
    expect(cells).toEqual([
      ['A2', 's', '周先生', '周先生', undefined],
      ['B2', 's', '13800138000', '13800138000', undefined],
      ['C2', 'n', 3, '3', undefined],
      ['D2', 'n', 2.5, '2.5', undefined],
      ['E2', 'n', 0.4, '40.0%', undefined],
      ['F2', 'n', 158_000.5, '158,000.50', undefined],
      ['G2', 'n', 46_145, '2026-05-03', undefined],
      ['H2', 'n', 46_145 + 615 / 1440, '2026-05-03 10:15', undefined],
      ['A3', 's', '=1+1', '=1+1', undefined],
      ['C3', 'n', -2, '-2', undefined],
      ['D3', undefined, undefined, undefined, undefined],
    ])
  })

  it('gives back every text, each line break as a line feed', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...'_x0041dD\r\n\t=+\u0001<&>"'), minLength: 1 }),
      fc.constantFrom('_x0041_', '_x005F_x0041_', '\r\n', ' a ', '\u0001'),
    )
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
        const [, ...rows] = sheetsOf(exportFile('xlsx', NAMES, [oneColumn(texts)]))['潜客'] ?? []
        expect(rows.map(([text]) => text)).toEqual(texts.map((text) => text.replace(/\r\n?/g, '\n')))
      }),
      { numRuns: 60 },
    )
  })

  it('cuts what no cell can hold, and says so', () => {
    const rows = sheetsOf(exportFile('xlsx', NAMES, [oneColumn(['长'.repeat(40_000)])]))['潜客'] ?? []
    expect(String(rows[1]?.[0])).toMatch(/^长{32766}…$/)
  })
})
