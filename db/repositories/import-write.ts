import type { PlannedEvent, PlannedRecords, Ref } from '../../shared/domain/import/plan-records.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { saveChannel } from './channels.ts'
import { rewriteLeadHistory } from './lead-history.ts'

export type NewBatch = {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly at: Instant
  readonly by: string
}

/** Channels have no batch column: the id of one that a batch brought says which, so that undoing can take it out again. */
export function batchChannelPrefix(batchId: string): string {
  return `${batchId}:channel-`
}

/** Writes a plan as one batch. The caller holds the transaction; every row carries the batch's id. */
export function writeBatch(db: Db, batch: NewBatch, records: PlannedRecords, newId: () => string): void {
  db.prepare(
    `INSERT INTO import_batches (id, file_name, file_hash, imported_at, imported_by, row_count)
     VALUES (@id, @fileName, @sha256, @at, @by, @rowCount)`,
  ).run({ ...batch, rowCount: records.visits.length })
  const channels = records.channels.map((channel, nth) => {
    const id = `${batchChannelPrefix(batch.id)}${nth + 1}`
    saveChannel(db, { id, ...channel })
    return id
  })
  const customers = writeCustomers(db, batch, records, newId)
  const leads = writeLeads(db, batch, records, { channels, customers }, newId)
  writeEvents(db, batch, records.events, leads, newId)
  writeVisits(db, batch, records, { channels, leads }, newId)
  writeDrives(db, batch, records, leads, newId)
  const touched = new Set([...leads, ...records.events.map(({ lead }) => idOf(lead, leads))])
  rewriteLeadHistory(db, [...touched])
}

function idOf(ref: Ref, made: readonly string[]): string {
  const id = 'id' in ref ? ref.id : made[ref.nth]
  if (id === undefined) throw new Error('a planned record points to one that the plan does not make')
  return id
}

function writeCustomers(db: Db, batch: NewBatch, { customers }: PlannedRecords, newId: () => string): string[] {
  const insert = db.prepare(
    `INSERT INTO customers (id, name, created_at, phone, phone_key, wechat, gender, note, batch_id)
     VALUES (@id, @name, @createdAt, @phone, @phoneKey, @wechat, @gender, @note, @batchId)`,
  )
  return customers.map((customer) => {
    const id = newId()
    insert.run({ ...customer, id, batchId: batch.id })
    return id
  })
}

type Made = {
  readonly channels: readonly string[]
  readonly customers: readonly string[]
  readonly leads: readonly string[]
}

function writeLeads(
  db: Db,
  batch: NewBatch,
  { leads }: PlannedRecords,
  made: Pick<Made, 'channels' | 'customers'>,
  newId: () => string,
): string[] {
  const insert = db.prepare(
    `INSERT INTO leads (id, customer_id, channel_id, created_at, created_on, model, horizon_months, batch_id)
     VALUES (@id, @customerId, @channelId, @createdAt, @createdOn, @model, @horizonMonths, @batchId)`,
  )
  return leads.map(({ customer, channel, ...lead }) => {
    const id = newId()
    const customerId = idOf(customer, made.customers)
    insert.run({ ...lead, id, customerId, channelId: idOf(channel, made.channels), batchId: batch.id })
    return id
  })
}

function writeEvents(
  db: Db,
  batch: NewBatch,
  events: readonly PlannedEvent[],
  leads: readonly string[],
  newId: () => string,
): void {
  const insert = db.prepare(
    `INSERT INTO lead_events (id, lead_id, at, kind, value, by_id, batch_id)
     VALUES (@id, @leadId, @at, @kind, @value, @by, @batchId)`,
  )
  for (const { lead, at, kind, value } of events) {
    insert.run({ id: newId(), leadId: idOf(lead, leads), at, kind, value, by: batch.by, batchId: batch.id })
  }
}

function writeVisits(
  db: Db,
  batch: NewBatch,
  { visits }: PlannedRecords,
  made: Pick<Made, 'channels' | 'leads'>,
  newId: () => string,
): void {
  const insert = db.prepare(
    `INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, party_size,
       received_by, lead_id, note, batch_id)
     VALUES (@id, @at, @on, @at, @channelId, @kind, 'purchase', @first, @partySize, @receivedBy, @leadId, @note, @batchId)`,
  )
  for (const { at, on, channel, kind, firstVisit, partySize, receivedBy, lead, note } of visits) {
    const leadId = lead === null ? null : idOf(lead, made.leads)
    const row = { id: newId(), at, on, kind, partySize, receivedBy, leadId, note, batchId: batch.id }
    insert.run({ ...row, channelId: idOf(channel, made.channels), first: firstVisit ? 1 : 0 })
  }
}

/** A drive in a register was planned and done at once: due on its own day. */
function writeDrives(
  db: Db,
  batch: NewBatch,
  { drives }: PlannedRecords,
  leads: readonly string[],
  newId: () => string,
): void {
  const insert = db.prepare(
    `INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on, logged_at, method, outcome, batch_id)
     VALUES (@id, @leadId, @staffId, @on, @at, @on, @at, 'test_drive', 'reached', @batchId)`,
  )
  for (const { lead, staffId, at, on } of drives) {
    insert.run({ id: newId(), leadId: idOf(lead, leads), staffId, at, on, batchId: batch.id })
  }
}
