import { STAGES } from '../../shared/values/grade.ts'
import { phoneKey } from '../../shared/values/phone.ts'
import {
  FOLLOW_UP_METHODS,
  FOLLOW_UP_OUTCOMES,
  REVIEWS,
  VISIT_KINDS,
  VISIT_PURPOSES,
} from '../../shared/values/vocabulary.ts'
import {
  batch,
  boolean,
  date,
  dayOf,
  type ExchangeTable,
  id,
  instant,
  integer,
  money,
  needed,
  oneOf,
  optional,
  referTo,
  text,
} from './exchange-table.ts'

// What happens with visitors: from the first visit to the deal.

export const customers: ExchangeTable = {
  name: 'customers',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('name', text),
    needed('created_at', instant),
    optional('phone', text),
    optional('wechat', text),
    optional('gender', text),
    optional('city', text),
    optional('note', text),
    batch,
  ],
  derive: (row) => ({ phone_key: typeof row.phone === 'string' ? phoneKey(row.phone) : null }),
}

export const leads: ExchangeTable = {
  name: 'leads',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('customer_id', referTo('customers')),
    needed('channel_id', referTo('channels')),
    needed('created_at', instant),
    optional('model', text),
    optional('budget', text),
    optional('horizon_months', integer(0)),
    optional('selection_started', boolean),
    optional('waiting_for', text),
    optional('wants_new_car', boolean),
    optional('content_with_current', boolean),
    optional('stage', oneOf(STAGES)),
    optional('competitor', text),
    optional('expected_on', date),
    optional('decider', text),
    optional('number', text),
    batch,
  ],
  derive: (row, timeZone) => ({ created_on: dayOf(row.created_at, timeZone) }),
}

/** `value` depends on `kind` and is looked at in check-rows.ts: an owner event may have none. */
export const leadEvents: ExchangeTable = {
  name: 'lead_events',
  key: ['id'],
  orderBy: 'seq',
  columns: [
    id,
    needed('lead_id', referTo('leads')),
    needed('at', instant),
    needed('kind', oneOf(['grade', 'status', 'owner'])),
    optional('value', text),
    optional('by', referTo('staff'), 'by_id'),
    optional('reason', text),
    batch,
  ],
}

export const visits: ExchangeTable = {
  name: 'visits',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('arrived_at', instant),
    needed('logged_at', instant),
    needed('channel_id', referTo('channels')),
    needed('kind', oneOf(VISIT_KINDS)),
    needed('purpose', oneOf(VISIT_PURPOSES)),
    needed('first_visit', boolean),
    optional('party_size', integer(0)),
    optional('received_by', referTo('staff')),
    optional('lead_id', referTo('leads')),
    optional('not_captured_reason', text),
    optional('note', text),
    optional('voided_at', instant),
    optional('voided_by', referTo('staff')),
    optional('void_reason', text),
    batch,
  ],
  derive: (row, timeZone) => ({ arrived_on: dayOf(row.arrived_at, timeZone) }),
  pair: ['voided_at', 'void_reason'],
  atMostOne: {
    column: 'lead_id',
    code: 'first_visit_repeated',
    applies: (row) =>
      row.lead_id !== null &&
      row.kind === 'showroom' &&
      row.purpose === 'purchase' &&
      row.first_visit === 1 &&
      row.voided_at === null,
  },
}

export const followUps: ExchangeTable = {
  name: 'follow_ups',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('lead_id', referTo('leads')),
    needed('staff_id', referTo('staff')),
    needed('due_on', date),
    optional('first_due_on', date),
    optional('done_at', instant),
    optional('logged_at', instant),
    optional('method', oneOf(FOLLOW_UP_METHODS)),
    optional('outcome', oneOf(FOLLOW_UP_OUTCOMES)),
    optional('note', text),
    optional('review', oneOf(REVIEWS)),
    optional('reviewed_by', referTo('staff')),
    optional('reviewed_at', instant),
    optional('review_note', text),
    batch,
  ],
  derive: (row, timeZone) => ({
    done_on: dayOf(row.done_at, timeZone),
    reviewed_on: dayOf(row.reviewed_at, timeZone),
    note_key: typeof row.note === 'string' ? row.note.trim() : null,
  }),
  pair: ['review', 'reviewed_at'],
}

export const deals: ExchangeTable = {
  name: 'deals',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('lead_id', referTo('leads')),
    needed('staff_id', referTo('staff')),
    needed('ordered_on', date),
    optional('delivered_on', date),
    optional('cancelled_on', date),
    optional('model', text),
    optional('price', money, 'price_fen'),
    optional('gross_profit', money, 'gross_profit_fen'),
    optional('number', text),
    batch,
  ],
}

export const lossRequests: ExchangeTable = {
  name: 'loss_requests',
  key: ['id'],
  orderBy: 'id',
  columns: [
    id,
    needed('lead_id', referTo('leads')),
    needed('requested_at', instant),
    needed('requested_by', referTo('staff')),
    needed('reason', text),
    optional('competitor', text),
    optional('note', text),
    optional('decided_at', instant),
    optional('decided_by', referTo('staff')),
    optional('decision', oneOf(['confirmed', 'refused'])),
  ],
  pair: ['decided_at', 'decision'],
  atMostOne: { column: 'lead_id', code: 'open_request_repeated', applies: (row) => row.decided_at === null },
}
