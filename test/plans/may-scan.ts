type Exception = {
  /** A file of the program, or what its path begins with. */
  readonly site: string
  /** Which of its statements; all of them without it. */
  readonly sql?: RegExp
  readonly why: string
}

const LIST = String.raw`^SELECT (?:count\(\*\)|r\.n|r\.lead_id) FROM lead_list r`
const NARROWED = String.raw`r\.status IS|r\.owner_id (?:=|IS NULL)|MATCH|r\.batch_id =`

/** What may read a growing table from end to end: what is about all of it and nobody waits for at a screen, or stops at its first row. */
export const MAY_SCAN: readonly Exception[] = [
  { site: '', sql: /^\s*SELECT 1 FROM "?\w+"?\s+LIMIT 1\s*$/, why: 'looks whether there is anything: one row' },
  { site: 'db/exchange/', why: 'a whole store goes out or comes in' },
  { site: 'db/store-check.ts', why: 'the whole file is looked at, on a thread of its own' },
  { site: 'db/backup-file.ts', why: 'a copy is looked at before it counts, on a thread of its own' },
  { site: 'db/store-summary.ts', why: 'what a backup holds, before somebody restores it' },
  { site: 'db/repositories/import-', why: 'a foreign file comes in or goes out again, on a thread of its own' },
  { site: 'db/repositories/export-rows.ts', why: 'a file of all leads goes out' },
  { site: 'db/repositories/store-dates.ts', why: 'another time zone dates everything anew' },
  {
    site: 'db/repositories/lead-history.ts',
    sql: /^(?:DELETE FROM lead_history|SELECT id FROM leads)$/,
    why: 'another time zone, or a whole store that came in: every history is made anew',
  },
  {
    site: 'db/repositories/lead-list.ts',
    sql: new RegExp(`${LIST}(?!.*(?:${NARROWED}))`, 's'),
    why: 'leads of every state, everybody’s: a manager has taken each filter away and asks for the whole list',
  },
  {
    site: 'db/repositories/lead-list-by-owner.ts',
    sql: /^SELECT r\.owner_id, count\(\*\) FROM lead_list r/,
    why: 'how many of those that match everybody has: counted, so that nothing has to be put in order',
  },
  {
    site: 'db/repositories/',
    sql: /FROM lead_list r WHERE 0/,
    why: 'nothing can be found by what was typed: no row is read',
  },
  {
    site: 'db/person/erase',
    why: 'somebody is erased: what of theirs nobody else has written is looked for in all records',
  },
  {
    site: 'db/repositories/row-writer.ts',
    sql: /^INSERT INTO (?:staff|channels)/,
    why: 'of a new person SQLite would only look for records if one already pointed to nobody',
  },
  {
    site: 'db/repositories/staff.ts',
    sql: /^INSERT INTO staff/,
    why: 'of a new person SQLite would only look for records if one already pointed to nobody',
  },
  { site: 'db/repositories/channels.ts', sql: /^INSERT INTO channels/, why: 'the same of a new channel' },
  {
    site: 'db/undo/reverse.ts',
    sql: /main\."(?:staff|channels)"/,
    why: 'a person or a channel that was added a moment ago is taken back: nothing may point to it',
  },
]

/** What may run a text of several statements: it makes or remakes tables, and takes nothing from outside into its text. */
export const MAY_EXEC: Readonly<Record<string, string>> = {
  'db/connection.ts': 'migrations',
  'db/undo/change-log.ts': 'the tables and triggers of undo, in the connection’s own schema',
  'db/facts/live/touches.ts': 'the tables and triggers of live counts, in the connection’s own schema',
  'db/repositories/lead-index.ts': 'the index is emptied before it is made anew',
  'db/person/purge.ts': 'the file is written anew without those who were erased',
  'db/repositories/store-dates.ts': 'another time zone dates everything anew',
}
