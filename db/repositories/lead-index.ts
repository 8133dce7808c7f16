import type { Db } from '../connection.ts'
import { type Searched, searchWordsOf, sortKeyOf } from '../search/search-words.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'

/** After every day there is: a lead that owes no contact is the last by its due date. */
export const NEVER_DUE = '9999-12-31'

const COLUMNS = `created_at, created_on, bucket, status, owner_id, stage, channel_id, model, batch_id, due_on, touched_on`

// The clock of silence is that of dormancy (silent-leads.ts): the newest change, visit or contact made.
const WRITE_ROWS = `
  INSERT INTO lead_list (lead_id, ${COLUMNS})
  SELECT l.id, l.created_at, l.created_on, h.to_bucket, h.status, h.owner_id, l.stage, l.channel_id, l.model, l.batch_id,
    CASE h.status WHEN 'open' THEN coalesce(
      (SELECT min(f.due_on) FROM follow_ups f WHERE f.lead_id = l.id AND ${IS_OPEN_PLAN}), '${NEVER_DUE}')
      ELSE '${NEVER_DUE}' END,
    max(h.on_date,
      coalesce((SELECT max(v.arrived_on) FROM visits v WHERE v.lead_id = l.id AND v.voided_at IS NULL), ''),
      coalesce((SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id), ''))
  FROM stale_leads s CROSS JOIN leads l ON l.id = s.lead_id
  JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
  WHERE true
  ON CONFLICT (lead_id) DO UPDATE SET ${COLUMNS.split(', ')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`

const SEARCHED = `
  SELECT r.n, c.name, c.phone_key AS phoneKey, c.wechat, l.model, w.words AS before
  FROM stale_leads s CROSS JOIN lead_list r ON r.lead_id = s.lead_id
  JOIN leads l ON l.id = r.lead_id
  JOIN customers c ON c.id = l.customer_id
  LEFT JOIN lead_words w ON w.n = r.n
  WHERE s.words = 1`

const GONE = `
  SELECT r.n, w.words AS before
  FROM stale_leads s CROSS JOIN lead_list r ON r.lead_id = s.lead_id LEFT JOIN lead_words w ON w.n = r.n
  WHERE NOT EXISTS (SELECT 1 FROM leads l WHERE l.id = s.lead_id)`

type Changed = { readonly n: number; readonly before: string | null; readonly after: string | null }

/**
 * Taking words out so that nothing of them stays in the index costs about a millisecond each; the whole index anew costs about
 * ten microseconds for each lead of the store.
 */
const MOST_FORGOTTEN = 300

/**
 * Brings list and search index up to date with whatever was written since (migration 0020 says how that is noted). The caller
 * holds the transaction of the write. Costs next to nothing when nothing was written. A lead without a history stays noted.
 */
export function settleLeads(db: Db): void {
  if (db.prepare('SELECT 1 FROM stale_leads LIMIT 1').get() === undefined) return
  db.prepare(WRITE_ROWS).run()
  const gone = db.prepare<[], Omit<Changed, 'after'>>(GONE).all()
  indexWords(db, [...gone.map((one) => ({ ...one, after: null })), ...writeNames(db)])
  const drop = db.prepare('DELETE FROM lead_list WHERE n = ?')
  for (const { n } of gone) drop.run(n)
  db.prepare(
    `DELETE FROM stale_leads WHERE lead_id IN (SELECT lead_id FROM lead_list)
       OR NOT EXISTS (SELECT 1 FROM leads l WHERE l.id = lead_id)`,
  ).run()
}

/** Sorts every renamed lead to its new place; answers those that are found by other words now. */
function writeNames(db: Db): Changed[] {
  const rows = db.prepare<[], Searched & { readonly n: number; readonly before: string | null }>(SEARCHED).all()
  const saveKey = db.prepare('UPDATE lead_list SET name_key = ? WHERE n = ?')
  return rows.flatMap((row) => {
    saveKey.run(sortKeyOf(row.name), row.n)
    const after = searchWordsOf(row)
    return after === row.before ? [] : [{ n: row.n, before: row.before, after }]
  })
}

function indexWords(db: Db, changed: readonly Changed[]): void {
  const old = changed.filter(({ before }) => before !== null)
  const isRebuilt = old.length > MOST_FORGOTTEN
  const forget = db.prepare(`INSERT INTO lead_search (lead_search, rowid, words) VALUES ('delete', ?, ?)`)
  if (!isRebuilt) for (const { n, before } of old) forget.run(n, before)
  const drop = db.prepare('DELETE FROM lead_words WHERE n = ?')
  const save = db.prepare(
    'INSERT INTO lead_words (n, words) VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET words = excluded.words',
  )
  for (const { n, after } of changed)
    if (after === null) drop.run(n)
    else save.run(n, after)
  if (isRebuilt) db.prepare(`INSERT INTO lead_search (lead_search) VALUES ('rebuild')`).run()
  // One statement for all of them: row by row the index is written out after each.
  else
    db.prepare(
      `INSERT INTO lead_search (rowid, words)
       SELECT w.n, w.words FROM json_each(?) c CROSS JOIN lead_words w ON w.n = c.value`,
    ).run(JSON.stringify(changed.filter(({ after }) => after !== null).map(({ n }) => n)))
}

/** All of it anew from the leads themselves. */
export function rebuildLeadIndex(db: Db): void {
  db.exec(`
    INSERT INTO lead_search (lead_search) VALUES ('delete-all');
    DELETE FROM lead_words;
    DELETE FROM lead_list;
    DELETE FROM stale_leads;
    INSERT INTO stale_leads SELECT id, 1 FROM leads`)
  settleLeads(db)
}
