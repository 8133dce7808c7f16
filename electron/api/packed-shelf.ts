import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyPaper } from '../../db/key-file.ts'
import type { StoreSource } from '../../db/replace-store.ts'
import { holdKey } from '../../db/store-key.ts'
import type { Instant } from '../../shared/values/business-date.ts'

export type PackedFile = {
  readonly id: string
  readonly path: string
  readonly bytes: number
  readonly savedAt: Instant
  /** Handed over by the desktop window, wherever it lies; otherwise it is in the folder for them. */
  readonly isOffered: boolean
}

/** A store somebody has looked into: what takes the present one's place is this and nothing else. */
export type Previewed = StoreSource & {
  readonly id: string
  readonly kind: 'backup' | 'packed'
  /** That came along with a packed one; this PC does not keep it before the store is put in place. */
  readonly key: { readonly key: Buffer; readonly papers: readonly KeyPaper[] } | null
}

export type PackedShelf = {
  readonly folder: string
  readonly list: () => readonly PackedFile[]
  readonly offer: (path: string) => Promise<void>
  /** A name in the folder under which nothing lies yet, for a store that is being opened. */
  readonly newTemporary: () => string
  /** Remembers what was looked into; the one before is forgotten, a temporary file with it. */
  readonly keepPreview: (source: Omit<Previewed, 'id'>) => string
  readonly findPreview: (id: string) => Previewed | null
  readonly forgetPreview: () => void
}

export const PACKED_ENDING = '.ninepoint'
const MOST_OFFERED = 5
const LEFT_OVER_MS = 3_600_000

export function createPackedShelf(dataFolder: string): PackedShelf {
  const folder = join(dataFolder, 'packed')
  removeLeftOvers(folder)
  let offered: readonly { readonly id: string; readonly path: string }[] = []
  let preview: Previewed | null = null
  let release = () => {}

  const forgetPreview = () => {
    if (preview?.kind === 'packed') rmSync(preview.file, { force: true })
    preview = null
    release()
    release = () => {}
  }
  return {
    folder,
    list: () => {
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(PACKED_ENDING)) : []
      return [
        ...offered.flatMap(({ id, path }) => describe(id, path, true)),
        ...names.flatMap((name) => describe(name, join(folder, name), false)),
      ].toSorted((a, b) => Number(b.isOffered) - Number(a.isOffered) || b.savedAt - a.savedAt)
    },
    offer: async (path) => {
      if (!(await stat(path)).isFile()) throw new Error('what was offered is no file')
      const others = offered.filter((one) => one.path !== path)
      offered = [{ id: `offered:${randomUUID()}`, path }, ...others].slice(0, MOST_OFFERED)
    },
    newTemporary: () => {
      mkdirSync(folder, { recursive: true })
      return join(folder, `.opening-${randomUUID()}.db`)
    },
    keepPreview: (source) => {
      forgetPreview()
      preview = { ...source, id: randomUUID() }
      // At hand for as long as it may be put in place.
      if (source.key !== null) release = holdKey(source.key.key)
      return preview.id
    },
    findPreview: (id) => (preview?.id === id ? preview : null),
    forgetPreview,
  }
}

/** Nothing, when it has been taken away meanwhile: a stick that was pulled out. */
function describe(id: string, path: string, isOffered: boolean): PackedFile[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return []
  return [{ id, path, bytes: found.size, savedAt: Math.round(found.mtimeMs), isOffered }]
}

/** What a program left that ended while it packed or opened; young ones may be another program's at work. */
function removeLeftOvers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const isOurs = name.startsWith('.opening-') || name.endsWith(`${PACKED_ENDING}.tmp`)
    const path = join(folder, name)
    if (isOurs && Date.now() - statSync(path).mtimeMs > LEFT_OVER_MS) rmSync(path, { force: true })
  }
}
