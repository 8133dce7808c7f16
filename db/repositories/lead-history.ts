import { type HistoryRow, type LeadEvent, replayLead } from '../../shared/domain/lead-history.ts'
import type { Db } from '../connection.ts'
import { rowWriter } from './row-writer.ts'

const READ_EVENTS = `
  SELECT id, at, kind, value, by_id AS byId, reason FROM lead_events WHERE lead_id = ? ORDER BY seq`

const COLUMNS = [
  'lead_id',
  'n',
  'event_id',
  'at',
  'on_date',
  'until_on',
  'kind',
  'from_bucket',
  'to_bucket',
  'grade',
  'status',
  'owner_id',
  'origin',
  'won_grade',
  'won_on',
  'first_assigned_at',
  'by_id',
  'reason',
]

/**
 * Writes lead_history anew from leads and lead_events. The caller holds the transaction in which those were changed, so that
 * no reader ever sees events without their history. Unknown ids are passed over; a store without its `store` row is an error.
 */
export function rewriteLeadHistory(db: Db, leadIds: readonly string[] | 'all'): void {
  if (leadIds !== 'all' && leadIds.length === 0) return
  const store = db.prepare('SELECT time_zone AS timeZone FROM store').get() as { timeZone: string } | undefined
  if (store === undefined) throw new Error('lead history needs the time zone of the store')
  const readLead = db.prepare('SELECT created_at AS createdAt FROM leads WHERE id = ?')
  const readEvents = db.prepare(READ_EVENTS)
  const clear = db.prepare('DELETE FROM lead_history WHERE lead_id = ?')
  const history = historyWriter(db, store.timeZone)
  if (leadIds === 'all') db.prepare('DELETE FROM lead_history').run()
  const ids = leadIds === 'all' ? (db.prepare('SELECT id FROM leads').pluck().all() as string[]) : new Set(leadIds)
  for (const id of ids) {
    const lead = readLead.get(id) as { createdAt: number } | undefined
    if (lead === undefined) continue
    if (leadIds !== 'all') clear.run(id)
    history.add(id, lead, readEvents.all(id) as LeadEvent[])
  }
  history.end()
}

export type HistoryWriter = {
  readonly add: (leadId: string, lead: { readonly createdAt: number }, events: readonly LeadEvent[]) => void
  /** Must be called after the last. */
  readonly end: () => void
}

/** Writes the history of leads that have none yet, from events that are at hand already: an import makes a hundred thousand. */
export function historyWriter(db: Db, timeZone: string): HistoryWriter {
  const { add, end } = rowWriter(db, 'lead_history', COLUMNS)
  return {
    add: (leadId, lead, events) => {
      for (const row of replayLead(lead, events, timeZone)) add([leadId, ...columnsOf(row)])
    },
    end,
  }
}

function columnsOf(row: HistoryRow): readonly (string | number | null)[] {
  return [
    row.n,
    row.eventId,
    row.at,
    row.onDate,
    row.untilOn,
    row.kind,
    row.fromBucket,
    row.bucket,
    row.grade,
    row.status,
    row.ownerId,
    row.origin,
    row.wonGrade,
    row.wonOn,
    row.firstAssignedAt,
    row.byId,
    row.reason,
  ]
}
