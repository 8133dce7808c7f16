import { randomBytes } from 'node:crypto'
import { ERASED_TEXT } from '../../shared/values/erased.ts'
import type { Db } from '../connection.ts'

/** From so many characters on a note is not too short (interchange.md, followUpAudit, rule c). */
const LONG_ENOUGH = 6

const OF_ERASED = 'lead_id IN (SELECT id FROM leads WHERE customer_id IN (SELECT customer_id FROM erasures))'

type Written = { readonly staffId: string; readonly noteKey: string }

/**
 * Takes what was noted of a customer's contacts away and keeps what figures ask of a note: whether it is long enough, and whether the
 * same person wrote the same elsewhere (interchange.md, followUpAudit, rules a and c). So each note becomes a token of its own, the same
 * for the same; one that stands on contacts with others too is a phrase and stays, unless `names` says that it names the person.
 * When the last of those others is erased as well, it goes from all of them.
 */
export function eraseNotes(db: Db, customerId: string, names: (text: string) => boolean): void {
  const written = db
    .prepare<[{ customerId: string }], Written>(
      `SELECT DISTINCT staff_id AS staffId, coalesce(note_key, '') AS noteKey FROM follow_ups
       WHERE lead_id IN (SELECT id FROM leads WHERE customer_id = @customerId) AND note IS NOT NULL`,
    )
    .all({ customerId })
  if (written.length === 0) return
  const isShared = phrasesOf(db, written)
  const replace = db.prepare(
    `UPDATE follow_ups SET note = @token, note_key = @token
     WHERE staff_id = @staffId AND coalesce(note_key, '') = @noteKey AND note IS NOT NULL AND ${OF_ERASED}`,
  )
  for (const { staffId, noteKey } of written) {
    if (isShared({ staffId, noteKey }) && !names(noteKey)) continue
    replace.run({ staffId, noteKey, token: tokenFor(noteKey) })
  }
}

/** Which of these notes stand on contacts with customers who are on file. */
function phrasesOf(db: Db, written: readonly Written[]): (note: Written) => boolean {
  const rows = db
    .prepare<[string], Written>(
      `SELECT DISTINCT f.staff_id AS staffId, f.note_key AS noteKey FROM follow_ups f
       WHERE f.note_key IN (SELECT value FROM json_each(?)) AND NOT ${OF_ERASED}`,
    )
    .all(JSON.stringify(written.map(({ noteKey }) => noteKey).filter((key) => key !== '')))
  const keyOf = ({ staffId, noteKey }: Written) => JSON.stringify([staffId, noteKey])
  const shared = new Set(rows.map(keyOf))
  return (note) => shared.has(keyOf(note))
}

function tokenFor(noteKey: string): string | null {
  if (noteKey === '') return null
  const random = randomBytes(4).toString('hex')
  return [...noteKey].length < LONG_ENOUGH ? `#${random.slice(0, LONG_ENOUGH - 2)}` : `[${ERASED_TEXT} ${random}]`
}
