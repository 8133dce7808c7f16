import { createHash } from 'node:crypto'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { FileReading } from '../../../../shared/contract/imports.ts'
import { suggestMapping } from '../../../../shared/domain/import/suggest-mapping.ts'
import type { Context } from '../../context.ts'
import { decodeText } from './decode-text.ts'
import { describeFile } from './describe-file.ts'
import { putOnShelf, type ShelvedFile } from './file-shelf.ts'
import { parseTable } from './parse-table.ts'
import { storeVocabulary } from './store-vocabulary.ts'
import { unreadable } from './unreadable.ts'

const MOST_BYTES = 30 * 1024 * 1024

type Upload = { readonly fileName: string; readonly contentBase64: string }

/** Reads a foreign file and answers a first guess of what it means. Nothing is written; the token holds it for a while. */
export function readFile(context: Context, { fileName, contentBase64 }: Upload): FileReading {
  const bytes = Buffer.from(contentBase64, 'base64')
  if (bytes.length > MOST_BYTES)
    throw new Refusal('file_too_large', { params: { megabytes: MOST_BYTES / 1024 / 1024 } })
  if (bytes.length === 0) throw unreadable('empty')
  const { text, encoding } = decodeText(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file: ShelvedFile = { token: context.newId(), name: fileName, sha256, encoding, ...parseTable(text) }
  putOnShelf(context.desk, file, context.now)
  const mapping = suggestMapping(file.rows, { name: fileName, today: context.today }, storeVocabulary(context.db))
  return describeFile(context, file, mapping)
}
