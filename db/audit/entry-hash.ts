import { hash } from 'node:crypto'

/** What an entry of the trail says; `previous` is the hash of the entry before it. */
export type HashedEntry = {
  readonly seq: number
  readonly at: number
  readonly staffId: string | null
  readonly kind: string
  readonly operation: string
  readonly subject: string | null
  readonly detail: string | null
  readonly previous: Uint8Array
}

/** What stands before the first entry. */
export const NO_HASH: Uint8Array = Buffer.alloc(32)

/** SHA-256 over all an entry says and the hash of the one before it: whoever changes one would have to change all that follow. */
export function entryHash(entry: HashedEntry): Buffer {
  const { seq, at, staffId, kind, operation, subject, detail, previous } = entry
  const link = Buffer.from(previous).toString('hex')
  // JSON keeps apart what would read alike when it is only put side by side.
  return hash('sha256', JSON.stringify([seq, at, staffId, kind, operation, subject, detail, link]), 'buffer')
}

/** The same for a migration, which chains what an older program wrote: called by SQL with the columns in this order. */
export function entryHashOfColumns(...columns: readonly unknown[]): Buffer {
  const [seq, at, staffId, kind, operation, subject, detail, previous] = columns
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return entryHash({
    seq: Number(seq),
    at: Number(at),
    staffId: text(staffId),
    kind: text(kind) ?? '',
    operation: text(operation) ?? '',
    subject: text(subject),
    detail: text(detail),
    previous: previous instanceof Uint8Array ? previous : NO_HASH,
  })
}
