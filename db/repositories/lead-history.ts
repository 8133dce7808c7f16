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
 * Makes lead_history what leads and lead_events say. Only rows that differ are written: an event of today leaves what was known
 * on earlier days untouched. The caller holds the transaction in which those were changed, so that no reader ever sees events
 * without their history. Unknown ids are passed over; a store without its `store` row is an error.
 */
export function rewriteLeadHistory(db: Db, leadIds: readonly string[] | 'all'): void {
  if (leadIds !== 'all' && leadIds.length === 0) return
  const store = db.prepare('SELECT time_zone AS timeZone FROM store').get() as { timeZone: string } | undefined
  if (store === undefined) throw new Error('lead history needs the time zone of the store')
  const { timeZone } = store
  const readLead = db.prepare<[string], { createdAt: number }>('SELECT created_at AS createdAt FROM leads WHERE id = ?')
  const readEvents = db.prepare<[string], LeadEvent>(READ_EVENTS)
  if (leadIds === 'all') db.prepare('DELETE FROM lead_history').run()
  const ids = leadIds === 'all' ? db.prepare<[], string>('SELECT id FROM leads').pluck().all() : new Set(leadIds)
  const history = leadIds === 'all' ? historyWriter(db, timeZone) : historyMender(db, timeZone)
  for (const id of ids) {
    const lead = readLead.get(id)
    if (lead !== undefined) history.add(id, lead, readEvents.all(id))
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

type Values = readonly (string | number | null)[]
const UNTIL = COLUMNS.indexOf('until_on') - 1

/** The same for leads that may have a history: of what is there, only what is wrong is replaced. */
function historyMender(db: Db, timeZone: string): HistoryWriter {
  const columns = COLUMNS.slice(1).join(', ')
  const readRows = db
    .prepare<[string], (string | number | null)[]>(`SELECT ${columns} FROM lead_history WHERE lead_id = ? ORDER BY n`)
    .raw()
  const setUntil = db.prepare('UPDATE lead_history SET until_on = ? WHERE lead_id = ? AND n = ?')
  const cut = db.prepare('DELETE FROM lead_history WHERE lead_id = ? AND n >= ?')
  const insert = db.prepare(
    `INSERT INTO lead_history (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  )
  return {
    add: (leadId, lead, events) => {
      const wanted = replayLead(lead, events, timeZone).map(columnsOf)
      const present = readRows.all(leadId)
      const kept = wanted.findIndex((row, i) => !isSame(row, present[i], UNTIL))
      const first = kept === -1 ? wanted.length : kept
      for (const [n, row] of wanted.slice(0, first).entries())
        if (row[UNTIL] !== present[n]?.[UNTIL]) setUntil.run(row[UNTIL], leadId, n)
      if (present.length > first) cut.run(leadId, first)
      for (const row of wanted.slice(first)) insert.run(leadId, ...row)
    },
    end: () => undefined,
  }
}

function isSame(row: Values, present: Values | undefined, except: number): boolean {
  return present !== undefined && row.every((value, i) => i === except || value === present[i])
}

function columnsOf(row: HistoryRow): Values {
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
