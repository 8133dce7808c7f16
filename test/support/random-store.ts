import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'

/** Whatever somebody may type: spaces, line ends, quotes, what looks like a formula, a number or a date. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.stringMatching(/^[ \t",;\r\n=+@'\\\u00a0\u3000\ufeff]{1,8}$/),
  fc.constantFrom('=1+1', '+86 138', '-3', '@x', "'quoted'", ' 前后有空格 ', 'true', '1e3', '007', '2026-05-01'),
)
export const typed = nasty.filter((text) => !text.includes('\0') && text.isWellFormed())
const maybe = fc.oneof(typed, fc.constant(''))

const instant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-06-01T00:00:00Z') })
  .map((ms) => new Date(Math.floor(ms / 1000) * 1000).toISOString())
const day = fc
  .integer({ min: 0, max: 180 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))

const customer = fc.record({
  name: typed,
  note: maybe,
  city: maybe,
  phone: fc.constantFrom('', '13800138000', '021-5555'),
  at: instant,
})
const event = fc.record({
  at: instant,
  kind: fc.constantFrom('grade', 'owner', 'status'),
  pick: fc.nat(3),
  reason: maybe,
})
const followUp = fc.record({
  dueOn: day,
  doneAt: fc.option(instant),
  note: maybe,
  method: fc.constantFrom('call', 'wechat', 'sms'),
})

/** Not with the writer that is being tried: what it loses would not be missed. */
function textOf(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: '\n', quoted: true })
}

/** A small showroom at random, as texts of the exchange form: customers with their leads, histories, contacts and orders. */
export const randomStore = fc
  .record({
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
    names: fc.tuple(typed, typed, typed),
    customers: fc.array(
      fc.record({
        customer,
        at: instant,
        events: fc.array(event, { maxLength: 4 }),
        followUps: fc.array(followUp, { maxLength: 2 }),
      }),
      { maxLength: 4 },
    ),
    doors: fc.uniqueArray(day, { maxLength: 3 }),
  })
  .map(({ zone, names, customers, doors }) => {
    const values = {
      grade: ['A', 'B', 'C', 'D'],
      owner: ['s1', 's2', 's1', ''],
      status: ['dormant', 'open', 'won', 'lost'],
    } as const
    const [store, one, other] = names
    const tables: Readonly<Record<string, readonly (readonly string[])[]>> = {
      'store.csv': [
        ['id', 'name', 'time_zone'],
        ['st', store, zone],
      ],
      'staff.csv': [
        ['id', 'name', 'role', 'active'],
        ['s1', one, 'salesperson', 'true'],
        ['s2', other, 'manager', 'false'],
      ],
      'channels.csv': [
        ['id', 'group', 'name'],
        ['walk', 'walk_in', other],
      ],
      'customers.csv': [
        ['id', 'name', 'created_at', 'phone', 'city', 'note'],
        ...customers.map((row, n) => [
          `c${n}`,
          row.customer.name,
          row.customer.at,
          row.customer.phone,
          row.customer.city,
          row.customer.note,
        ]),
      ],
      'leads.csv': [
        ['id', 'customer_id', 'channel_id', 'created_at'],
        ...customers.map((row, n) => [`l${n}`, `c${n}`, 'walk', row.at]),
      ],
      'lead_events.csv': [
        ['id', 'lead_id', 'at', 'kind', 'value', 'by', 'reason'],
        ...customers.flatMap((row, n) =>
          row.events.map((one, k) => [
            `e${n}-${k}`,
            `l${n}`,
            one.at,
            one.kind,
            values[one.kind as keyof typeof values][one.pick] ?? '',
            's2',
            one.reason,
          ]),
        ),
      ],
      'follow_ups.csv': [
        ['id', 'lead_id', 'staff_id', 'due_on', 'done_at', 'method', 'outcome', 'note'],
        ...customers.flatMap((row, n) =>
          row.followUps.map((one, k) => [
            `f${n}-${k}`,
            `l${n}`,
            's1',
            one.dueOn,
            one.doneAt ?? '',
            one.doneAt === null ? '' : one.method,
            one.doneAt === null ? '' : 'reached',
            one.doneAt === null ? '' : one.note,
          ]),
        ),
      ],
      'door_counts.csv': [['date', 'count'], ...doors.map((date, n) => [date, String(n)])],
    }
    return new Map(Object.entries(tables).map(([file, rows]) => [file, textOf(rows)]))
  })
