import type { Db } from '../../../db/connection.ts'
import { settleLeads } from '../../../db/repositories/lead-index.ts'
import { appendLeadEvent } from '../../../db/repositories/leads.ts'
import { listSilentLeads } from '../../../db/repositories/silent-leads.ts'
import { findStore } from '../../../db/repositories/store.ts'
import { businessDateOf, type Instant } from '../../../shared/values/business-date.ts'

/**
 * A lead silent for longer than its grade allows goes dormant by itself (domain.md 4, traps): not lost, out of the way, awake
 * again at the next visit or contact. Nobody's act, so the event has no author. Answers how many fell asleep.
 */
export function putSilentLeadsToSleep(db: Db, now: Instant, newId: () => string): number {
  const store = findStore(db)
  if (store === null) return 0
  const today = businessDateOf(now, store.timeZone)
  return db
    .transaction(() => {
      const silent = listSilentLeads(db, today)
      for (const { id } of silent) {
        appendLeadEvent(db, {
          id: newId(),
          leadId: id,
          at: now,
          kind: 'status',
          value: 'dormant',
          byId: null,
          reason: 'silent',
        })
      }
      settleLeads(db)
      return silent.length
    })
    .immediate()
}
