import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { trailEnd } from './audit/trail-end.ts'
import type { Db } from './connection.ts'
import { keyPaperForm } from './key-file.ts'
import { LockedFileError, openFile } from './store-key.ts'

export const manifestForm = z.object({
  /** Counts up in its folder, whatever the clock says. */
  number: z.int().positive(),
  createdAt: z.iso.datetime(),
  sha256: z.string(),
  schemaVersion: z.int(),
  /** Rows of each table. */
  counts: z.record(z.string(), z.int().nonnegative()),
  reason: z.enum(['before_replacing', 'before_update', 'scheduled']).optional(),
  /** Of an encrypted store: which key opens it, and that key as an owner's paper opens it. Files and paper are enough. */
  key: z.object({ id: z.string(), papers: z.array(keyPaperForm) }).optional(),
  /** Where the audit trail ended (db/audit/verify-trail.ts). */
  trail: trailEnd.optional(),
})
/** What was true of a backup when it was made; it lies beside the file as `<name>.json`. */
export type BackupManifest = Readonly<z.infer<typeof manifestForm>>

/** `manifest` is null when it is missing or unreadable: then nobody can say what the file should hold. */
export type BackupFile = { readonly file: string; readonly bytes: number; readonly manifest: BackupManifest | null }

/**
 * Made because another store was about to take the place of this one, or a newer program to bring it to its schema: the way back. Or
 * because some hours had passed.
 */
export type BackupReason = NonNullable<BackupManifest['reason']>

/** `locked`: the bytes are those that were written, and their key is not to be had here. */
export type BackupProblem = 'missing' | 'no_manifest' | 'changed' | 'locked' | 'damaged' | 'references' | 'counts'
export type BackupCheck =
  | { readonly ok: true; readonly manifest: BackupManifest }
  | { readonly ok: false; readonly problem: BackupProblem }

/** The backup cannot be trusted; nothing has been replaced by it. */
export class BackupError extends Error {
  readonly problem: BackupProblem
  constructor(problem: BackupProblem, file: string) {
    super(`backup ${problem}: ${file}`)
    this.problem = problem
  }
}

const NAME_FORM = /^ninepoint-\d{8}-\d{6}(?:-\d+)?\.db$/
const CHUNK_BYTES = 1 << 20

/** The backups of a folder, newest first, those without a manifest last. Quick: the files are not looked into. */
export function listBackups(folder: string): readonly BackupFile[] {
  // A file in the folder's place holds none: whoever wants to make one will be told, and nobody is kept from working.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const names = readdirSync(folder).filter((name) => NAME_FORM.test(name))
  const files = names.map((name) => describeBackup(join(folder, name)))
  const number = (backup: BackupFile) => backup.manifest?.number ?? 0
  return files.toSorted((a, b) => number(b) - number(a) || (a.file < b.file ? 1 : -1))
}

export function describeBackup(file: string): BackupFile {
  return { file, bytes: statSync(file).size, manifest: readManifest(file) }
}

/** Whether a backup still holds, byte for byte, the whole and consistent store it held when it was made. */
export function verifyBackup(file: string): BackupCheck {
  if (!existsSync(file)) return { ok: false, problem: 'missing' }
  const manifest = readManifest(file)
  if (manifest === null) return { ok: false, problem: 'no_manifest' }
  if (sha256Of(file) !== manifest.sha256) return { ok: false, problem: 'changed' }
  const problem = inspectStoreFile(file, manifest.counts)
  return problem === null ? { ok: true, manifest } : { ok: false, problem }
}

/** What is wrong inside a store file that should hold `counts`; null = nothing. The file must not be in WAL mode. */
export function inspectStoreFile(file: string, counts: BackupManifest['counts']): BackupProblem | null {
  let db: Db | undefined
  try {
    db = openFile(file, { readonly: true, fileMustExist: true })
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return 'damaged'
    // integrity_check does not look at references.
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return 'references'
    const found = rowCounts(db)
    const isSame = Object.keys({ ...found, ...counts }).every((table) => found[table] === counts[table])
    return isSame ? null : 'counts'
  } catch (error) {
    return error instanceof LockedFileError ? 'locked' : 'damaged'
  } finally {
    db?.close()
  }
}

/** Rows of every table. */
export function rowCounts(db: Db): Readonly<Record<string, number>> {
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all() as string[]
  const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
  return Object.fromEntries(tables.map((table) => [table, count(table)]))
}

export function manifestFileOf(file: string): string {
  return file.replace(/\.db$/, '.json')
}

export function sha256Of(file: string): string {
  const hash = createHash('sha256')
  const handle = openSync(file, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    for (let bytes = readSync(handle, chunk); bytes > 0; bytes = readSync(handle, chunk)) {
      hash.update(chunk.subarray(0, bytes))
    }
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

function readManifest(file: string): BackupManifest | null {
  try {
    return manifestForm.parse(JSON.parse(readFileSync(manifestFileOf(file), 'utf8')))
  } catch {
    return null
  }
}
