import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncToDisk } from './sync-to-disk.ts'

/** A key closed with what stands on an owner's paper: without that code it says nothing. */
export const keyPaperForm = z.object({
  staffId: z.string(),
  /** Of scrypt, so that it can be raised later. */
  cost: z.object({ N: z.int().positive(), r: z.int().positive(), p: z.int().positive() }),
  salt: z.string(),
  closed: z.string(),
})
export type KeyPaper = Readonly<z.infer<typeof keyPaperForm>>

const keyFileForm = z.object({
  form: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  madeAt: z.iso.datetime(),
  /** By the system's key store, which alone can open `value`; or here, where `value` is the key itself in base64. */
  keptBy: z.enum(['system', 'file']),
  value: z.string(),
  papers: z.array(keyPaperForm),
})
/** One key of a store, as it lies on the disk. */
export type KeyFile = Readonly<z.infer<typeof keyFileForm>>

/** Where the keys of a store lie: beside it and named after it. Each in a file of its own, so that none can be lost by writing another. */
export function keysFolderOf(storeFile: string): string {
  return `${storeFile}-keys`
}

/** Newest first. What cannot be read is left out: it may be half of what another program is just writing. */
export function readKeyFiles(storeFile: string): readonly KeyFile[] {
  const folder = keysFolderOf(storeFile)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names
    .flatMap((name) => readKeyFile(join(folder, name)))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : a.id < b.id ? -1 : 1))
}

function readKeyFile(path: string): KeyFile[] {
  try {
    return [keyFileForm.parse(JSON.parse(readFileSync(path, 'utf8')))]
  } catch {
    return []
  }
}

/** Whole and on the disk, or as it was before. */
export function writeKeyFile(storeFile: string, file: KeyFile): void {
  const folder = keysFolderOf(storeFile)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${file.id}.json`)
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(unfinished, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 })
    syncToDisk(unfinished)
    renameSync(unfinished, path)
    syncToDisk(folder)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
