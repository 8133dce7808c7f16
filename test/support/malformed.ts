import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { REGISTER_HEADER } from './registers.ts'
import { mergesOf, textRows, workbookOf, workbookParts, zipOf } from './workbooks.ts'

/** Files that somebody might really choose, broken in every way there is: by programs, by hand, by a bad disk, and on purpose. */
export type BadFile = { readonly name: string; readonly fileName: string; readonly bytes: Buffer }

const HEADER = REGISTER_HEADER.split(',')
const ROW =
  '2026-03-01,09:55,来店,王先生,13800138000,,2,首次,自然到店,轩逸,B级,一周内,√,林小雨,"第一行\n第二行, 带老人"'
const PLAIN = '2026-03-02,10:00,来店,李女士,13900139000,,2,首次,转介绍,奇骏,,,,林小雨,'
const CELLS = ['2026-03-01', '09:55', '来店', '王先生', '13800138000', '', '2', '首次', '自然到店', '轩逸', 'B级']
const text = (...rows: readonly string[]) => [REGISTER_HEADER, ...rows].join('\n')
const REGISTER = text(ROW, PLAIN)
/** The register with one cell of its plain row replaced. */
const withCell = (column: number, value: string) => text(PLAIN.split(',').with(column, value).join(','))
const CELL_COLUMNS = { date: 0, time: 1, name: 3, phone: 4, party: 6, channel: 8, grade: 10, note: 14 } as const

const LONG = 1024 * 1024
const many = (count: number, one: (n: number) => string, joint = ',') =>
  Array.from({ length: count }, (_, n) => one(n)).join(joint)

const TEXTS: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a byte order mark alone': '\uFEFF',
  'line ends alone': '\r\n\n\r',
  'a header alone': REGISTER_HEADER,
  'a header twice': text(REGISTER_HEADER, PLAIN),
  'every header the same': text().replaceAll(/[^,]+/g, '来店日期') + `\n${PLAIN}`,
  'two phone columns': `${REGISTER_HEADER},联系电话\n${PLAIN},13700137000`,
  'headers of an object': `__proto__,constructor,toString,来店日期,客户姓名,联系电话\n1,2,3,2026-03-01,王先生,13800138000`,
  'values of an object': withCell(CELL_COLUMNS.channel, '__proto__').replace('李女士', 'constructor'),
  'a header far down': `${many(40, () => '登记表', '\n')}\n${REGISTER}`,
  'five thousand columns': `${REGISTER_HEADER},${many(5000, (n) => `c${n}`)}\n${PLAIN}`,
  'a cell of a megabyte': withCell(CELL_COLUMNS.note, '长'.repeat(LONG / 3)),
  'a line of a megabyte': 'x'.repeat(LONG),
  'twenty thousand empty lines': `${REGISTER}${'\n'.repeat(20_000)}`,
  'ten thousand quotes': '"'.repeat(10_000),
  'a quote that never ends': `${REGISTER}\n"2026-03-01,09:55`,
  'a quote inside a word': withCell(CELL_COLUMNS.name, '李"女"士'),
  'mixed line ends': `${REGISTER_HEADER}\r\n${PLAIN}\r${PLAIN}\n\r${PLAIN}`,
  'NUL in a cell': withCell(CELL_COLUMNS.note, 'a\0b'),
  'control characters': withCell(CELL_COLUMNS.note, '\u0001\u0007\u001b[2J\u007f'),
  'marks that turn the line around': withCell(CELL_COLUMNS.name, '\u202e李女士\u2066'),
  'invisible headers': REGISTER.replace('来店日期', '\u200b来店日期\ufeff'),
  'only subtotals': text('小计,,3', '合计,,3', '总计：640'),
  'a formula of a spreadsheet': withCell(CELL_COLUMNS.name, "=cmd|'/c calc'!A1"),
  'rows that are too short and too long': text('2026-03-01', `${PLAIN},x,y,z`, ',,,,', PLAIN),
  'a table of a web page': '<html><table><tr><td>来店日期</td><td>联系电话</td></tr></table></html>',
  'a notebook': '{"来店日期":"2026-03-01"}',
  'a script': '#!/bin/sh\nrm -rf /\n',
  'another separator in the middle': `${REGISTER_HEADER}\n${PLAIN.replaceAll(',', ';')}\n${PLAIN.replaceAll(',', '\t')}`,
  'sep= and nothing': 'sep=;\n',
  'sep= a quote': `sep="\n${REGISTER}`,
}

const DATES = [
  '2026-02-30',
  '31/02/2026',
  '2/31/2026',
  '0000-00-00',
  '1899-12-31',
  '9999-12-31',
  '60',
  '0',
  '-1',
  '46082',
]
const ODD_DATES = [
  '1e400',
  'NaN',
  '3月32日',
  '2026-13-01',
  '20260301',
  '2026-03-01T25:61',
  '星期三',
  '２０２６－０３－０１',
  '二〇二六年三月一日',
]
const PHONES = [
  '1.38E+10',
  '1.3800138E10',
  '13800138000.0',
  '-13800138000',
  '9'.repeat(400),
  '138 0013 800O',
  '+8613800138000/13900139000',
  '0',
  '=13800138000',
]
const TIMES = ['25:61', '-1:00', '0.41', '99999999', '九点半', '9:5', '24:00']
const PARTIES = ['-1', '1e9', 'NaN', 'Infinity', '三大两小', '0', '2.5']
const VALUES: readonly (readonly [keyof typeof CELL_COLUMNS, readonly string[]])[] = [
  ['date', [...DATES, ...ODD_DATES]],
  ['phone', PHONES],
  ['time', TIMES],
  ['party', PARTIES],
  ['grade', ['__proto__', 'Z', '合计', 'A'.repeat(5000)]],
]

function texts(): BadFile[] {
  const named = Object.entries(TEXTS).map(([name, body]) => ({
    name,
    fileName: '登记表.csv',
    bytes: Buffer.from(body),
  }))
  const valued = VALUES.flatMap(([column, values]) =>
    values.map((value) => ({
      name: `${column} ${value.slice(0, 30)}`,
      fileName: '登记表.csv',
      bytes: Buffer.from(withCell(CELL_COLUMNS[column], value)),
    })),
  )
  const gbk = iconv.encode(REGISTER, 'gb18030')
  const utf16 = iconv.encode(REGISTER, 'utf-16le', { addBOM: true })
  const bytes: Readonly<Record<string, Buffer>> = {
    'half a character of GBK': gbk.subarray(0, gbk.length - 1),
    'half a character in the middle': Buffer.concat([gbk.subarray(0, 41), gbk.subarray(42)]),
    'half a character of UTF-16': utf16.subarray(0, utf16.length - 1),
    'half a pair of UTF-16': Buffer.concat([utf16, Buffer.from([0x3d, 0xd8])]),
    'UTF-8 and GBK in one file': Buffer.concat([Buffer.from(REGISTER), Buffer.from('\n'), gbk]),
    'a picture': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    'a printed page': Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>', 'latin1'),
    'packed by gzip': Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  }
  const raw = Object.entries(bytes).map(([name, body]) => ({ name, fileName: '登记表.txt', bytes: body }))
  return [...named, ...valued, ...raw]
}

const row = (n: number, cells: string) => `<row r="${n}">${cells}</row>`
const inline = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
const TABLE = textRows([HEADER, CELLS, PLAIN.split(',')])
/** A register whose third row has this XML in place of its date. */
const dated = (cell: string) =>
  `${textRows([HEADER, CELLS])}${row(3, `${cell}${inline('D3', '李女士')}${inline('E3', '13900139000')}`)}`

const SHEETS: Readonly<
  Record<string, { readonly data: string; readonly after?: string; readonly formats?: string[] }>
> = {
  'an empty sheet': { data: '' },
  'a header alone': { data: textRows([HEADER]) },
  'two lines of header': {
    data: textRows([['来店', '', '', '客户'], HEADER, CELLS]),
    after: mergesOf('A1:C1', 'D1:O1'),
  },
  'formulas that were never worked out': { data: dated('<c r="A3"><f>TODAY()</f></c>') },
  'a formula that failed': { data: dated('<c r="A3" t="e"><f>A99</f><v>#REF!</v></c>') },
  'a text that is not among the shared ones': { data: dated('<c r="A3" t="s"><v>4711</v></c>') },
  'a style that is not there': { data: dated('<c r="A3" s="4711"><v>46082</v></c>') },
  'day 0': { data: dated('<c r="A3" s="1"><v>0</v></c>'), formats: ['yyyy/m/d'] },
  'day 60': { data: dated('<c r="A3" s="1"><v>60</v></c>'), formats: ['yyyy/m/d'] },
  'a day before the first': { data: dated('<c r="A3" s="1"><v>-46082</v></c>'), formats: ['yyyy/m/d'] },
  'a day after the last': { data: dated('<c r="A3" s="1"><v>1E300</v></c>'), formats: ['yyyy/m/d'] },
  'a number that is none': { data: dated('<c r="A3" s="1"><v>NaN</v></c>'), formats: ['yyyy/m/d'] },
  'a date as text of its own': { data: dated('<c r="A3" t="d"><v>2026-02-30T00:00:00Z</v></c>') },
  'a type nobody knows': { data: dated('<c r="A3" t="zz"><v>1</v></c>') },
  'a format of 4,000 marks': { data: dated('<c r="A3" s="1"><v>46082</v></c>'), formats: ['y'.repeat(4000)] },
  'a used range over everything': {
    data: `${TABLE}<row r="1048576"><c r="XFD1048576"/></row>`,
    after: mergesOf('A4:XFD1048576'),
  },
  'ten thousand merged ranges over one another': {
    data: TABLE,
    after: mergesOf(...Array.from({ length: 10_000 }, () => 'A1:XFD1048576')),
  },
  'merged cells from nowhere': { data: TABLE, after: mergesOf('ZZZZ9:A1', 'A0:B0', 'foo', 'B2:A1') },
  'links over everything': {
    data: TABLE,
    after: '<hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>',
  },
  'five thousand columns': { data: textRows([[...HEADER, ...Array.from({ length: 5000 }, (_, n) => `c${n}`)], CELLS]) },
  'rows from the last to the first': {
    data: `${row(3, inline('A3', '2026-03-01'))}${row(1, inline('A1', '来店日期'))}`,
  },
  'the same row twice': { data: `${TABLE}${row(2, inline('A2', '2026-03-09'))}` },
  'cells at places that do not exist': {
    data: `${TABLE}${row(4, `${inline('A0', 'x')}${inline('1A', 'x')}${inline('ZZZZZZ9', 'x')}`)}`,
  },
  'a row at a place that does not exist': { data: `${TABLE}${row(99_999_999, inline('A99999999', '2026-03-01'))}` },
  'names of an object': {
    data: textRows([
      ['__proto__', 'constructor', ...HEADER],
      ['toString', '__proto__', ...CELLS],
    ]),
  },
  'NUL and half characters': { data: dated(inline('A3', 'a&#0;&#xD800;_xD83D_b')) },
  'a cell of a megabyte': { data: `${TABLE}${row(4, inline('D4', '长'.repeat(LONG / 3)))}` },
  'an entity of entities': { data: dated(inline('A3', '&lol9;&lol9;')) },
  'a comment that hides the end': { data: `${TABLE}<!-- </sheetData> <![CDATA[ ]]>` },
  'elements that never end': { data: `${TABLE}<row r="4"><c r="A4" t="inlineStr"><is><t>2026` },
}

function workbooks(): BadFile[] {
  const fileName = '登记表.xlsx'
  const made = Object.entries(SHEETS).map(([name, { data, after = '', formats = [] }]) => ({
    name: `workbook: ${name}`,
    fileName,
    bytes: workbookOf({ sheets: [{ name: '3月', data, after }], formats }),
  }))
  const parts = workbookParts({ sheets: [{ name: '3月', data: TABLE }] })
  const without = Object.keys(parts).map((path) => ({
    name: `workbook without ${path}`,
    fileName,
    bytes: zipOf(Object.fromEntries(Object.entries(parts).filter(([other]) => other !== path))),
  }))
  const sheet = 'xl/worksheets/sheet1.xml'
  const prefixed = (parts[sheet] ?? '').replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
  const lies: Readonly<Record<string, Buffer>> = {
    'a bomb': zipOf({ ...parts, [sheet]: `<worksheet><sheetData>${' '.repeat(12 * LONG)}</sheetData></worksheet>` }),
    'a part that says it is small': zipOf(parts, { [sheet]: { bytes: 100 } }),
    'a part that says it is vast': zipOf(parts, { [sheet]: { bytes: 4_000_000_000 } }),
    'a wrong checksum': zipOf(parts, { [sheet]: { crc: 7 } }),
    'an encrypted part': zipOf(parts, { [sheet]: { flags: 1 } }),
    'another way of packing': zipOf(parts, { [sheet]: { method: 12 } }),
    'elements with a prefix': zipOf({ ...parts, [sheet]: prefixed }),
    'a sheet in UTF-16': zipOf({ ...parts, [sheet]: Buffer.from(`\uFEFF${parts[sheet]}`, 'utf16le') }),
    'a sheet with a byte order mark': zipOf({ ...parts, [sheet]: `\uFEFF${parts[sheet]}` }),
    'a zip inside a zip': zipOf({ 'a.xlsx': zipOf(parts) }),
    'a text that calls itself a workbook': Buffer.from(REGISTER),
    'the letters PK': Buffer.from('PK,来店日期\n1,2026-03-01'),
  }
  return [
    ...made,
    ...without,
    ...Object.entries(lies).map(([name, bytes]) => ({ name: `workbook: ${name}`, fileName, bytes })),
  ]
}

/** A small generator of its own, so that every run breaks the same files. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const HOSTILE = [
  '"',
  ',',
  '\n',
  '\r',
  '\0',
  '\uFEFF',
  '""',
  ';;;',
  '\t',
  '=cmd()',
  '__proto__',
  '<',
  '>',
  '&',
  '合计',
  '2月30日',
]

function broken(bytes: Buffer, random: () => number): Buffer {
  const at = () => Math.floor(random() * bytes.length)
  switch (Math.floor(random() * 5)) {
    case 0:
      return bytes.subarray(0, at())
    case 1:
      return Buffer.concat([bytes.subarray(at()), bytes.subarray(0, at())])
    case 2: {
      const copy = Buffer.from(bytes)
      for (let nth = 0; nth < 8; nth += 1) copy[at()] = Math.floor(random() * 256)
      return copy
    }
    case 3: {
      const place = at()
      const insert = Buffer.from(HOSTILE[Math.floor(random() * HOSTILE.length)] ?? '')
      return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place)])
    }
    default:
      return Buffer.concat([bytes.subarray(0, at()), bytes.subarray(at())])
  }
}

/** A workbook whose zip is whole and whose XML is broken: what a checksum does not find. */
function brokenInside(random: () => number): Buffer {
  const strings = '<si><t>林小雨</t></si><si><r><t>王</t></r></si>'
  const parts = workbookParts({
    sheets: [{ name: '3月', data: TABLE, after: mergesOf('A1:B1') }],
    strings,
    formats: ['yyyy/m/d'],
  })
  const paths = Object.keys(parts)
  const path = random() < 0.5 ? 'xl/worksheets/sheet1.xml' : (paths[Math.floor(random() * paths.length)] ?? '')
  return zipOf({ ...parts, [path]: broken(Buffer.from(parts[path] ?? ''), random) })
}

function oldWorkbook(): Buffer {
  const sheet = utils.aoa_to_sheet([HEADER, CELLS, PLAIN.split(',')])
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '3月')
  return Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }))
}

/** As many files as asked for, the same ones every time: first those with a name, then ones broken at random. */
export function malformedFiles(count: number, seed: number): BadFile[] {
  const random = seeded(seed)
  const whole: readonly (readonly [string, Buffer])[] = [
    ['登记表.csv', Buffer.from(REGISTER)],
    ['登记表.csv', iconv.encode(REGISTER, 'gb18030')],
    ['登记表.txt', iconv.encode(REGISTER, 'utf-16le', { addBOM: true })],
    ['登记表.xlsx', workbookOf({ sheets: [{ name: '3月', data: TABLE }] })],
    ['登记表.xls', oldWorkbook()],
  ]
  const named = [...texts(), ...workbooks()]
  const atRandom = Array.from({ length: Math.max(0, count - named.length) }, (_, nth): BadFile => {
    if (nth % 3 === 0) return { name: `broken inside, ${nth}`, fileName: '登记表.xlsx', bytes: brokenInside(random) }
    const [fileName, bytes] = whole[nth % whole.length] ?? ['', Buffer.alloc(0)]
    return { name: `broken ${fileName}, ${nth}`, fileName, bytes: broken(bytes, random) }
  })
  return [...named, ...atRandom]
}
