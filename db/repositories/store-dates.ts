import { businessDateOf } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

const REBUILD = `
  UPDATE leads SET created_on = business_date(created_at);
  UPDATE visits SET arrived_on = business_date(arrived_at);
  UPDATE import_batches SET imported_on = business_date(imported_at);
  UPDATE follow_ups SET done_on = business_date(done_at), reviewed_on = business_date(reviewed_at);`

/** The store's time zone; UTC while a file has no store yet. */
export function readTimeZone(db: Db): string {
  return (db.prepare('SELECT time_zone FROM store').pluck().get() as string | undefined) ?? 'UTC'
}

/**
 * Derives every business date anew after the store's time zone changed (domain.md 4: a timestamp falls on a date in the store's
 * zone). The caller holds the transaction and rewrites the history of all leads after it.
 */
export function rebuildStoreDates(db: Db, timeZone: string): void {
  db.function('business_date', { deterministic: true }, (at: unknown) =>
    typeof at === 'number' ? businessDateOf(at, timeZone) : null,
  )
  db.exec(REBUILD)
}
