import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { NOT_HANDED_OUT } from '../../db/person/person-records.ts'
import { DERIVED_TABLES, PERSON_TABLES, TRACED_TABLES } from '../../db/person/person-tables.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { type Planted, plantPeople } from '../support/planted-people.ts'
import { rounds, tally } from '../support/rounds.ts'

type Excused = { readonly why: string; readonly texts: string }

/** Tables that speak of no single customer, with the reason and every column that could hold a text: a new one has to be looked at. */
const NOT_ABOUT_CUSTOMERS: Readonly<Record<string, Excused>> = {
  audit_trail: {
    why: 'who did what, by ids; never a name or a number',
    texts: 'staff_id kind operation subject detail previous hash',
  },
  store: { why: 'the showroom itself', texts: 'id name time_zone open_weekdays' },
  staff: { why: 'who works here', texts: 'id name role' },
  accounts: { why: 'how staff sign in', texts: 'staff_id secret_hash recovery_hash' },
  grade_slots: { why: 'the scheme of grades', texts: 'slot label' },
  channels: { why: 'where customers come from, as groups', texts: 'id group name' },
  channel_costs: { why: 'amounts by month', texts: 'channel_id month' },
  targets: { why: 'amounts by month', texts: 'month staff_id' },
  door_counts: { why: 'counts by day', texts: 'date' },
  market: { why: 'counts by month', texts: 'month' },
  thresholds: { why: 'limits of lights', texts: 'key' },
  rule_sets: { why: 'screening rules and why they were changed', texts: 'rules note saved_by' },
  scripts: { why: 'what is said to everybody', texts: 'id title text purpose grade stage' },
  import_templates: { why: 'how columns of files are read', texts: 'id name kind mapping saved_by' },
  past_headlines: { why: 'figures', texts: 'as_of from_on to_on staff_id reading' },
  stale_leads: { why: 'ids the index has to catch up with', texts: 'lead_id' },
  erasures: { why: 'ids that lead to nobody', texts: 'customer_id erased_by reason' },
  sqlite_stat1: { why: 'how many rows an index has', texts: 'tbl idx stat' },
  sqlite_sequence: { why: 'the last number given', texts: 'name seq' },
}

const db = openStore(':memory:')
db.exec('ANALYZE')
const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[]
type Column = { readonly name: string; readonly type: string }
const columnsOf = (table: string) => db.pragma(`table_xinfo("${table}")`) as readonly Column[]
const referred = (table: string) => db.pragma(`foreign_key_list("${table}")`) as readonly { readonly table: string }[]

/** Tables whose rows hang on a customer, however many tables lie between. */
function hangingOnCustomers(): ReadonlySet<string> {
  const hanging = new Set(['customers'])
  for (let before = 0; before !== hanging.size; ) {
    before = hanging.size
    for (const table of tables) if (referred(table).some(({ table: to }) => hanging.has(to))) hanging.add(table)
  }
  return hanging
}

describe('P2 whoever asks gets everything on file about them, and nothing about anybody else', () => {
  it('knows of every table whether it speaks of people', () => {
    const known = [PERSON_TABLES, TRACED_TABLES, DERIVED_TABLES, NOT_ABOUT_CUSTOMERS].flatMap((list) =>
      Object.keys(list),
    )
    expect(known.toSorted()).toEqual(tables.toSorted())
  })

  it('counts among them every table whose rows hang on a customer', () => {
    const hanging = hangingOnCustomers()
    expect(hanging.size).toBeGreaterThan(5)
    expect([...hanging].filter((table) => PERSON_TABLES[table] === undefined)).toEqual([])
  })

  it.each(Object.keys(PERSON_TABLES))('knows what becomes of every column of %s', (table) => {
    expect(Object.keys(PERSON_TABLES[table]?.columns ?? {}).toSorted()).toEqual(
      columnsOf(table)
        .map(({ name }) => name)
        .toSorted(),
    )
  })

  it.each(Object.keys(NOT_ABOUT_CUSTOMERS))('has looked at every text of %s', (table) => {
    const texts = columnsOf(table).filter(({ type }) => type !== 'INTEGER' && type !== 'REAL')
    expect(texts.map(({ name }) => name).join(' ')).toBe(NOT_ABOUT_CUSTOMERS[table]?.texts)
  })

  it('hands over everything planted of one, and nothing planted of the others', async () => {
    const count = rounds(20, 200)
    let people: readonly Planted[] = []
    const showroom = testDesk({
      at: '2026-06-10T10:00:00+08:00',
      fill: (fresh) => (people = plantPeople(fresh, 0, count)),
    })
    const manager = showroom.as(STAFF.manager)
    const words = { app: '九控', title: '客户资料', columns: {}, codes: {} }
    const done = tally(count)
    for (const one of people) {
      const file = await manager.call('customers.export', { customerId: one.customerId, language: 'zh', words })
      const {
        'customer.json': json,
        'customer.html': page,
        ...more
      } = unzipSync(Buffer.from(file.contentBase64, 'base64'))
      expect(Object.keys(more)).toEqual([])
      const [asJson, asPage] = [strFromU8(json ?? new Uint8Array()), strFromU8(page ?? new Uint8Array())]
      const derived = new Set([one.phoneKey])
      expect(
        one.values.filter((value) => !asJson.includes(value) && !derived.has(value) && !isSearchForm(value)),
      ).toEqual([])
      const foreign = people.filter((other) => other !== one).flatMap(({ values }) => values)
      expect(foreign.filter((value) => asJson.includes(value) || asPage.includes(value))).toEqual([])
      for (const shown of [one.name, one.phone, ...one.values.filter((value) => value.includes('note'))])
        expect(asPage).toContain(shown)
      done.done()
    }
    done.expectAll()
    const entries = showroom.db
      .prepare(`SELECT count(*) FROM audit_trail WHERE operation = 'customers.export'`)
      .pluck()
      .get()
    expect(entries).toBe(count)
  })

  it('says of everything it keeps back why', () => {
    for (const name of Object.keys(NOT_HANDED_OUT)) {
      const [table = '', column] = name.split('.')
      expect(PERSON_TABLES[table]).toBeDefined()
      if (column !== undefined) expect(PERSON_TABLES[table]?.columns[column]).toBeDefined()
    }
  })
})

/** The WeChat id as the index has it, in small letters. */
function isSearchForm(value: string): boolean {
  return value.includes('customerswechat') && value.includes('沪a')
}
