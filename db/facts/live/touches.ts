import type { Db } from '../../connection.ts'
import { writeAside } from '../../moment.ts'

/**
 * What was written since somebody asked last, by what live counts have to look at again:
 * `lead` an id whose history, channel or existence changed; `contact` one whose visits or follow-ups did; `visit`, `deal` a day;
 * `done`, `due` person and day; `note` person, day and text; `clock` person and instant; `phone` a customer; `all` everything,
 * because settings hold for all records. Several words of a key are parted by bars, of which only the text may have its own.
 */
export type TouchKind = 'all' | 'lead' | 'contact' | 'visit' | 'deal' | 'done' | 'due' | 'note' | 'clock' | 'phone'
export type Touch = { readonly kind: TouchKind; readonly key: string }

/** Beyond this, reading anew is as fast. */
const MOST_TOUCHES = 4000

/**
 * Touches live in the connection's TEMP schema: noted by triggers in the writer's own transaction, rolled back with it, gone with
 * the connection, and no burden on any other (the import's thread). `stamp` goes back when a transaction is rolled back in which
 * touches were taken: then nobody knows what was seen, and all is read anew.
 */
const SCHEMA = `
CREATE TEMP TABLE touches (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TEMP TABLE touches_taken (stamp INTEGER NOT NULL);
INSERT INTO touches_taken VALUES (0);
${onChange('lead_history', (row) => [['lead', `${row}.lead_id`]])}
${onChange(
  'leads',
  (row) => [['lead', `${row}.id`]],
  'NEW.channel_id IS NOT OLD.channel_id',
  '(NEW.id, NEW.created_at, NEW.created_on, NEW.batch_id, NEW.customer_id) IS NOT (OLD.id, OLD.created_at, OLD.created_on, OLD.batch_id, OLD.customer_id)',
)}
${onChange('visits', (row) => [
  ['visit', `${row}.arrived_on`],
  ['contact', `${row}.lead_id`],
])}
${onChange('follow_ups', (row) => [
  ['contact', `${row}.lead_id`],
  ['done', `${row}.staff_id || '|' || ${row}.done_on`],
  ['due', `${row}.staff_id || '|' || ${row}.counts_on`],
  ['note', `${row}.staff_id || '|' || ${row}.done_on || '|' || nullif(${row}.note_key, '')`],
  ['clock', `${row}.staff_id || '|' || iif(${row}.done_on IS NULL, NULL, ${row}.recorded_at)`],
])}
${onChange('deals', (row) => [['deal', `${row}.ordered_on`]])}
${onChange('door_counts', (row) => [['visit', `${row}.date`]])}
${onChange('customers', (row) => [['phone', `${row}.id`]], '(NEW.phone IS NULL) IS NOT (OLD.phone IS NULL)')}
${['store', 'staff', 'channels', 'grade_slots', 'import_batches'].map((table) => onChange(table, () => [['all', `''`]])).join('')}`

type Noted = readonly (readonly [kind: TouchKind, key: string])[]

/** `matters` says of an update whether anything is counted by what it changes, `forAll` whether it is more than its own row. */
function onChange(table: string, noted: (row: 'NEW' | 'OLD') => Noted, matters = '1', forAll = '0'): string {
  const note = ([kind, key]: Noted[number]) =>
    `INSERT INTO touches SELECT '${kind}', ${key} WHERE ${key} IS NOT NULL ON CONFLICT DO NOTHING;`
  const trigger = (act: string, rows: readonly ('NEW' | 'OLD')[], when = '') => `
CREATE TEMP TRIGGER touch_${table}_${act} AFTER ${act} ON main.${table} ${when} BEGIN
  ${rows.flatMap(noted).map(note).join('\n  ')}
END;`
  const all = `
CREATE TEMP TRIGGER touch_${table}_all AFTER UPDATE ON main.${table} WHEN ${forAll} BEGIN ${note(['all', `''`])} END;`
  return [
    trigger('insert', ['NEW']),
    trigger('delete', ['OLD']),
    trigger('update', ['OLD', 'NEW'], `WHEN ${matters}`),
    forAll === '0' ? '' : all,
  ].join('')
}

type Taken = { readonly stamp: number; readonly version: unknown }
const lastTaken = new WeakMap<Db, Taken>()

/** What was written since the last call; 'all' when that is not known, or too much. Notes from the first call on. */
export function takeTouches(db: Db): readonly Touch[] | 'all' {
  const last = lastTaken.get(db)
  const version = db.pragma('data_version', { simple: true })
  const stamp = (last?.stamp ?? 0) + 1
  const isFirst = !hasSchema(db)
  if (isFirst) createSchema(db)
  const isKnown =
    !isFirst &&
    last?.version === version &&
    db.prepare('SELECT stamp FROM temp.touches_taken').pluck().get() === last?.stamp
  const touches = db.prepare<[], Touch>(`SELECT kind, key FROM temp.touches LIMIT ${MOST_TOUCHES + 1}`).all()
  if (isKnown && touches.length === 0) return touches
  writeAside(db, () => {
    db.prepare('DELETE FROM temp.touches').run()
    db.prepare('UPDATE temp.touches_taken SET stamp = ?').run(stamp)
  })
  lastTaken.set(db, { stamp, version })
  if (!isKnown || touches.length > MOST_TOUCHES || touches.some(({ kind }) => kind === 'all')) return 'all'
  return touches
}

function hasSchema(db: Db): boolean {
  return db.prepare(`SELECT 1 FROM temp.sqlite_master WHERE name = 'touches_taken'`).get() !== undefined
}

function createSchema(db: Db): void {
  // Otherwise INSERT OR REPLACE would take rows away without a word.
  db.pragma('recursive_triggers = ON')
  writeAside(db, () => void db.exec(SCHEMA))
}
