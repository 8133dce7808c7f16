import { appendAudit } from '../../db/repositories/audit-trail.ts'
import { settleLeads } from '../../db/repositories/lead-index.ts'
import { changeLogOf } from '../../db/undo/change-log.ts'
import type { Context } from './context.ts'
import { payOwedEntries } from './owed-entries.ts'
import { type DoneAct, dropAct, keepAct } from './services/acts.ts'
import { subjectOf } from './subject-of.ts'

/** What a request came to; with `undoId` it can be taken back for a while by `acts.undo`. */
export type Outcome = { readonly value: unknown; readonly undoId?: string }

/**
 * A command in one immediate transaction with its audit entry: either both are there afterwards or neither. What it changes is
 * noted on the way, so that every command can be undone without a word of its own; undoing itself is final.
 */
export function runCommand(context: Context, operation: string, input: unknown, work: () => unknown): Outcome {
  const { db, desk, now, me } = context
  const log = changeLogOf(db)
  payOwedEntries(desk, db)
  const isFinal = operation === 'acts.undo'
  const { value, done } = db
    .transaction((): { readonly value: unknown; readonly done: DoneAct | null } => {
      const { value, changes } = isFinal ? { value: work(), changes: null } : log.record(work)
      // A transaction cannot wait: a command that does would commit before it is done.
      if (value instanceof Promise) throw new Error(`${operation} is a command and must be synchronous`)
      settleLeads(db)
      const subject = subjectOf(input) ?? subjectOf(value)
      appendAudit(db, { at: now, staffId: me.id, operation, subject })
      if (changes === null) return { value, done: null }
      return { value, done: { operation, subject, changes, witness: log.witnessOf(changes) } }
    })
    .immediate()
  if (isFinal) dropAct(context, (input as { readonly undoId: string }).undoId)
  return done === null ? { value } : { value, undoId: keepAct(context, done) }
}
