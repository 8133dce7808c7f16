import type { LeadEvent } from '../../../shared/domain/lead-history.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import { dateText, dayOfInstant } from './calendar.ts'

export type Cell = string | number | null

/** The columns that are written, in the order of the cells. Foreign keys point upwards in this list. */
export const COLUMNS = {
  store: 'id name time_zone open_weekdays late_entry_minutes response_minutes',
  staff: 'id name role active daily_capacity',
  channels: 'id group name',
  channel_costs: 'channel_id month cost_fen',
  customers: 'id name created_at phone phone_key wechat gender city',
  leads:
    'id customer_id channel_id created_at created_on model budget horizon_months selection_started waiting_for wants_new_car content_with_current stage competitor',
  lead_events: 'id lead_id at kind value by_id reason',
  visits:
    'id arrived_at arrived_on logged_at channel_id kind purpose first_visit party_size received_by lead_id not_captured_reason note voided_at voided_by void_reason',
  follow_ups:
    'id lead_id staff_id due_on first_due_on done_at done_on logged_at method outcome note note_key review reviewed_by reviewed_at reviewed_on',
  deals: 'id lead_id staff_id ordered_on delivered_on cancelled_on model price_fen gross_profit_fen',
  loss_requests: 'id lead_id requested_at requested_by reason competitor decided_at decided_by decision',
  targets: 'month staff_id deals',
  door_counts: 'date count',
  market: 'month potential',
} as const
export type TableName = keyof typeof COLUMNS

type Timed = { readonly at: Instant; readonly cells: readonly Cell[] }
export type LeadBook = { readonly leadId: string; readonly createdAt: Instant; readonly events: readonly LeadEvent[] }
export type MonthOfRows = {
  readonly tables: ReadonlyMap<TableName, readonly (readonly Cell[])[]>
  readonly leads: readonly LeadBook[]
}

/**
 * Rows of leads' whole lives, given back month by month in the order in which a showroom would have written them. A life is made
 * up when its lead comes in and reaches far ahead, but never back: once a month's arrivals are made, its rows are complete.
 */
export type RowBook = {
  readonly add: (table: TableName, at: Instant, cells: readonly Cell[]) => void
  readonly addLead: (lead: LeadBook) => void
  /** Everything of that month (`YYYY-MM`), which is forgotten. */
  readonly take: (month: string) => MonthOfRows
}

export function createRowBook(): RowBook {
  const months = new Map<string, { tables: Map<TableName, Timed[]>; leads: LeadBook[] }>()
  const monthAt = (at: Instant) => {
    const month = dateText(dayOfInstant(at)).slice(0, 7)
    let rows = months.get(month)
    if (rows === undefined) months.set(month, (rows = { tables: new Map(), leads: [] }))
    return rows
  }
  return {
    add: (table, at, cells) => {
      const { tables } = monthAt(at)
      const rows = tables.get(table)
      if (rows === undefined) tables.set(table, [{ at, cells }])
      else rows.push({ at, cells })
    },
    addLead: (lead) => void monthAt(lead.createdAt).leads.push(lead),
    take: (month) => {
      const { tables, leads } = months.get(month) ?? { tables: new Map<TableName, Timed[]>(), leads: [] }
      months.delete(month)
      const inOrder = (rows: Timed[]) => rows.sort((a, b) => a.at - b.at).map(({ cells }) => cells)
      return {
        tables: new Map([...tables].map(([table, rows]) => [table, inOrder(rows)])),
        leads: leads.sort((a, b) => a.createdAt - b.createdAt),
      }
    },
  }
}
