import { crc32, deflateRawSync } from 'node:zlib'

/** What a zip says of a part, where it should say something else than the truth. */
export type ZipLie = {
  readonly bytes?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
}

/** A zip made by hand, so that it can be made wrongly. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  lies: Readonly<Record<string, ZipLie>> = {},
): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const lie = lies[path] ?? {}
    const packed = deflateRawSync(content, { level: 6 })
    const name = Buffer.from(path)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(lie.flags ?? 0, 2)
    fixed.writeUInt16LE(lie.method ?? 8, 4)
    fixed.writeUInt32LE(lie.crc ?? crc32(content), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(lie.bytes ?? content.length, 18)
    fixed.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fixed, place, name]))
    bodies.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end])
}

export type WorkbookParts = {
  /** The inside of `sheetData`, and what follows it. */
  readonly sheets: readonly {
    readonly name: string
    readonly data: string
    readonly after?: string
    readonly state?: string
  }[]
  readonly is1904?: boolean
  /** The number format of style 1, 2, ...: a code, or the id of one that every Excel knows. */
  readonly formats?: readonly (string | number)[]
  /** The inside of `sst`. */
  readonly strings?: string
}

const NS = 'http://schemas.openxmlformats.org'
const MAIN = `${NS}/spreadsheetml/2006/main`
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const OFFICE = `${NS}/officeDocument/2006/relationships`

/** The parts of a workbook, with exactly this XML in its sheets. */
export function workbookParts({ sheets, is1904, formats = [], strings = '' }: WorkbookParts): Record<string, string> {
  const nth = sheets.map((_, index) => index + 1)
  const named = nth.map((n, index) => {
    const { name, state } = sheets[index] ?? { name: '' }
    return `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"${state === undefined ? '' : ` state="${state}"`}/>`
  })
  const own = formats.flatMap((code, index) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`] : [],
  )
  const styles = formats.map((code, index) => `<xf numFmtId="${typeof code === 'string' ? 164 + index : code}"/>`)
  return {
    '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${nth.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 === true ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships">${nth.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`}<cellXfs count="${styles.length + 1}"><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ data, after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`,
      ]),
    ),
  }
}

export function workbookOf(parts: WorkbookParts): Buffer {
  return zipOf(workbookParts(parts))
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** The XML of rows of texts, from row 1 on; an empty text is no cell. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const cellOf = (text: string, row: number, column: number) =>
    text === '' ? '' : `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  return rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cellOf(text, row, column)).join('')}</row>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function mergesOf(...ranges: readonly string[]): string {
  return `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
}
