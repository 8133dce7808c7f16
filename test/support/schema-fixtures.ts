import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const folder = join(import.meta.dirname, '../data/schemas')

/** The versions of the schema of which a store is kept (test/support/make-schema-fixtures.ts), oldest first. */
export const KEPT_SCHEMAS: readonly number[] = readdirSync(folder)
  .flatMap((name) => /^schema-(\d+)\.db\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .toSorted((a, b) => a - b)

/** The store as it stood then, as a file. */
export function layDownSchema(version: number, file: string): string {
  writeFileSync(file, gunzipSync(readFileSync(join(folder, `schema-${String(version).padStart(4, '0')}.db.gz`))))
  return file
}
