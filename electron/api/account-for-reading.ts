import { troubleOf } from '../../db/connection.ts'
import { appendAudit } from '../../db/repositories/audit-trail.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import type { Audit } from '../../shared/contract/operation.ts'
import type { Context, OpenContext } from './context.ts'
import { enterOrOwe, oweEntry, payOwedEntries } from './owed-entries.ts'
import { personOf } from './person-of.ts'
import { noteOfReading } from './reading-notes.ts'
import { countLately, isLately, rememberLately } from './seen-lately.ts'
import { subjectOf } from './subject-of.ts'

/** Of one person within a while; by then a program is at work, and the trail, which nobody can shorten, is not to be filled by it. */
const MOST_REFUSALS = 200

type Asked = { readonly op: string; readonly audit: Audit; readonly input: unknown }

/**
 * Reads one moment of the store and, in the same transaction, writes into the audit trail what was seen of whom, where the
 * operation's `audit` says that this is kept. What the same person has just seen is not entered again.
 */
export function readAccountably(context: Context, { op, audit, input }: Asked, read: () => unknown): unknown {
  const { db, desk, me, now } = context
  if (audit === 'no') return db.transaction(read)()
  const seen: { value?: unknown; isRead: boolean } = { isRead: false }
  const noteNew = () => {
    const note = noteOfReading(audit, input, seen.value)
    if (note === null || isLately(db, keyOf(me.id, op, note.key), now)) return null
    const entry = { at: now, staffId: me.id, operation: op, subject: note.subject, detail: note.detail }
    return { entry, key: keyOf(me.id, op, note.key) }
  }
  try {
    const note = db.transaction(() => {
      seen.value = read()
      seen.isRead = true
      const found = noteNew()
      if (found !== null && !desk.writeTurns.isTaken()) appendAudit(db, found.entry)
      return found
    })()
    if (note === null) return seen.value
    rememberLately(db, note.key, now)
    if (desk.writeTurns.isTaken()) oweEntry(desk, db, note.entry)
    else payOwedEntries(desk, db)
  } catch (error) {
    // What was read was read; only its entry could not be written.
    if (!seen.isRead || troubleOf(error) === null) throw error
    const note = noteNew()
    if (note !== null) {
      rememberLately(db, note.key, now)
      oweEntry(desk, db, note.entry)
    }
  }
  return seen.value
}

/** Whoever reaches for what is not theirs is entered, once a while for each thing; the refusal itself is answered anyway. */
export function accountForRefusal(context: OpenContext, op: string, input: unknown, error: unknown): void {
  if (!(error instanceof Refusal)) return
  const { code } = error.failure
  const store = context.desk.store()
  const me = personOf(context)
  if ((code !== 'forbidden' && code !== 'not_yours') || store === null || me === null) return
  const { desk, now } = context
  // What is not theirs has been found, so its id is one of ours; of anything else nothing that was sent is kept.
  const subject = code === 'not_yours' ? subjectOf(input) : null
  const refused = `refused ${me.id} `
  const key = `${refused}${op} ${code} ${subject}`
  if (isLately(store.db, key, now)) return
  if (countLately(store.db, refused, now) >= MOST_REFUSALS) {
    return desk.log.warn({ op, staffId: me.id, subject }, 'refused too often to be entered each time')
  }
  rememberLately(store.db, key, now)
  enterOrOwe(desk, store.db, { at: now, staffId: me.id, operation: op, subject, kind: 'refused', detail: code })
}

function keyOf(staffId: string, op: string, rest: string): string {
  return `${staffId} ${op} ${rest}`
}
