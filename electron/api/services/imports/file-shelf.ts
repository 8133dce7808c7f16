import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportRow } from '../../../../shared/domain/import/fields.ts'
import type { Instant } from '../../../../shared/values/business-date.ts'
import { MOST_ROWS } from './limits.ts'
import type { SheetRows } from './sheet-rows.ts'
import { unreadable } from './unreadable.ts'

/** One sheet of a file; `ok: false` when it holds more than can be looked through, which matters only to who chooses it. */
export type FileSheet = SheetRows & { readonly name: string; readonly hidden: boolean }

/** A foreign file while somebody decides what it means. */
export type ShelvedFile = {
  readonly token: string
  readonly name: string
  readonly sha256: string
  readonly format: 'text' | 'workbook'
  readonly encoding: string
  readonly delimiter: string
  readonly sheets: readonly FileSheet[]
}

/** The rows of a sheet; refused when there is no such sheet or it holds too much. */
export function rowsOf(file: ShelvedFile, sheet: number): readonly ImportRow[] {
  const found = file.sheets[sheet]
  if (found === undefined) throw new Refusal('not_found')
  if (found.ok) return found.rows
  throw found.problem === 'rows'
    ? new Refusal('file_too_large', { params: { rows: MOST_ROWS } })
    : unreadable('columns')
}

export type Shelf = {
  readonly put: (file: ShelvedFile, now: Instant) => void
  /** The file under a token; refused with `import_expired` when it is no longer held. */
  readonly take: (token: string, now: Instant) => ShelvedFile
}

/** Files are held whole in memory: few, and not for ever. */
const MOST_FILES = 4
const KEEP_MS = 2 * 3_600_000

export function createShelf(): Shelf {
  // A Map keeps the order of insertion, which is renewed with every use: the first is the one unused the longest.
  const slots = new Map<string, { readonly file: ShelvedFile; readonly usedAt: Instant }>()
  const put = (file: ShelvedFile, now: Instant) => {
    slots.delete(file.token)
    slots.set(file.token, { file, usedAt: now })
  }
  return {
    put: (file, now) => {
      put(file, now)
      for (const token of [...slots.keys()].slice(0, Math.max(0, slots.size - MOST_FILES))) slots.delete(token)
    },
    take: (token, now) => {
      for (const [held, { usedAt }] of slots) if (now - usedAt > KEEP_MS) slots.delete(held)
      const slot = slots.get(token)
      if (slot === undefined) throw new Refusal('import_expired')
      put(slot.file, now)
      return slot.file
    },
  }
}
