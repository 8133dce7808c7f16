import type { Db } from '../../db/connection.ts'
import { rebuildLeadIndex } from '../../db/repositories/lead-index.ts'

const ROWS = `
  SELECT r.*, w.words FROM lead_list r LEFT JOIN lead_words w ON w.n = r.n ORDER BY r.lead_id`

/** What list and search know, without the numbers they give to leads. Throws when the index does not hold its own words. */
function indexed(db: Db): readonly unknown[] {
  db.exec(`INSERT INTO lead_search (lead_search, rank) VALUES ('integrity-check', 1)`)
  return db
    .prepare<[], Readonly<Record<string, unknown>>>(ROWS)
    .all()
    .map(({ n: _, ...row }) => row)
}

/** The index as it stands, and as it is when it is made anew; the store is left as it was. */
export function indexAndRebuilt(db: Db): { readonly stands: readonly unknown[]; readonly anew: readonly unknown[] } {
  const unsettled = db.prepare('SELECT lead_id FROM stale_leads').pluck().all()
  const stands = [...indexed(db), ...unsettled]
  db.exec('SAVEPOINT rebuilt')
  rebuildLeadIndex(db)
  const anew = indexed(db)
  db.exec('ROLLBACK TO rebuilt; RELEASE rebuilt')
  return { stands, anew }
}
