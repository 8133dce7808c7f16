import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportRow } from '../../../../shared/domain/import/fields.ts'
import type { Instant } from '../../../../shared/values/business-date.ts'
import type { Desk } from '../../desk.ts'

/** A foreign file while somebody decides what it means. */
export type ShelvedFile = {
  readonly token: string
  readonly name: string
  readonly sha256: string
  readonly encoding: string
  readonly delimiter: string
  readonly rows: readonly ImportRow[]
}

/** Files are held whole in memory: few, and not for ever. */
const MOST_FILES = 4
const KEEP_MS = 2 * 3_600_000

type Slot = { readonly file: ShelvedFile; readonly usedAt: Instant }
/** By desk, so that what one program read is not within reach of another in the same process. */
const shelves = new WeakMap<Desk, Map<string, Slot>>()

function shelfOf(desk: Desk, now: Instant): Map<string, Slot> {
  const shelf = shelves.get(desk) ?? new Map<string, Slot>()
  shelves.set(desk, shelf)
  for (const [token, slot] of shelf) if (now - slot.usedAt > KEEP_MS) shelf.delete(token)
  return shelf
}

export function putOnShelf(desk: Desk, file: ShelvedFile, now: Instant): void {
  const shelf = shelfOf(desk, now)
  shelf.set(file.token, { file, usedAt: now })
  // A Map keeps the order of insertion and takeFromShelf renews it: the first is the one unused the longest.
  for (const token of [...shelf.keys()].slice(0, Math.max(0, shelf.size - MOST_FILES))) shelf.delete(token)
}

/** The file under a token; refused with `import_expired` when it is no longer held. */
export function takeFromShelf(desk: Desk, token: string, now: Instant): ShelvedFile {
  const shelf = shelfOf(desk, now)
  const slot = shelf.get(token)
  if (slot === undefined) throw new Refusal('import_expired')
  shelf.delete(token)
  shelf.set(token, { file: slot.file, usedAt: now })
  return slot.file
}
