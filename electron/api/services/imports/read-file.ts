import { createHash } from 'node:crypto'
import type { FileReading } from '../../../../shared/contract/imports.ts'
import { findHeader } from '../../../../shared/domain/import/sort-rows.ts'
import { suggestMapping } from '../../../../shared/domain/import/suggest-mapping.ts'
import { decodeText } from './decode-text.ts'
import { describeFile } from './describe-file.ts'
import { type FileSheet, rowsOf, type ShelvedFile } from './file-shelf.ts'
import { parseTable } from './parse-table.ts'
import { storeVocabulary } from './store-vocabulary.ts'
import { fittingTemplate, underTemplate } from './templates.ts'
import { unreadable } from './unreadable.ts'
import { isWorkbook } from './workbook-marks.ts'
import type { WorkerContext } from './worker-context.ts'

/** What many programs export as .xls is a web page, or a workbook written as XML. */
const MARKUP = /^\s*<(?:!doctype|html|head|meta|table|\?xml|\?mso)/i

type Upload = { readonly fileName: string; readonly bytes: Uint8Array }

/**
 * Reads a foreign file and answers a first guess of what it means, or what a kept mapping says that fits its headers. Nothing is
 * written; the token holds the file for a while.
 */
export async function readFile(context: WorkerContext, { fileName, bytes }: Upload): Promise<FileReading> {
  const tick = context.phase('reading')
  tick(0, 1)
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const file = await parseFile(context.newId(), fileName, content)
  tick(1, 1)
  context.shelf.put(file, context.now)
  const template = fittingTemplate(context.db, file)
  if (template !== null) return describeFile(context, file, underTemplate(context, file, template), template)
  const sheet = likelySheet(file.sheets)
  const known = { name: fileName, today: context.today }
  const mapping = suggestMapping(rowsOf(file, sheet), known, storeVocabulary(context), { sheet })
  return describeFile(context, file, mapping, null)
}

async function parseFile(token: string, name: string, bytes: Buffer): Promise<ShelvedFile> {
  if (bytes.length === 0) throw unreadable('empty')
  const held = { token, name, sha256: createHash('sha256').update(bytes).digest('hex') }
  if (isWorkbook(bytes)) {
    // A large library, which a CSV file does without.
    const { readWorkbook } = await import('./read-workbook.ts')
    return { ...held, format: 'workbook', encoding: '', delimiter: '', sheets: readWorkbook(bytes) }
  }
  const { text, encoding } = decodeText(bytes)
  if (MARKUP.test(text)) throw unreadable('workbook')
  const { rows, delimiter } = parseTable(text)
  return { ...held, format: 'text', encoding, delimiter, sheets: [{ name: '', hidden: false, ok: true, rows }] }
}

/** The first sheet that people see and that has a header of a register; else the first that has anything. */
function likelySheet(sheets: readonly FileSheet[]): number {
  const places = [...sheets.keys()]
  const hasRows = (place: number) => rowCountOf(sheets[place]) !== 0
  const seen = places.filter((place) => sheets[place]?.hidden === false && hasRows(place))
  const found = seen.find((place) => hasHeader(sheets[place])) ?? seen[0] ?? places.find(hasRows)
  if (found === undefined) throw unreadable('empty')
  return found
}

function hasHeader(sheet: FileSheet | undefined): boolean {
  return sheet?.ok === true && findHeader(sheet.rows).headerRow !== -1
}

function rowCountOf(sheet: FileSheet | undefined): number | null {
  return sheet?.ok === true ? sheet.rows.length : null
}
