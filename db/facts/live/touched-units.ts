import type { CountedSetName } from '../../../shared/domain/facts.ts'
import type { Db } from '../../connection.ts'
import type { Touch } from './touches.ts'

/** Of a set, what has to be counted anew (fact-set.ts, Unit). */
export type UnitOfSet = { readonly name: CountedSetName; readonly unit: string }

/** What stands on a lead's history; and on its contacts. */
const OF_HISTORY = ['cohort', 'moves', 'opening', 'closing', 'open', 'created', 'passages'] as const
const OF_CONTACTS = ['cohort', 'open'] as const

/** A contact that was not made is missed or void by the state of its lead; an order has its lead's channel. */
const DUE_OF_LEAD = `SELECT DISTINCT staff_id || '|' || counts_on FROM follow_ups WHERE lead_id = ?`
const DEALS_OF_LEAD = 'SELECT DISTINCT ordered_on FROM deals WHERE lead_id = ?'
/** Whether a call was possible. */
const DONE_OF_CUSTOMER = `
  SELECT DISTINCT f.staff_id || '|' || f.done_on FROM leads l
    CROSS JOIN follow_ups f ON f.lead_id = l.id AND f.done_on IS NOT NULL
  WHERE l.customer_id = ?`
/** As far as the rules a and b reach (suspect-set.ts). */
const SAME_NOTE = `
  SELECT DISTINCT staff_id || '|' || done_on FROM follow_ups
  WHERE staff_id = :staff AND note_key = :note AND note_key <> '' AND batch_id IS NULL
    AND done_on BETWEEN date(:day, '-30 days') AND date(:day, '+30 days')`
const SAME_TIME = `
  SELECT DISTINCT staff_id || '|' || done_on FROM follow_ups
  WHERE staff_id = :staff AND recorded_at BETWEEN :at - 600000 AND :at + 600000 AND done_on IS NOT NULL`

/** The statements, for the test that none scans a table. */
export const TOUCHED_SQL = { DUE_OF_LEAD, DEALS_OF_LEAD, DONE_OF_CUSTOMER, SAME_NOTE, SAME_TIME } as const

export function unitsOf(db: Db, touches: readonly Touch[]): UnitOfSet[] {
  return touches.flatMap((touch) => unitsOfTouch(db, touch))
}

function unitsOfTouch(db: Db, { kind, key }: Touch): UnitOfSet[] {
  const found = (name: CountedSetName, sql: string, bound: unknown = key): UnitOfSet[] =>
    db
      .prepare<[unknown], string>(sql)
      .pluck()
      .all(bound)
      .map((unit) => ({ name, unit }))
  const same = (names: readonly CountedSetName[]): UnitOfSet[] => names.map((name) => ({ name, unit: key }))
  switch (kind) {
    case 'lead':
      return [...same(OF_HISTORY), ...found('due', DUE_OF_LEAD), ...found('deals', DEALS_OF_LEAD)]
    case 'contact':
      return same(OF_CONTACTS)
    case 'visit':
      return same(['visits', 'voided'])
    case 'deal':
      return same(['deals'])
    case 'done':
      return same(['done', 'suspects'])
    case 'due':
      return same(['due'])
    case 'note':
      return found('suspects', SAME_NOTE, noteOf(key))
    case 'clock':
      return found('suspects', SAME_TIME, clockOf(key))
    case 'phone':
      return found('suspects', DONE_OF_CUSTOMER)
    case 'all':
      return []
  }
}

/** A person's id may be any text of a foreign file, bars included: what is known of the rest parts it. */
function noteOf(key: string): { staff: string; day: string; note: string } {
  const [, staff = '', day = '', note = ''] = /^(.*?)\|(\d{4}-\d\d-\d\d)\|(.*)$/s.exec(key) ?? []
  return { staff, day, note }
}

function clockOf(key: string): { staff: string; at: number } {
  const bar = key.lastIndexOf('|')
  return { staff: key.slice(0, bar), at: Number(key.slice(bar + 1)) }
}
