import { beforeAll, describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { breakdownSql } from '../../db/facts/breakdown.ts'
import { factParameters, readSettings } from '../../db/facts/fact-parameters.ts'
import { countSql, scopeOf } from '../../db/facts/fact-set.ts'
import { FACT_SETS } from '../../db/facts/fact-sets.ts'
import { allSql, unitSql } from '../../db/facts/live/live-counts.ts'
import { TOUCHED_SQL } from '../../db/facts/live/touched-units.ts'
import { PLAIN_FACTS } from '../../db/facts/read-facts.ts'
import { recordStatements } from '../../db/facts/records.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { BREAKDOWN_KEYS, figureOf } from '../../shared/domain/breakdowns.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { FIGURE_KEYS } from '../../shared/domain/figures.ts'

/** What grows with history. Each is scanned only under its own name or an alias of the sets. */
const GROWING = ['visits', 'leads', 'lead_events', 'lead_history', 'follow_ups', 'deals', 'customers']
const SIZE = 4000

/** A store of about a year: leads with their events, visits, follow-ups and deals spread evenly over it. */
const FILL = `
  INSERT INTO store (id, name, time_zone) VALUES ('store', 'Store', 'UTC');
  INSERT INTO staff (id, name, role, active) VALUES ('s0', 'Zero', 'salesperson', 1), ('s1', 'One', 'salesperson', 1),
    ('s2', 'Two', 'salesperson', 1), ('s3', 'Three', 'salesperson', 0);
  INSERT INTO channels (id, "group", name) VALUES ('walk', 'walk_in', 'Walk'), ('video', 'outbound', 'Video');
  CREATE TEMP TABLE numbers AS
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${SIZE - 1})
    SELECT i, 1767225600000 + i * 7884000 AS at, date(1767225600 + i * 7884, 'unixepoch') AS day,
      's' || (i % 4) AS staff FROM n;
  INSERT INTO customers (id, name, created_at, phone) SELECT 'c' || i, 'Customer', at, '13800000000' FROM numbers;
  INSERT INTO leads (id, customer_id, channel_id, created_at, created_on)
    SELECT 'l' || i, 'c' || i, iif(i % 3, 'walk', 'video'), at, day FROM numbers;
  INSERT INTO lead_events (id, lead_id, at, kind, value)
    SELECT 'g' || i, 'l' || i, at, 'grade', substr('ABCD', 1 + i % 4, 1) FROM numbers
    UNION ALL SELECT 'o' || i, 'l' || i, at + 900000, 'owner', staff FROM numbers
    UNION ALL SELECT 'x' || i, 'l' || i, at + 900000000, 'status', iif(i % 9, 'lost', 'won') FROM numbers WHERE i % 8;
  INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, received_by, lead_id)
    SELECT 'v' || i, at, day, at, 'walk', 'showroom', 'purchase', 1, staff, 'l' || i FROM numbers
    UNION ALL SELECT 'w' || i, at, day, at, 'video', 'showroom', 'other', 1, staff, NULL FROM numbers;
  INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, note, note_key)
    SELECT 'f' || i, 'l' || i, staff, day, at, day, 'asked again', 'asked again' FROM numbers
    UNION ALL SELECT 'h' || i, 'l' || i, staff, day, NULL, NULL, NULL, NULL FROM numbers;
  INSERT INTO deals (id, lead_id, staff_id, ordered_on) SELECT 'd' || i, 'l' || i, staff, day FROM numbers WHERE i % 9 = 0;
  DROP TABLE numbers;`

const STATEMENTS: readonly (readonly [name: string, sql: string])[] = [
  ...Object.entries(FACT_SETS).map(([name, set]) => [`count ${name}`, countSql(set)] as const),
  ...Object.entries(FACT_SETS).flatMap(([name, set]) => {
    const dimensions = [...new Set([scopeOf(set), ...set.dimensions])]
    return [
      [`keep ${name}`, allSql(set, dimensions)] as const,
      [`one unit of ${name}`, unitSql(set, dimensions)] as const,
    ]
  }),
  ...Object.entries(TOUCHED_SQL),
  ...Object.entries(PLAIN_FACTS),
  ...[...FIGURE_KEYS, ...BREAKDOWN_KEYS].flatMap((key) => {
    const { by } = figureOf(key)
    const param = by.length === 0 ? undefined : by.map(() => 'A').join('>')
    return recordStatements({ key, param }).map((sql, i) => [`${key} ${i}`, sql] as const)
  }),
  ...BREAKDOWN_KEYS.map((key) => [`breakdown ${key}`, breakdownSql(key)] as const),
]

const query = { from: '2026-06-01', to: '2026-06-30', asOf: '2026-06-30', staffId: null } as ReportQuery

/** Names a statement gives to the growing tables: `FROM visits v` may be scanned as `v`. */
function namesOf(sql: string): Set<string> {
  const aliases = [...sql.matchAll(/(?:FROM|JOIN)\s+(\w+)(?:\s+(?!WHERE|ON|CROSS|LEFT|JOIN|GROUP|ORDER)(\w+))?/g)]
  return new Set(aliases.flatMap(([, table = '', alias]) => (GROWING.includes(table) ? [table, alias ?? table] : [])))
}

/**
 * The name a step reads from end to end: a scan, an index built on the spot for this one statement, or one whose first column is
 * skipped through value by value.
 */
function readsAll(detail: string): string {
  const reads = /^SCAN (\w+)/.exec(detail) ?? /^SEARCH (\w+) USING (?:AUTOMATIC|.*\(ANY\()/.exec(detail)
  return reads?.[1] ?? ''
}

function planOf(db: Db, sql: string): string[] {
  const bound = {
    ...factParameters(db, query, readSettings(db)),
    firstMonth: '2026-06',
    lastMonth: '2026-06',
    limit: 50,
    offset: 0,
    unitLead: 'l1',
    unitDay: query.from,
    unitStaff: 's1',
    key: 'l1',
    staff: null,
    day: query.from,
    note: 'asked again',
    at: 0,
  }
  const filters = Object.fromEntries([...sql.matchAll(/:(\w+_\d+)/g)].map(([, name]) => [name, 'A']))
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', ':key')}`).all({ ...bound, ...filters })
  return (plan as { detail: string }[]).map(({ detail }) => detail)
}

function scansOf(db: Db, sql: string): string[] {
  const growing = namesOf(sql)
  return planOf(db, sql).filter((detail) => growing.has(readsAll(detail)))
}

describe.each(['a new store', 'a store whose statistics are known'])('%s', (kind) => {
  const db = openStore(':memory:')
  beforeAll(() => {
    db.exec(FILL)
    rewriteLeadHistory(db, 'all')
    if (kind !== 'a new store') db.exec('ANALYZE')
  })

  it('the test sees a scan', () => {
    expect(scansOf(db, 'SELECT count(*) FROM visits v WHERE v.note IS NULL')).toEqual(['SCAN v'])
  })

  it.each(Object.entries(FACT_SETS))('one unit of %s is found without reading the others', (_name, set) => {
    const sql = unitSql(set, set.dimensions)
    const ranges = planOf(db, sql).filter((detail) => /^SEARCH \w+ USING .*\(\w+[<>]/.test(detail))
    // A day is a period from itself to itself.
    expect(
      ranges.filter(
        (detail) => !/^SEARCH (?:newest|\w+ USING INDEX follow_ups_by_done \(done_on>\? AND done_on<\?)/.test(detail),
      ),
    ).toEqual([])
  })

  it.each(STATEMENTS)('%s reads an index', (_name, sql) => {
    expect(scansOf(db, sql)).toEqual([])
  })
})
