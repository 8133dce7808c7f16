import type { PersonRecords, PersonRow } from '../../../../db/person/person-records.ts'
import type { PageTable } from '../../../../shared/domain/export/person-page.ts'
import { dateTimeCell } from '../../../../shared/domain/export/sheet.ts'
import type { Words } from '../exports/export-words.ts'

/** How a column is read by a person: as it is, or as what its code, moment, amount or id stands for. */
type Reading = 'text' | 'at' | 'fen' | 'yesNo' | 'who' | { readonly code: string }
type Value = PersonRow[string]

export type PageWords = Words & { readonly nameOf: (id: string) => string; readonly timeZone: string }

const code = (list: string): Reading => ({ code: list })

/** What the page shows, in the order of a story: who it is, then what happened. The archive's JSON has every column. */
const TABLES: Readonly<Record<string, Readonly<Record<string, Reading>>>> = {
  customers: {
    name: 'text',
    phone: 'text',
    wechat: 'text',
    gender: code('gender'),
    city: 'text',
    note: 'text',
    created_at: 'at',
  },
  leads: {
    created_at: 'at',
    channel_id: 'who',
    model: 'text',
    budget: 'text',
    horizon_months: 'text',
    expected_on: 'text',
    selection_started: 'yesNo',
    waiting_for: 'text',
    wants_new_car: 'yesNo',
    content_with_current: 'yesNo',
    stage: code('stage'),
    competitor: 'text',
    decider: 'text',
    number: 'text',
  },
  visits: {
    arrived_at: 'at',
    kind: code('visitKind'),
    purpose: code('visitPurpose'),
    first_visit: 'yesNo',
    party_size: 'text',
    channel_id: 'who',
    received_by: 'who',
    not_captured_reason: code('notCaptured'),
    note: 'text',
    voided_at: 'at',
    void_reason: 'text',
  },
  follow_ups: {
    due_on: 'text',
    done_at: 'at',
    staff_id: 'who',
    method: code('method'),
    outcome: code('outcome'),
    note: 'text',
    review: code('review'),
    reviewed_by: 'who',
    review_note: 'text',
  },
  lead_history: {
    at: 'at',
    from_bucket: code('bucket'),
    to_bucket: code('bucket'),
    owner_id: 'who',
    by_id: 'who',
    reason: code('lossReason'),
  },
  deals: {
    ordered_on: 'text',
    delivered_on: 'text',
    cancelled_on: 'text',
    staff_id: 'who',
    model: 'text',
    price_fen: 'fen',
    number: 'text',
  },
  loss_requests: {
    requested_at: 'at',
    requested_by: 'who',
    reason: code('lossReason'),
    competitor: 'text',
    note: 'text',
    decision: code('decision'),
    decided_by: 'who',
  },
  drafts: { saved_at: 'at', staff_id: 'who', content: 'text' },
  import_batches: { imported_at: 'at', file_name: 'text', imported_by: 'who' },
}

/** A person's records as tables to be read, in the asker's words; a column in which nothing stands is left out. */
export function personTables(records: PersonRecords, words: PageWords): readonly PageTable[] {
  return Object.entries(TABLES).map(([table, columns]) => {
    const rows = records[table] ?? []
    const filled = Object.entries(columns).filter(([column]) => rows.some((row) => (row[column] ?? null) !== null))
    return {
      title: words.column(`person.${table}`),
      headers: filled.map(([column]) => words.column(`person.${table}.${column}`)),
      rows: rows.map((row) => filled.map(([column, reading]) => readValue(row[column] ?? null, reading, words))),
    }
  })
}

function readValue(value: Value, reading: Reading, words: PageWords): string {
  if (value === undefined || value === null) return ''
  if (typeof reading === 'object') return words.code(reading.code, String(value)) ?? ''
  switch (reading) {
    case 'at':
      return dateTimeCell(Number(value), words.timeZone)
    case 'fen':
      return (Number(value) / 100).toFixed(2)
    case 'yesNo':
      return words.code('yesNo', value === 1 ? 'yes' : 'no') ?? ''
    case 'who':
      return words.nameOf(String(value))
    case 'text':
      return String(value)
  }
}
