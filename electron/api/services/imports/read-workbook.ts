import { CFB, parse_zip, read, type WorkBook } from '@e965/xlsx'
import type { FileSheet } from './file-shelf.ts'
import { type Merge, type RawRows, sheetRows } from './sheet-rows.ts'
import { unreadable } from './unreadable.ts'
import type { Part } from './unzip-workbook.ts'
import { unzipWorkbook } from './unzip-workbook.ts'
import { isZip } from './workbook-marks.ts'
import { onlyCells, withChineseFormats } from './workbook-parts.ts'

/** Text, numbers and number formats; no formulas, styles or marked-up text. */
const OPTIONS = { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false } as const

/** Every sheet of a workbook in its order, .xlsx or the .xls before it. Refused as `file_unreadable` with the cause. */
export function readWorkbook(bytes: Buffer): FileSheet[] {
  const book = isZip(bytes) ? readZip(bytes) : readCompound(bytes)
  if (book.SheetNames.length === 0) throw unreadable('workbook')
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name, place) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
    // A sheet the library gave up on is left out without a word; half a register would look like all of it.
    if (sheet === undefined || sheet === null) throw unreadable('workbook')
    const raw = (sheet['!data'] ?? []) as RawRows
    const merges = (sheet['!merges'] ?? []) as readonly Merge[]
    const hidden = (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0
    return { name, hidden, ...sheetRows(raw, merges, is1904) }
  })
}

function readZip(bytes: Buffer): WorkBook {
  const parts = unzipWorkbook(bytes)
  if (!parts.some(({ path }) => path === '[Content_Types].xml') || !parts.some(isBook)) throw unreadable('workbook')
  return guarded(() => parse_zip(asContainer(parts), { ...OPTIONS }))
}

function isBook({ path }: Part): boolean {
  return /(^|\/)workbook\d*\.xml$/i.test(path)
}

/** The parts as the library holds an unpacked zip. */
function asContainer(parts: readonly Part[]) {
  return {
    FullPaths: parts.map(({ path }) => path),
    FileIndex: parts.map(({ path, content }) => ({ name: path, type: 2, content: prepared(path, content) })),
  }
}

function prepared(path: string, content: Buffer): Buffer {
  if (/^xl\/worksheets\//i.test(path)) return onlyCells(content)
  return /(^|\/)styles\d*\.xml$/i.test(path) ? withChineseFormats(content) : content
}

function readCompound(bytes: Buffer): WorkBook {
  const names = guarded(() => CFB.read(bytes, { type: 'buffer' }).FullPaths as readonly string[])
  const has = (name: RegExp) => names.some((path) => name.test(path))
  if (has(/\/EncryptedPackage$/i) || has(/\/EncryptionInfo$/i)) throw unreadable('encrypted')
  if (!has(/\/(Workbook|Book)$/i)) throw unreadable('workbook')
  return guarded(() => read(bytes, { ...OPTIONS, type: 'buffer' }))
}

/** Whatever the library throws at a file that is not as it should be: the file is at fault. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw unreadable(/password|encrypt/i.test(text) ? 'encrypted' : 'workbook')
  }
}
