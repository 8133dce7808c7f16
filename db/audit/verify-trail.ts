import type { AuditFault } from '../../shared/values/audit-kind.ts'
import type { Db } from '../connection.ts'
import { entryHash, type HashedEntry, NO_HASH } from './entry-hash.ts'
import type { TrailEnd } from './trail-end.ts'

/** The first entry that is not what it was, and how it is not. */
export type TrailFault = { readonly seq: number; readonly fault: AuditFault }

/** A stretch of the trail that was looked through: `upTo` is where the next one begins; `isEnd` when there is none. */
export type TrailCheck = { readonly upTo: number; readonly isEnd: boolean; readonly fault: TrailFault | null }

type Entry = HashedEntry & { readonly hash: Uint8Array }
const COLUMNS = 'seq, at, staff_id AS staffId, kind, operation, subject, detail, previous, hash'

/**
 * Looks through the `most` entries after `after` (0: from the first): each must say what its hash says, and carry the hash of the one
 * before it. A trail of years is looked through in stretches; what was looked through before is not read again.
 */
export function checkTrail(db: Db, after: number, most: number): TrailCheck {
  let last = entryAt(db, after) ?? null
  let upTo = after
  if (after > 0 && last === null) return { upTo, isEnd: true, fault: { seq: after, fault: 'missing' } }
  const rows = db.prepare<[number, number], Entry>(
    `SELECT ${COLUMNS} FROM audit_trail WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  let count = 0
  for (const entry of rows.iterate(after, most)) {
    const fault = isChained(entry, last) ? null : { entry, last }
    if (fault !== null) return { upTo, isEnd: true, fault: explain(db, fault.entry, fault.last) }
    last = entry
    upTo = entry.seq
    count += 1
  }
  if (count === most) return { upTo, isEnd: false, fault: null }
  return { upTo, isEnd: true, fault: faultAtEnd(db, upTo) }
}

/** The whole trail at once, held against where it ended when the newest backup was made. */
export function verifyAuditTrail(db: Db, backedUp: TrailEnd | null = null): TrailFault | null {
  return db.transaction(() => checkTrail(db, 0, Number.MAX_SAFE_INTEGER).fault ?? faultAgainst(db, backedUp))()
}

/** What a backup's manifest says has been there must still be there, as it was. */
export function faultAgainst(db: Db, backedUp: TrailEnd | null): TrailFault | null {
  if (backedUp === null) return null
  const entry = entryAt(db, backedUp.seq)
  if (entry === undefined) return { seq: backedUp.seq, fault: 'cut' }
  return hexOf(entry.hash) === backedUp.hash ? null : { seq: backedUp.seq, fault: 'changed' }
}

function isChained(entry: Entry, last: Entry | null): boolean {
  if (entry.seq !== (last?.seq ?? 0) + 1) return false
  return isSame(entry.previous, last?.hash ?? NO_HASH) && isSame(entry.hash, entryHash(entry))
}

/** SQLite itself remembers the highest number there has been. */
function faultAtEnd(db: Db, upTo: number): TrailFault | null {
  const highest = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_trail'").pluck().get()
  return highest === undefined || highest <= upTo ? null : { seq: upTo + 1, fault: 'cut' }
}

/** An entry is looked for within so many places of where it stands. */
const MOST_PLACES = 1000

/** What has happened at the first entry that does not follow from the one before it. */
function explain(db: Db, entry: Entry, last: Entry | null): TrailFault {
  const expected = (last?.seq ?? 0) + 1
  const before = last?.hash ?? NO_HASH
  if (entry.seq > expected) return { seq: expected, fault: 'missing' }
  const { seq } = entry
  // Numbers below the first were never given.
  if (seq < expected) return { seq, fault: 'inserted' }
  const belongsAt = isSame(entry.hash, entryHash(entry)) ? seq : placeOf(entry)
  // The one before it was slipped in with a hash that fits: this one still names the one before that.
  if (last !== null && belongsAt === seq - 1 && isSame(entry.previous, last.previous)) {
    return { seq: last.seq, fault: 'inserted' }
  }
  if (belongsAt !== null && belongsAt !== seq) return { seq, fault: 'reordered' }
  const next = entryAt(db, seq + 1)
  if (next !== undefined && isSame(next.previous, before)) return { seq, fault: 'inserted' }
  const isForeign = next === undefined && !isSame(entry.previous, before)
  return { seq, fault: isForeign && !wouldFit(entry, before) ? 'inserted' : 'changed' }
}

/** Whether only what it says of the entry before it is wrong. */
function wouldFit(entry: Entry, previous: Uint8Array): boolean {
  return isSame(entry.hash, entryHash({ ...entry, previous }))
}

/** The number under which an entry's hash was made; null when it was not made of what the entry says now. */
function placeOf(entry: Entry): number | null {
  for (let away = 1; away <= MOST_PLACES; away += 1) {
    for (const seq of [entry.seq - away, entry.seq + away]) {
      if (isSame(entry.hash, entryHash({ ...entry, seq }))) return seq
    }
  }
  return null
}

function entryAt(db: Db, seq: number): Entry | undefined {
  return db.prepare<[number], Entry>(`SELECT ${COLUMNS} FROM audit_trail WHERE seq = ?`).get(seq)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
