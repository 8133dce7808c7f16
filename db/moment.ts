import type { Db } from './connection.ts'

/** Rows a connection has written that nothing read stands on. */
const aside = new WeakMap<Db, number>()

/** Tells that rows were written on which no figure stands (the audit trail): they leave the moment as it was. */
export function leaveAside(db: Db, rows: number): void {
  aside.set(db, (aside.get(db) ?? 0) + rows)
}

/** Does work that writes only such rows. */
export function writeAside(db: Db, work: () => void): void {
  const before = totalChanges(db)
  try {
    work()
  } finally {
    // What is rolled back counts as well.
    leaveAside(db, totalChanges(db) - before)
  }
}

/** Differs after whatever this connection, or another one on the same file, has written: what was read at one moment holds as long as it is that moment. */
export function momentOf(db: Db): string {
  const ofOthers = String(db.pragma('data_version', { simple: true }))
  return `${ofOthers} ${totalChanges(db) - (aside.get(db) ?? 0)}`
}

function totalChanges(db: Db): number {
  return Number(db.prepare('SELECT total_changes()').pluck().get())
}
