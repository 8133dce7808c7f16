import { IMPORT_KINDS } from '../../shared/domain/import/fields.ts'
import { GRADES } from '../../shared/values/grade.ts'
import { CHANNEL_GROUPS, ROLES } from '../../shared/values/vocabulary.ts'
import {
  boolean,
  date,
  dayOf,
  type ExchangeTable,
  id,
  instant,
  integer,
  money,
  month,
  needed,
  oneOf,
  optional,
  referTo,
  text,
} from './exchange-table.ts'

// The showroom itself: who works there, where visitors come from, what is planned and counted.

export const store: ExchangeTable = {
  name: 'store',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('name', text),
    needed('time_zone', { type: 'time-zone' }),
    optional('open_weekdays', { type: 'weekdays' }),
    optional('late_entry_minutes', integer(0)),
    optional('response_minutes', integer(0)),
  ],
}

export const gradeSlots: ExchangeTable = {
  name: 'grade_slots',
  key: ['slot'],
  orderBy: 'slot',
  columns: [
    needed('slot', oneOf(GRADES)),
    needed('label', text),
    optional('horizon_days', integer(0)),
    needed('cadence_days', integer(1)),
    needed('first_contact_hours', integer(1)),
    needed('dormant_days', integer(1)),
  ],
}

export const staff: ExchangeTable = {
  name: 'staff',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('name', text),
    needed('role', oneOf(ROLES)),
    needed('active', boolean),
    optional('daily_capacity', integer(0)),
  ],
}

export const channels: ExchangeTable = {
  name: 'channels',
  key: ['id'],
  orderBy: 'id',
  columns: [id, needed('group', oneOf(CHANNEL_GROUPS)), needed('name', text)],
}

export const channelCosts: ExchangeTable = {
  name: 'channel_costs',
  key: ['channel_id', 'month'],
  orderBy: 'channel_id, month',
  columns: [needed('channel_id', referTo('channels')), needed('month', month), needed('cost', money, 'cost_fen')],
}

export const importBatches: ExchangeTable = {
  name: 'import_batches',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    { ...optional('kind', oneOf(IMPORT_KINDS)), empty: 'visits' },
    needed('file_name', text),
    needed('file_hash', text),
    needed('imported_at', instant),
    optional('imported_by', referTo('staff')),
    needed('row_count', integer(0)),
    optional('undone_at', instant),
    optional('undone_by', referTo('staff')),
  ],
  derive: (row, timeZone) => ({ imported_on: dayOf(row.imported_at, timeZone) }),
}

export const targets: ExchangeTable = {
  name: 'targets',
  key: ['month', 'staff_id'],
  orderBy: 'month, staff_id',
  columns: [
    needed('month', month),
    { ...optional('staff_id', referTo('staff')), empty: '' },
    needed('deals', integer(0)),
  ],
}

export const doorCounts: ExchangeTable = {
  name: 'door_counts',
  key: ['date'],
  orderBy: 'date',
  columns: [needed('date', date), needed('count', integer(0))],
}

export const market: ExchangeTable = {
  name: 'market',
  key: ['month'],
  orderBy: 'month',
  columns: [needed('month', month), needed('potential', integer(0))],
}
