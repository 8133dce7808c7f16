import fc from 'fast-check'
import type { Db } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { GRADES } from '../../shared/values/grade.ts'

/** Changes of every table that figures stand on, as any way of writing might make them, in stores of generated-store.ts. */
const FIRST = '2026-03-20' as BusinessDate
const day = fc.integer({ min: 0, max: 24 }).map((n) => addDays(FIRST, n))
const person = fc.constantFrom('s1', 's2', 'gone')
const some = fc.nat({ max: 1000 })
const nobodyOr = fc.option(person, { nil: null })
/** Of one morning, so that many are recorded within ten minutes. */
export const minuteOf = (n: number): number => Date.parse(`${FIRST}T10:00:00Z`) + n * 60_000
const asText = (value: string | number | null) =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`

/** One row of a table is given another value. */
function changeOf(table: string, column: string, value: fc.Arbitrary<string | number | null>, extra = '') {
  return fc.tuple(some, value).map(([pick, to]) => ({ table, pick, set: `${column} = ${asText(to)}${extra}` }))
}

const change = fc.oneof(
  changeOf('visits', 'arrived_on', day),
  changeOf('visits', 'received_by', nobodyOr),
  changeOf('visits', 'voided_at', fc.constant(1), `, void_reason = 'again'`),
  changeOf('visits', 'purpose', fc.constantFrom('purchase', 'other')),
  changeOf('visits', 'lead_id', fc.constant(null)),
  changeOf('follow_ups', 'done_on', day, ', done_at = coalesce(done_at, 1)'),
  changeOf('follow_ups', 'first_due_on', fc.option(day, { nil: null })),
  changeOf('follow_ups', 'due_on', day),
  changeOf('follow_ups', 'staff_id', person),
  changeOf(
    'follow_ups',
    'note_key',
    fc.option(
      fc.nat(8).map((n) => `note ${n}`),
      { nil: null },
    ),
  ),
  changeOf('follow_ups', 'logged_at', fc.nat(400).map(minuteOf)),
  changeOf('follow_ups', 'reviewed_on', day, `, review = 'approved', reviewed_at = 1`),
  changeOf(
    'follow_ups',
    'review',
    fc.constantFrom('approved', 'rejected'),
    ', reviewed_at = 1, reviewed_on = coalesce(reviewed_on, due_on)',
  ),
  changeOf('deals', 'ordered_on', day),
  changeOf('deals', 'cancelled_on', fc.option(day, { nil: null })),
  changeOf('deals', 'staff_id', person),
  changeOf('door_counts', 'count', fc.nat(9)),
  changeOf('door_counts', 'date', day),
  changeOf('targets', 'deals', fc.nat(9)),
  changeOf('leads', 'channel_id', fc.constantFrom('walk', 'friend')),
  changeOf('customers', 'phone', fc.constantFrom(null, '13800000000')),
)
/** What holds for all records. */
const setting = fc.oneof(
  changeOf('store', 'response_minutes', fc.constantFrom(1, 30, 3000)),
  changeOf('leads', 'created_on', day),
  changeOf('staff', 'active', fc.constantFrom(0, 1)),
  changeOf('channels', '"group"', fc.constantFrom('walk_in', 'referral')),
  changeOf('grade_slots', 'cadence_days', fc.constantFrom(1, 3, 20)),
)
const event = fc.record({
  pick: some,
  at: day,
  what: fc.oneof(
    fc.constantFrom(...GRADES).map((value) => ['grade', value] as const),
    fc.constantFrom('won', 'lost', 'open').map((value) => ['status', value] as const),
    nobodyOr.map((value) => ['owner', value] as const),
  ),
})
const removal = fc.record({ pick: some, from: fc.constantFrom('deals', 'follow_ups', 'door_counts') })
const copy = fc.record({ pick: some, copied: fc.constantFrom('deals', 'follow_ups') })

export const randomChange = fc.oneof(
  { weight: 10, arbitrary: change },
  { weight: 10, arbitrary: event },
  { weight: 2, arbitrary: removal },
  { weight: 3, arbitrary: copy },
  { weight: 1, arbitrary: setting },
)
export type RandomChange = typeof randomChange extends fc.Arbitrary<infer Change> ? Change : never

type Row = Readonly<Record<string, string | number | null>>
let written = 0

/** Writes it; what cannot be (another first visit, another row of the day) is left as it is. */
export function applyChange(db: Db, act: RandomChange): void {
  const table = tableOf(act)
  const rows = db.prepare(`SELECT * FROM ${table}`).all() as Row[]
  const row = rows[act.pick % Math.max(1, rows.length)]
  if (row === undefined) return
  const [key = '', value = null] = Object.entries(row)[0] ?? []
  if ('set' in act) db.prepare(`UPDATE OR IGNORE ${table} SET ${act.set} WHERE ${key} IS ?`).run(value)
  else if ('from' in act) db.prepare(`DELETE FROM ${table} WHERE ${key} IS ?`).run(value)
  else if ('copied' in act) copyRow(db, table, row)
  else addEvent(db, String(value), act)
}

function tableOf(act: RandomChange): string {
  if ('table' in act) return act.table
  if ('from' in act) return act.from
  return 'copied' in act ? act.copied : 'leads'
}

function copyRow(db: Db, table: string, row: Row): void {
  written += 1
  const { id, counts_on: _generated, recorded_at: _too, ...rest } = row
  const names = Object.keys(rest)
  db.prepare(`INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`).run(
    `${id} again ${written}`,
    ...Object.values(rest),
  )
}

function addEvent(db: Db, leadId: string, { at, what }: typeof event extends fc.Arbitrary<infer E> ? E : never): void {
  written += 1
  db.prepare('INSERT INTO lead_events (id, lead_id, at, kind, value) VALUES (?, ?, ?, ?, ?)').run(
    `new ${written}`,
    leadId,
    Date.parse(`${at}T10:00:00Z`),
    ...what,
  )
  rewriteLeadHistory(db, [leadId])
}
