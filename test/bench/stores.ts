import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeStore } from '../../db/connection.ts'
import { generateStore } from './store/generate-store.ts'
import type { StoreSize } from './store/sizes.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Whatever a generated store is made by: when any of it changes, it is made anew. */
const MADE_BY = [
  'test/bench/store',
  'db/migrations',
  'db/search',
  'db/repositories/lead-history.ts',
  'db/repositories/lead-index.ts',
  'db/repositories/row-writer.ts',
  'electron/demo',
  'shared/domain/lead-history.ts',
]

/** The generated store of a size, kept in the folder between runs; `said` hears when one has to be made. */
export function keptStore(folder: string, size: StoreSize, said: (text: string) => void): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${size.name}-${recipe()}.db`)
  if (existsSync(file)) return file
  for (const old of readdirSync(folder)) if (old.startsWith(`${size.name}-`)) rmSync(join(folder, old), { force: true })
  const start = performance.now()
  const unfinished = join(folder, `${size.name}-unfinished.db`)
  closeStore(generateStore(unfinished, size))
  renameSync(unfinished, file)
  said(`${size.name} generated in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  return file
}

/** A showroom's folder of its own with that store in it, to be written into. */
export function freshFolder(folder: string, store: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  copyFileSync(store, join(folder, 'showroom.db'))
  return folder
}

function recipe(): string {
  const hash = createHash('sha256')
  for (const path of MADE_BY) for (const file of filesUnder(join(ROOT, path))) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 10)
}

function filesUnder(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => file.endsWith('.ts'))
    .sort()
}
