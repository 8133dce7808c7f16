import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { rewriteLeadHistory } from './lead-history.ts'
import { IS_OPEN_PLAN } from './open-plan.ts'

export type Handover = {
  readonly staffId: string | null
  readonly reason: string | null
  readonly byId: string
  readonly now: Instant
  readonly today: BusinessDate
  /** When whoever gets a lead without a plan is to make the first contact. */
  readonly firstContactOn: BusinessDate
  readonly newId: () => string
}

const AMONG = 'IN (SELECT value FROM json_each(@ids))'

export type AssignableLead = { readonly id: string; readonly ownerId: string | null }

/** Who has these leads now; ids that no lead has are not answered. */
export function listOwners(db: Db, leadIds: readonly string[]): AssignableLead[] {
  return db
    .prepare<[object], AssignableLead>(
      `SELECT h.lead_id AS id, h.owner_id AS ownerId FROM json_each(@ids) w
       CROSS JOIN lead_history h ON h.lead_id = w.value AND h.until_on = '9999-12-31'`,
    )
    .all({ ids: JSON.stringify(leadIds) })
}

// A change made now comes after everything there is, also when the PC's clock was set back.
const APPEND = `
  INSERT INTO lead_events (id, lead_id, at, kind, value, by_id, reason)
  SELECT @id, l.id, max(@now, l.created_at, coalesce((SELECT max(e.at) FROM lead_events e WHERE e.lead_id = l.id), 0)),
    'owner', @staffId, @byId, @reason
  FROM leads l WHERE l.id = @leadId`

/** Gives leads to a person or to nobody, with what is still owed to them. The caller holds the transaction. */
export function handOver(db: Db, leadIds: readonly string[], handover: Handover): void {
  const { staffId, reason, byId, now, today, newId } = handover
  const append = db.prepare(APPEND)
  for (const leadId of leadIds) append.run({ id: newId(), leadId, now, staffId, byId, reason })
  const ids = JSON.stringify(leadIds)
  if (staffId === null) {
    // Whoever gave it away may no longer make the contact, and must not be counted as having missed it.
    db.prepare(`DELETE FROM follow_ups WHERE lead_id ${AMONG} AND done_at IS NULL AND counts_on > @today`).run({
      ids,
      today,
    })
  } else {
    // What was missed before stays with whom it was due.
    db.prepare(`UPDATE follow_ups AS f SET staff_id = @staffId WHERE lead_id ${AMONG} AND ${IS_OPEN_PLAN}`).run({
      ids,
      staffId,
    })
    planFirstContacts(db, ids, staffId, handover)
  }
  rewriteLeadHistory(db, leadIds)
}

function planFirstContacts(db: Db, ids: string, staffId: string, { firstContactOn: dueOn, newId }: Handover): void {
  const unplanned = db
    .prepare<[object], string>(
      `SELECT w.value FROM json_each(@ids) w
       CROSS JOIN lead_history h ON h.lead_id = w.value AND h.until_on = '9999-12-31' AND h.status = 'open'
       WHERE NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.lead_id = w.value AND ${IS_OPEN_PLAN})`,
    )
    .pluck()
    .all({ ids })
  const insert = db.prepare('INSERT INTO follow_ups (id, lead_id, staff_id, due_on) VALUES (?, ?, ?, ?)')
  for (const leadId of unplanned) insert.run(newId(), leadId, staffId, dueOn)
}
