import type { Db } from '../connection.ts'
import { type Searched, searchWordsOf, sortKeyOf } from '../search/search-words.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'
import { rowWriter } from './row-writer.ts'

/** After every day there is: a lead that owes no contact is the last by its due date. */
export const NEVER_DUE = '9999-12-31'

const COLUMNS = [
  'created_at',
  'created_on',
  'bucket',
  'status',
  'owner_id',
  'stage',
  'channel_id',
  'model',
  'batch_id',
  'due_on',
  'touched_on',
  'last_done_on',
]

// The clock of silence is that of dormancy (silent-leads.ts): the newest change, visit or contact made.
const WANTED = `
  l.created_at, l.created_on, h.to_bucket, h.status, h.owner_id, l.stage, l.channel_id, l.model, l.batch_id,
  CASE h.status WHEN 'open' THEN coalesce(
    (SELECT min(f.due_on) FROM follow_ups f WHERE f.lead_id = l.id AND ${IS_OPEN_PLAN}), '${NEVER_DUE}')
    ELSE '${NEVER_DUE}' END,
  max(h.on_date,
    coalesce((SELECT max(v.arrived_on) FROM visits v WHERE v.lead_id = l.id AND v.voided_at IS NULL), ''),
    coalesce((SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id), '')),
  (SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = l.id)`

const OF_STALE = `
  FROM stale_leads s CROSS JOIN leads l ON l.id = s.lead_id
  JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'`

// In the order in which the leads came: of what a search finds, those with the highest numbers are listed.
const ADD_ROWS = `
  INSERT INTO lead_list (lead_id, name_key, ${COLUMNS.join(', ')}) SELECT l.id, name_sort_key(c.name), ${WANTED} ${OF_STALE}
  JOIN customers c ON c.id = l.customer_id
  WHERE NOT EXISTS (SELECT 1 FROM lead_list r WHERE r.lead_id = s.lead_id)
  ORDER BY l.created_at, l.id`

const PRESENT_ROWS = `
  SELECT r.n, ${COLUMNS.map((name) => `r.${name}`).join(', ')}, ${WANTED} ${OF_STALE}
  CROSS JOIN lead_list r ON r.lead_id = s.lead_id`

const SEARCHED = `
  SELECT r.n, r.name_key AS key, c.name, c.phone_key AS phoneKey, c.wechat, l.model, w.words AS before
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
  if (!hasUnsettledLeads(db)) return
  mendRows(db)
  db.prepare(ADD_ROWS).run()
  const gone = db.prepare<[], Omit<Changed, 'after'>>(GONE).all()
  indexWords(db, [...gone.map((one) => ({ ...one, after: null })), ...writeNames(db)])
  const drop = db.prepare('DELETE FROM lead_list WHERE n = ?')
  for (const { n } of gone) drop.run(n)
  db.prepare(
    `DELETE FROM stale_leads WHERE lead_id IN (SELECT lead_id FROM lead_list)
       OR NOT EXISTS (SELECT 1 FROM leads l WHERE l.id = lead_id)`,
  ).run()
}

/** Whether something was written that list and index do not know of yet. */
export function hasUnsettledLeads(db: Db): boolean {
  return db.prepare('SELECT 1 FROM stale_leads LIMIT 1').get() !== undefined
}

/** Only what has changed of a row: a column that is set to what it is would write each of its indexes anew all the same. */
function mendRows(db: Db): void {
  const first = COLUMNS.length + 1
  for (const row of db.prepare<[], (string | number | null)[]>(PRESENT_ROWS).raw().all()) {
    const changed = COLUMNS.flatMap((name, i) =>
      row[i + 1] === row[first + i] ? [] : [{ name, value: row[first + i] }],
    )
    if (changed.length === 0) continue
    const sets = changed.map(({ name }) => `${name} = ?`).join(', ')
    db.prepare(`UPDATE lead_list SET ${sets} WHERE n = ?`).run(...changed.map(({ value }) => value), row[0])
  }
}

type Renamed = Searched & { readonly n: number; readonly key: string; readonly before: string | null }

/** Sorts every renamed lead to its new place; answers those that are found by other words now. */
function writeNames(db: Db): Changed[] {
  const rows = db.prepare<[], Renamed>(SEARCHED).all()
  const saveKey = db.prepare('UPDATE lead_list SET name_key = ? WHERE n = ?')
  return rows.flatMap((row) => {
    const after = searchWordsOf(row)
    // Who is new has just been put in its place.
    if (row.before !== null) {
      const key = sortKeyOf(row.name)
      if (key !== row.key) saveKey.run(key, row.n)
    }
    return after === row.before ? [] : [{ n: row.n, before: row.before, after }]
  })
}

function indexWords(db: Db, changed: readonly Changed[]): void {
  if (changed.length === 0) return
  const old = changed.filter(({ before }) => before !== null)
  const isRebuilt = old.length > MOST_FORGOTTEN
  if (!isRebuilt) forgetWords(db, old)
  saveWords(db, changed)
  // One statement for all of them: row by row the index is written out after each.
  if (isRebuilt) db.prepare(`INSERT INTO lead_search (lead_search) VALUES ('rebuild')`).run()
  else db.prepare(ADD_WORDS).run(JSON.stringify(changed.filter(({ after }) => after !== null).map(({ n }) => n)))
}

function forgetWords(db: Db, old: readonly Changed[]): void {
  const forget = db.prepare(`INSERT INTO lead_search (lead_search, rowid, words) VALUES ('delete', ?, ?)`)
  for (const { n, before } of old) forget.run(n, before)
}

function saveWords(db: Db, changed: readonly Changed[]): void {
  const drop = db.prepare('DELETE FROM lead_words WHERE n = ?')
  const update = db.prepare('UPDATE lead_words SET words = ? WHERE n = ?')
  const added = rowWriter(db, 'lead_words', ['n', 'words'])
  for (const { n, before, after } of changed) {
    if (after === null) drop.run(n)
    else if (before === null) added.add([n, after])
    else update.run(after, n)
  }
  added.end()
}

const ADD_WORDS = `
  INSERT INTO lead_search (rowid, words)
  SELECT w.n, w.words FROM json_each(?) c CROSS JOIN lead_words w ON w.n = c.value`

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
