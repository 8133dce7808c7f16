import type { ImportKind, Tick } from '../../shared/domain/import/fields.ts'
import type { PlannedRecords } from '../../shared/domain/import/plan-records.ts'
import { businessDateOf } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { saveChannel } from './channels.ts'
import { writeImportedEvents } from './import-write-events.ts'
import { idOf, type Made, type NewBatch, type Writing } from './import-writing.ts'
import { settleLeads } from './lead-index.ts'
import { rowWriter } from './row-writer.ts'
import { saveStaff } from './staff.ts'

/** Channels and people have no batch column: the id of one that a batch brought says which, so that undoing can take it out again. */
export function batchChannelPrefix(batchId: string): string {
  return `${batchId}:channel-`
}

export function batchPersonPrefix(batchId: string): string {
  return `${batchId}:person-`
}

/** The ids of a batch's rows begin with its own and a digit, which those of its channels and people do not: between these two. */
export function idsOfBatch(batchId: string): { readonly firstId: string; readonly afterIds: string } {
  return { firstId: `${batchId}:0`, afterIds: `${batchId}::` }
}

const TICK_ROWS = 500

/**
 * Writes a plan as one batch. The caller holds the transaction; every row carries the batch's id, in a column or in its own.
 * `tick` hears of the progress and may throw.
 */
export function writeBatch(db: Db, batch: NewBatch, records: PlannedRecords, tick?: Tick): void {
  const timeZone = db.prepare<[], string>('SELECT time_zone FROM store').pluck().get()
  if (timeZone === undefined) throw new Error('an import needs the time zone of the store')
  const writing: Writing = { db, batch, timeZone, records, nextId: idsOf(batch.id), step: stepper(records, tick) }
  db.prepare(
    `INSERT INTO import_batches (id, kind, file_name, file_hash, imported_at, imported_on, imported_by, row_count)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batch.id,
    batch.kind,
    batch.fileName,
    batch.sha256,
    batch.at,
    businessDateOf(batch.at, timeZone),
    batch.by,
    rowCount(batch.kind, records),
  )
  const { people, channels } = writeVocabulary(writing)
  const customers = writeCustomers(writing)
  const made = { people, channels, customers, leads: writeLeads(writing, { channels, customers }) }
  writeImportedEvents(writing, made)
  writeVisits(writing, made)
  writeContacts(writing, made)
  writeDeals(writing, made)
  settleLeads(db)
}

function rowCount(kind: ImportKind, { visits, leads, deals }: PlannedRecords): number {
  return { visits, leads, sales: deals }[kind].length
}

function idsOf(batchId: string): () => string {
  let last = 0
  return () => `${batchId}:${String(++last).padStart(7, '0')}`
}

function stepper(records: PlannedRecords, tick: Tick | undefined): () => void {
  // A lead is written twice: itself and its history.
  const total = Object.values(records).reduce((sum, list) => sum + list.length, records.leads.length)
  let done = 0
  return () => {
    done += 1
    if (done % TICK_ROWS === 0) tick?.(done, total)
  }
}

function writeVocabulary({ db, batch, records }: Writing): Pick<Made, 'people' | 'channels'> {
  const people = records.people.map(({ name }, nth) => {
    const id = `${batchPersonPrefix(batch.id)}${nth + 1}`
    saveStaff(db, { id, name, role: 'salesperson', active: true, dailyCapacity: null })
    return id
  })
  const channels = records.channels.map((channel, nth) => {
    const id = `${batchChannelPrefix(batch.id)}${nth + 1}`
    saveChannel(db, { id, ...channel })
    return id
  })
  return { people, channels }
}

function writeCustomers({ db, batch, records, nextId, step }: Writing): string[] {
  const columns = ['id', 'name', 'created_at', 'phone', 'phone_key', 'wechat', 'gender', 'city', 'note', 'batch_id']
  const writer = rowWriter(db, 'customers', columns)
  const ids = records.customers.map(({ name, createdAt, phone, phoneKey, wechat, gender, city, note }) => {
    const id = nextId()
    writer.add([id, name, createdAt, phone, phoneKey, wechat, gender, city, note, batch.id])
    step()
    return id
  })
  writer.end()
  return ids
}

const LEAD_COLUMNS = [
  'id',
  'customer_id',
  'channel_id',
  'created_at',
  'created_on',
  'model',
  'horizon_months',
  'budget',
  'competitor',
  'number',
  'batch_id',
]

function writeLeads(
  { db, batch, records, nextId, step }: Writing,
  made: Pick<Made, 'channels' | 'customers'>,
): string[] {
  const writer = rowWriter(db, 'leads', LEAD_COLUMNS)
  const ids = records.leads.map((lead) => {
    const id = nextId()
    const { createdAt, createdOn, model, horizonMonths, budget, competitor, number } = lead
    const refs = [id, idOf(lead.customer, made.customers), idOf(lead.channel, made.channels)]
    writer.add([...refs, createdAt, createdOn, model, horizonMonths, budget, competitor, number, batch.id])
    step()
    return id
  })
  writer.end()
  return ids
}

const VISIT_COLUMNS = [
  'id',
  'arrived_at',
  'arrived_on',
  'logged_at',
  'channel_id',
  'kind',
  'purpose',
  'first_visit',
  'party_size',
  'received_by',
  'lead_id',
  'note',
  'batch_id',
]

function writeVisits({ db, batch, records, nextId, step }: Writing, made: Made): void {
  const writer = rowWriter(db, 'visits', VISIT_COLUMNS)
  for (const { at, on, channel, kind, firstVisit, partySize, receivedBy, lead, note } of records.visits) {
    const first = firstVisit ? 1 : 0
    const staffId = receivedBy === null ? null : idOf(receivedBy, made.people)
    const leadId = lead === null ? null : idOf(lead, made.leads)
    const channelId = idOf(channel, made.channels)
    const came = [nextId(), at, on, at, channelId, kind, 'purchase', first, partySize]
    writer.add([...came, staffId, leadId, note, batch.id])
    step()
  }
  writer.end()
}

const CONTACT_COLUMNS = [
  'id',
  'lead_id',
  'staff_id',
  'due_on',
  'done_at',
  'done_on',
  'logged_at',
  'method',
  'outcome',
  'batch_id',
]

/** A drive in a register was planned and done at once: due on its own day. A contact that is planned is only due. */
function writeContacts({ db, batch, records, nextId, step }: Writing, made: Made): void {
  const writer = rowWriter(db, 'follow_ups', CONTACT_COLUMNS)
  for (const { lead, staff, at, on } of records.drives) {
    const whose = [nextId(), idOf(lead, made.leads), idOf(staff, made.people)]
    writer.add([...whose, on, at, on, at, 'test_drive', 'reached', batch.id])
    step()
  }
  for (const { lead, staff, dueOn } of records.contacts) {
    const whose = [nextId(), idOf(lead, made.leads), idOf(staff, made.people)]
    writer.add([...whose, dueOn, null, null, null, null, null, batch.id])
    step()
  }
  writer.end()
}

const DEAL_COLUMNS = [
  'id',
  'lead_id',
  'staff_id',
  'ordered_on',
  'delivered_on',
  'model',
  'price_fen',
  'gross_profit_fen',
  'number',
  'batch_id',
]

function writeDeals({ db, batch, records, nextId, step }: Writing, made: Made): void {
  const writer = rowWriter(db, 'deals', DEAL_COLUMNS)
  for (const { lead, staff, orderedOn, deliveredOn, model, priceFen, grossProfitFen, number } of records.deals) {
    const whose = [nextId(), idOf(lead, made.leads), idOf(staff, made.people)]
    writer.add([...whose, orderedOn, deliveredOn, model, priceFen, grossProfitFen, number, batch.id])
    step()
  }
  writer.end()
}
