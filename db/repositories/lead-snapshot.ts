import { createHash } from 'node:crypto'
import type { Db } from '../connection.ts'
import { rewriteLeadHistory } from './lead-history.ts'

type Row = Readonly<Record<string, string | number | null>>

/** What an act on leads may change, as it was before. */
export type LeadsBefore = {
  readonly leadIds: readonly string[]
  /** The newest event of the store: what came after it came with the act. */
  readonly seq: number
  readonly leads: readonly Row[]
  readonly parts: Readonly<Record<PartName, readonly Row[]>>
}

/** What hangs on a lead and comes and goes with an act; contacts that were made are never part of it. */
const PARTS = {
  follow_ups: 'done_at IS NULL',
  deals: 'true',
  loss_requests: 'true',
} as const
type PartName = keyof typeof PARTS
const PART_NAMES = Object.keys(PARTS) as PartName[]

const AMONG = 'IN (SELECT value FROM json_each(@ids))'

export function captureLeads(db: Db, leadIds: readonly string[]): LeadsBefore {
  const ids = JSON.stringify(leadIds)
  const seq = db.prepare<[], number | null>('SELECT max(seq) FROM lead_events').pluck().get() ?? 0
  const rowsOf = (table: string, where: string) =>
    db.prepare<[object], Row>(`SELECT ${columnsOf(db, table).join(', ')} FROM ${table} WHERE ${where}`).all({ ids })
  const parts = PART_NAMES.map((part) => [part, rowsOf(part, `lead_id ${AMONG} AND ${PARTS[part]}`)])
  return { leadIds, seq, leads: rowsOf('leads', `id ${AMONG}`), parts: Object.fromEntries(parts) }
}

/** Columns that can be written. */
function columnsOf(db: Db, table: string): string[] {
  const columns = db.pragma(`table_xinfo(${table})`) as { readonly name: string; readonly hidden: number }[]
  return columns.filter(({ hidden }) => hidden === 0).map(({ name }) => name)
}

const FINGERPRINT = `
  SELECT l.id, l.version,
    (SELECT max(e.seq) FROM lead_events e WHERE e.lead_id = l.id),
    (SELECT group_concat(f.id || f.staff_id || f.due_on || coalesce(f.done_at, ''), ' ' ORDER BY f.id)
       FROM follow_ups f WHERE f.lead_id = l.id),
    (SELECT group_concat(d.id || d.ordered_on || coalesce(d.delivered_on, '') || coalesce(d.cancelled_on, ''), ' ' ORDER BY d.id)
       FROM deals d WHERE d.lead_id = l.id),
    (SELECT group_concat(q.id || coalesce(q.decided_at, ''), ' ' ORDER BY q.id)
       FROM loss_requests q WHERE q.lead_id = l.id)
  FROM leads l WHERE l.id ${AMONG} ORDER BY l.id`

/** The same as long as nobody has worked on any of these leads. */
export function fingerprintOf(db: Db, leadIds: readonly string[]): string {
  const hash = createHash('sha256')
  const rows = db
    .prepare<[object]>(FINGERPRINT)
    .raw()
    .iterate({ ids: JSON.stringify(leadIds) })
  for (const row of rows) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/**
 * Puts the leads back as they were: what was taken back never happened, neither in the stock nor in the moves between grades; the
 * audit trail keeps that it was done and undone. The caller has made sure by the fingerprint that nothing else has happened.
 */
export function restoreLeads(db: Db, before: LeadsBefore): void {
  const ids = JSON.stringify(before.leadIds)
  db.prepare(`DELETE FROM lead_events WHERE lead_id ${AMONG} AND seq > @seq`).run({ ids, seq: before.seq })
  for (const part of PART_NAMES) {
    db.prepare(`DELETE FROM ${part} WHERE lead_id ${AMONG} AND ${PARTS[part]}`).run({ ids })
    const columns = columnsOf(db, part)
    const insert = db.prepare(
      `INSERT INTO ${part} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    for (const row of before.parts[part]) insert.run(row)
  }
  // Only what differs; and its version goes on: who has seen the lead in between must not save over it.
  const facts = columnsOf(db, 'leads').filter((name) => name !== 'id' && name !== 'version')
  const update = db.prepare(
    `UPDATE leads SET ${facts.map((name) => `${name} = @${name}`).join(', ')}, version = version + 1
     WHERE id = @id AND (${facts.map((name) => `${name} IS NOT @${name}`).join(' OR ')})`,
  )
  for (const row of before.leads) update.run(row)
  rewriteLeadHistory(db, before.leadIds)
}
