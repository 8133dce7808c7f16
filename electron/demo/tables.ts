import { stringify } from 'csv-stringify/sync'
import type { Books } from './books.ts'
import { CHANNELS } from './line-up.ts'
import type { Day, Moment } from './moment.ts'
import { dateText, momentText, TIME_ZONE } from './moment.ts'
import { MANAGER, OWNER, RECEPTION, SALESPEOPLE } from './people.ts'
import { costsOf, doorCountsOf, marketOf, targetsOf } from './plans.ts'

type Cell = string | number | boolean | null

/** One file of the exchange format (interchange.md): header row, empty = null, `\n`. */
function csv(columns: string, rows: readonly (readonly Cell[])[]): string {
  return stringify([columns.split(' '), ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))])
}

const when = (moment: Moment | null) => (moment === null ? null : momentText(moment))
const on = (day: Day | null) => (day === null ? null : dateText(day))
const yuan = (amount: number) => amount.toFixed(2)
const numbered = (letter: string, index: number) => `${letter}${String(index + 1).padStart(6, '0')}`

function byTime<T>(rows: readonly T[], time: (row: T) => number): T[] {
  return [...rows].sort((a, b) => time(a) - time(b))
}

function staffTable(): string {
  return csv('id name role active daily_capacity', [
    ...SALESPEOPLE.map(({ id, name, capacity }) => [id, name, 'salesperson', true, capacity]),
    [RECEPTION.id, RECEPTION.name, 'reception', true, null],
    [MANAGER.id, MANAGER.name, 'manager', true, null],
    [OWNER.id, OWNER.name, 'owner', true, null],
  ])
}

function visitsTable(books: Books): string {
  return csv(
    'id arrived_at logged_at channel_id kind purpose first_visit party_size received_by lead_id not_captured_reason note',
    byTime(books.visits, ({ arrivedAt }) => arrivedAt).map((visit, n) => [
      numbered('v', n),
      when(visit.arrivedAt),
      when(visit.loggedAt),
      visit.channelId,
      visit.kind,
      visit.purpose,
      visit.firstVisit,
      visit.partySize,
      visit.receivedBy,
      visit.leadId,
      visit.reason,
      visit.note,
    ]),
  )
}

function customersTable(books: Books): string {
  return csv(
    'id name created_at phone wechat gender city note',
    books.leads.map(({ customerId, createdAt, person }) => [
      customerId,
      person.name,
      when(createdAt),
      person.phone,
      person.wechat,
      person.gender,
      person.city,
      null,
    ]),
  )
}

function leadsTable(books: Books): string {
  return csv(
    'id customer_id channel_id created_at model budget horizon_months selection_started waiting_for wants_new_car content_with_current stage competitor',
    books.leads.map(({ id, customerId, channel, createdAt, model, facts }) => [
      id,
      customerId,
      channel.id,
      when(createdAt),
      model.name,
      facts?.budget ?? null,
      facts?.horizonMonths ?? null,
      facts?.selectionStarted ?? null,
      facts?.waitingFor ?? null,
      facts?.wantsNewCar ?? null,
      facts?.contentWithCurrent ?? null,
      facts?.stage ?? null,
      facts?.competitor ?? null,
    ]),
  )
}

function eventsTable(books: Books): string {
  return csv(
    'id lead_id at kind value by reason',
    byTime(books.events, ({ at }) => at).map((event, n) => [
      numbered('e', n),
      event.leadId,
      when(event.at),
      event.kind,
      event.value,
      event.by,
      event.reason,
    ]),
  )
}

function followUpsTable(books: Books): string {
  return csv(
    'id lead_id staff_id due_on first_due_on done_at logged_at method outcome note review reviewed_by reviewed_at',
    byTime(books.followUps, ({ dueOn }) => dueOn).map((row, n) => [
      numbered('f', n),
      row.leadId,
      row.staffId,
      on(row.dueOn),
      on(row.firstDueOn),
      when(row.doneAt),
      when(row.loggedAt),
      row.method,
      row.outcome,
      row.note,
      row.review,
      row.review === null ? null : MANAGER.id,
      when(row.reviewedAt),
    ]),
  )
}

function dealsTable(books: Books): string {
  return csv(
    'id lead_id staff_id ordered_on delivered_on cancelled_on model price gross_profit',
    byTime(books.deals, ({ orderedOn }) => orderedOn).map((deal, n) => [
      numbered('d', n),
      deal.leadId,
      deal.staffId,
      on(deal.orderedOn),
      on(deal.deliveredOn),
      on(deal.cancelledOn),
      deal.model,
      yuan(deal.price),
      yuan(deal.grossProfit),
    ]),
  )
}

/** The whole store as the exchange format's files, by name. */
export function tablesOf(books: Books): ReadonlyMap<string, string> {
  const store = csv('id name time_zone open_weekdays late_entry_minutes response_minutes', [
    ['demo', '松云汽车演示展厅', TIME_ZONE, '1234567', 60, 30],
  ])
  return new Map([
    ['store.csv', store],
    ['staff.csv', staffTable()],
    [
      'channels.csv',
      csv(
        'id group name',
        CHANNELS.map(({ id, group, name }) => [id, group, name]),
      ),
    ],
    [
      'channel_costs.csv',
      csv(
        'channel_id month cost',
        costsOf(books).map((c) => [c.channelId, c.month, yuan(c.cost)]),
      ),
    ],
    ['visits.csv', visitsTable(books)],
    ['customers.csv', customersTable(books)],
    ['leads.csv', leadsTable(books)],
    ['lead_events.csv', eventsTable(books)],
    ['follow_ups.csv', followUpsTable(books)],
    ['deals.csv', dealsTable(books)],
    [
      'targets.csv',
      csv(
        'month staff_id deals',
        targetsOf(books).map((t) => [t.month, t.staffId, t.deals]),
      ),
    ],
    [
      'door_counts.csv',
      csv(
        'date count',
        doorCountsOf(books).map((d) => [dateText(d.day), d.count]),
      ),
    ],
    [
      'market.csv',
      csv(
        'month potential',
        marketOf(books).map((m) => [m.month, m.potential]),
      ),
    ],
  ])
}
