import type { Db } from '../connection.ts'
import { leadTracesOf } from './lead-traces.ts'
import { type Changes, logSchema } from './log-schema.ts'
import { reverserOf } from './reverse.ts'
import { trackedTables } from './tracked-tables.ts'

/** What this connection remembers of what was written through it; gone with the connection. Every call is in a transaction. */
export type ChangeLog = {
  /** Does work and notes every row it changes; null when it has changed none. */
  readonly record: <T>(work: () => T) => { readonly value: T; readonly changes: Changes | null }
  /** What else must still be so when the changes are taken back (lead-traces.ts). */
  readonly witnessOf: (changes: Changes) => string
  /** Puts the store back as it was before the changes; false when it cannot, and then the caller rolls back. */
  readonly takeBack: (changes: Changes) => boolean
  readonly forget: (changes: Changes) => void
}

const logs = new WeakMap<Db, ChangeLog>()

/** The log of a connection, made the first time: outside of any transaction, which could be rolled back and the log with it. */
export function changeLogOf(db: Db): ChangeLog {
  const known = logs.get(db)
  if (known !== undefined) return known
  if (db.inTransaction) throw new Error('the change log is opened before the transaction begins')
  const tables = trackedTables(db)
  // Otherwise INSERT OR REPLACE would take rows away without a word.
  db.pragma('recursive_triggers = ON')
  db.exec(logSchema(tables))
  const reverse = reverserOf(db, tables)
  const { witnessOf, settle } = leadTracesOf(db, tables)
  const takeBack = (changes: Changes) => {
    if (!reverse(changes)) return false
    settle(changes)
    return true
  }
  const log = { ...recorderOf(db), witnessOf, takeBack }
  logs.set(db, log)
  return log
}

function recorderOf(db: Db): Pick<ChangeLog, 'record' | 'forget'> {
  const start = db.prepare('INSERT INTO temp.undo_on VALUES (1)')
  const stop = db.prepare('DELETE FROM temp.undo_on')
  const newest = db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM temp.undo_log').pluck()
  const drop = db.prepare<[Changes]>('DELETE FROM temp.undo_log WHERE n BETWEEN @first AND @last')
  const last = () => newest.get() ?? 0
  return {
    record: (work) => {
      const first = last() + 1
      start.run()
      // What throws is rolled back by the caller, the log and its switch too: they are part of the transaction.
      const value = work()
      stop.run()
      const changes = { first, last: last() }
      return { value, changes: changes.last < first ? null : changes }
    },
    forget: (changes) => void drop.run(changes),
  }
}
