import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { parseTable } from '../../electron/api/services/imports/parse-table.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { answered, job, REGISTER_HEADER, readText } from '../support/registers.ts'

const ROW =
  '2026-03-01,09:55,来店,王先生,13800138000,,2,首次,自然到店,轩逸,B级,一周内,√,林小雨,"第一行\n第二行, 带老人"'
const TEXT = `某展厅登记表\n${REGISTER_HEADER}\n${ROW}\n2026-03-02,10:00,来店,,,,2,首次,转介绍,,,,,林小雨,\n`

async function previewOf(desk: TestDesk, file: string | Buffer) {
  const manager = desk.as(STAFF.manager)
  const reading = await readText(manager, file)
  const mapping = answered(reading)
  return { reading, mapping, plan: await manager.call('imports.preview', { ...job(), token: reading.token, mapping }) }
}

describe('a file without quotes', () => {
  it('is cut into the rows and cells that it has with every cell quoted', () => {
    const cell = fc.constantFrom('', ' ', 'x', '王先生', ';', '\t', "'=1", '13800138000\t', '\uFEFF', "'")
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, isEnded) => {
        const written = (quote: string) =>
          [['x'], ...rows].map((cells) => cells.map((text) => `${quote}${text}${quote}`).join(',')).join(end)
        const [plain, quoted] = ['', '"'].map((quote) => `sep=,${end}${written(quote)}${isEnded ? end : ''}`)
        // A last line of nothing is one only when it is quoted or ended.
        const isBlankEnd = !isEnded && rows.at(-1)?.join() === ''
        fc.pre(!isBlankEnd)
        expect(parseTable(plain ?? '')).toEqual(parseTable(quoted ?? ''))
      }),
    )
  })

  it('of other line ends is read like any other', () => {
    const cellsOf = (text: string) => parseTable(text).rows.map(({ line, cells }) => [line, ...cells])
    expect(cellsOf('a,b\rc,d\r')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ])
    expect(cellsOf('a,b\nc,d\r\ne,f')).toEqual(cellsOf('"a",b\nc,d\r\ne,f'))
  })
})

describe('every way to write the same register', () => {
  const utf16 = (text: string, kind: 'utf-16le' | 'utf-16be') => iconv.encode(text, kind, { addBOM: true })
  const separated = (mark: string) =>
    TEXT.replace(/"[^"]*"/, (quoted) => quoted.replace(/,/g, '，')).replaceAll(',', mark)

  it.each<[string, Buffer | string, string, string]>([
    ['UTF-8', TEXT, 'UTF-8', ','],
    ['UTF-8 with a byte order mark', `\uFEFF${TEXT}`, 'UTF-8', ','],
    ['GB18030', iconv.encode(TEXT, 'gb18030'), 'GB18030', ','],
    ['UTF-16 little endian', utf16(TEXT, 'utf-16le'), 'UTF-16', ','],
    ['UTF-16 big endian', utf16(TEXT, 'utf-16be'), 'UTF-16', ','],
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n'), 'UTF-8', ','],
    ['tabs', separated('\t'), 'UTF-8', '\t'],
    ['semicolons', separated(';'), 'UTF-8', ';'],
    ['bars', separated('|'), 'UTF-8', '|'],
    ['sep= before it', `sep=;\n${separated(';')}`, 'UTF-8', ';'],
    ['Unicode text of a workbook', utf16(separated('\t'), 'utf-16le'), 'UTF-16', '\t'],
  ])('%s', async (_, file, encoding, delimiter) => {
    const { reading, plan } = await previewOf(testDesk(), file)
    expect(reading).toMatchObject({ encoding, delimiter })
    expect(plan).toMatchObject({ visits: 2, captured: 1, graded: 1, testDrives: 1, leftOut: { title: 1 } })
    expect(plan.sample[0]).toMatchObject({ name: '王先生', phone: '13800138000', channel: '自然到店' })
  })

  it('a quoted line break counts in the line numbers and stays in the note', async () => {
    const desk = testDesk()
    const { reading, mapping, plan } = await previewOf(desk, TEXT)
    expect(plan.sample.map(({ line }) => line)).toEqual([3, 5])
    await desk.as(STAFF.manager).call('imports.run', { ...job(), token: reading.token, mapping, digest: plan.digest })
    expect(desk.db.prepare('SELECT note FROM visits WHERE lead_id IS NOT NULL').pluck().get()).toBe(
      '第一行\n第二行, 带老人',
    )
  })
})

describe('what is no register', () => {
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  it.each<[string, Buffer | string, string]>([
    ['an empty file', '', 'empty'],
    ['only line ends', '\n\n\r\n', 'empty'],
    ['only commas', ',,,\n,,\n', 'empty'],
    ['the first bytes of a workbook', zip, 'workbook'],
    ['the first bytes of an old workbook', compound, 'workbook'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'not_text'],
    ['UTF-16 without its mark', iconv.encode('date,name\n', 'utf-16le'), 'not_text'],
    ['bytes of no encoding', Buffer.alloc(400, 0xff), 'encoding'],
    ['a quote that never ends', `${REGISTER_HEADER}\n"2026-03-01,09:55`, 'quote'],
    ['a thousand and one columns', Array.from({ length: 1001 }, () => 'x').join(','), 'columns'],
  ])('%s is refused with its cause', async (_, file, cause) => {
    const manager = testDesk().as(STAFF.manager)
    const failure = await manager.refused('imports.read', {
      ...job(),
      fileName: 'x.csv',
      contentBase64: Buffer.from(file).toString('base64'),
    })
    expect(failure).toMatchObject({ code: 'file_unreadable', params: { cause } })
  })

  it('more than 200,000 rows or 30 MB are refused as too large', async () => {
    const manager = testDesk().as(STAFF.manager)
    const rows = Buffer.from('2026-03-01,x\n'.repeat(200_001)).toString('base64')
    expect(await manager.refused('imports.read', { ...job(), fileName: 'x.csv', contentBase64: rows })).toMatchObject({
      code: 'file_too_large',
    })
    const bytes = Buffer.alloc(30 * 1024 * 1024 + 1, 0x20).toString('base64')
    expect(await manager.refused('imports.read', { ...job(), fileName: 'x.csv', contentBase64: bytes })).toMatchObject({
      code: 'invalid_input',
    })
  })
})
