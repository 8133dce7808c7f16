import type { PlannedEvent } from '../../shared/domain/import/plan-records.ts'
import type { LeadEvent } from '../../shared/domain/lead-history.ts'
import { idOf, type Made, type Writing } from './import-writing.ts'
import { historyWriter, rewriteLeadHistory } from './lead-history.ts'
import { rowWriter } from './row-writer.ts'

/** The events of a plan, and the history of every lead they are about: of new leads from what is at hand, of others read anew. */
export function writeImportedEvents({ db, batch, timeZone, records, nextId, step }: Writing, made: Made): void {
  const writer = rowWriter(db, 'lead_events', ['id', 'lead_id', 'at', 'kind', 'value', 'by_id', 'reason', 'batch_id'])
  const ofLead: LeadEvent[][] = records.leads.map(() => [])
  const onFile = new Set<string>()
  for (const planned of records.events) {
    const event = eventOf(planned, nextId(), batch.by, made)
    const { id, at, kind, value, byId, reason } = event
    writer.add([id, idOf(planned.lead, made.leads), at, kind, value, byId, reason, batch.id])
    step()
    if ('id' in planned.lead) onFile.add(planned.lead.id)
    else ofLead[planned.lead.nth]?.push(event)
  }
  writer.end()
  const history = historyWriter(db, timeZone)
  for (const [nth, lead] of records.leads.entries()) {
    history.add(idOf({ nth }, made.leads), lead, ofLead[nth] ?? [])
    step()
  }
  history.end()
  rewriteLeadHistory(db, [...onFile])
}

function eventOf(planned: PlannedEvent, id: string, byId: string, made: Made): LeadEvent {
  const { at, reason } = planned
  switch (planned.kind) {
    case 'owner':
      return { id, at, byId, reason, kind: 'owner', value: idOf(planned.value, made.people) }
    case 'grade':
      return { id, at, byId, reason, kind: 'grade', value: planned.value }
    case 'status':
      return { id, at, byId, reason, kind: 'status', value: planned.value }
  }
}
