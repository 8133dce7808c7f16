import type { Db } from './connection.ts'

/** Differs after whatever this connection, or another one on the same file, has written: what was read at one moment holds as long as it is that moment. */
export function momentOf(db: Db): string {
  const ofOthers = String(db.pragma('data_version', { simple: true }))
  return `${ofOthers} ${String(db.prepare('SELECT total_changes()').pluck().get())}`
}
