import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, openStore } from '../../db/connection.ts'
import { takeTouches } from '../../db/facts/live/touches.ts'
import { changeLogOf } from '../../db/undo/change-log.ts'

/** A table that stays small whatever the store lives through; every other one grows, a new one too. */
const SMALL = [
  'store',
  'grade_slots',
  'staff',
  'accounts',
  'channels',
  'channel_costs',
  'rule_sets',
  'scripts',
  'thresholds',
  'lead_views',
  'import_templates',
  'import_batches',
  'targets',
  'market',
  // What is noted there is settled in the transaction that notes it.
  'stale_leads',
  // One row for each form that somebody has open.
  'drafts',
  'erasures',
]

/** Holds the requests that nobody has decided yet, and no others. */
const SMALL_INDEX = 'loss_requests_open'

const statistics = JSON.parse(readFileSync(join(import.meta.dirname, 'statistics.json'), 'utf8')) as [
  string,
  string,
  string,
][]

type Step = {
  readonly opcode: string
  readonly p1: number
  readonly p2: number
  readonly p3: number
  readonly p4: unknown
}
type PlanRow = { readonly detail: string }
/** Better-sqlite3 explains without asking for what would be bound; its types do not know that. */
type Explaining = Db & { readonly explain: (sql: string) => readonly unknown[] }

export type PlanReader = {
  /** The growing tables that a statement reads from end to end, by themselves or by one of their indexes. */
  readonly readsAll: (sql: string) => string[]
}

export function planReader(): PlanReader {
  const db = afterFiveYears() as Explaining
  // What undo and live counts add to each write is part of its plan.
  changeLogOf(db)
  takeTouches(db)
  const roots = growingRoots(db)
  const names = db.prepare<[], [string, string]>('SELECT name, tbl_name FROM sqlite_master').raw().all()
  const tableOf = new Map(names)
  return {
    readsAll: (sql) => {
      const steps = db.explain(sql) as readonly Step[]
      const plan = db.explain(`QUERY PLAN ${sql}`) as readonly PlanRow[]
      const isThroughStates = plan.some(({ detail }) => THROUGH_STATES.test(detail))
      const whole = scanned(steps, roots).filter((table) => !(isThroughStates && table === 'lead_list'))
      return [...new Set([...whole, ...skipped(plan, tableOf)])]
    },
  }
}

/** An empty store that takes itself for one of five years: how statements are answered depends on nothing but what ANALYZE has noted. */
function afterFiveYears(): Db {
  const db = openStore(':memory:')
  // Makes the table of the notes.
  db.exec('ANALYZE')
  const known = new Set(db.prepare<[], string>('SELECT name FROM sqlite_master').pluck().all())
  const note = db.prepare('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)')
  for (const [table, index, stat] of statistics) if (known.has(table) && known.has(index)) note.run(table, index, stat)
  db.exec('ANALYZE sqlite_schema')
  return db
}

/** By the page on which a table or one of its indexes begins. */
function growingRoots(db: Db): ReadonlyMap<number, string> {
  const rows = db
    .prepare<[], [number, string]>(
      `SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage > 0 AND name <> '${SMALL_INDEX}'`,
    )
    .raw()
    .all()
  return new Map(rows.filter(([, table]) => !SMALL.includes(table) && !table.startsWith('sqlite_')))
}

/**
 * A loop that begins at the first or the last row of a table, as the machine would run it: `Rewind` to the loop's beginning, `Next`
 * back into it. A `max()` has the same loop and leaves it after one row.
 */
function scanned(steps: readonly Step[], roots: ReadonlyMap<number, string>): string[] {
  const opened = new Map<string, string>()
  const begun = new Map<string, string>()
  const found: string[] = []
  // A trigger's steps follow on the statement's own and number their cursors anew.
  let program = 0
  for (const [nth, { opcode, p1, p2, p3 }] of steps.entries()) {
    if (opcode === 'Init') program += 1
    const cursor = `${program} ${p1}`
    // p3 is the schema: 0 the store's own.
    if ((opcode === 'OpenRead' || opcode === 'OpenWrite') && p3 === 0) opened.set(cursor, roots.get(p2) ?? '')
    if (opcode === 'Rewind' || opcode === 'Last') begun.set(cursor, opened.get(cursor) ?? '')
    if ((opcode === 'Next' || opcode === 'Prev') && !leavesAfterOne(steps, nth)) found.push(begun.get(cursor) ?? '')
  }
  return found.filter((table) => table !== '')
}

/** A jump out of the loop, beyond the way back that stands right after it. Back into the loop jumps a left join without a partner. */
function leavesAfterOne(steps: readonly Step[], wayBack: number): boolean {
  const before = steps[wayBack - 1]
  return before?.opcode === 'Goto' && before.p2 > wayBack
}

/** A lead has one of four states: through them to the leads of one day are four look-ups. */
const THROUGH_STATES = /\(ANY\(status\) AND (?:bucket=\? AND )?due_on=\?/

/** An index of which the first column is not asked for is skipped through, value by value; a search table without a word is read whole. */
function skipped(plan: readonly PlanRow[], tableOf: ReadonlyMap<string, string>): string[] {
  return plan.flatMap(({ detail }) => {
    const [, alias = '', index] =
      /^SEARCH (\w+) USING (?:COVERING )?(?:INDEX (\w+)|PRIMARY KEY) \(ANY\(/.exec(detail) ?? []
    const table = tableOf.get(index ?? alias) ?? alias
    if (THROUGH_STATES.test(detail)) return []
    if (table !== '' && !SMALL.includes(table)) return [`${table} (by ${detail})`]
    return /^SCAN (?!json_)\w+ VIRTUAL TABLE INDEX 0:$/.test(detail) ? ['a search table'] : []
  })
}
