import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import type { Fault } from '../../shared/messages/fault.ts'
import { dumpStore } from '../support/dump.ts'
import { SMALL_STORE, storeWhere, storeWith } from '../support/small-store.ts'

/** The faults of an import, after making sure that it changed nothing. */
function faultsOf(texts: ReadonlyMap<string, string>, db: Db = openStore(':memory:')): readonly Fault[] {
  const before = dumpStore(db)
  const result = importTables(db, texts)
  expect(dumpStore(db)).toEqual(before)
  return result.ok ? [] : result.faults
}

/** `code file:line column=value` */
function said({ code, file, line, column, value }: Fault): string {
  return `${code} ${file}:${line} ${column}=${value}`
}

/** What is wrong when one text in one file of the small store is replaced. */
const ONE_CELL: readonly (readonly [file: string, from: string, to: string, faults: readonly string[]])[] = [
  ['store.csv', 'Asia/Shanghai', 'Asia/Nowhere', ['bad_time_zone store.csv:2 time_zone=Asia/Nowhere']],
  ['store.csv', 'Asia/Shanghai', '+08:00', ['bad_time_zone store.csv:2 time_zone=+08:00']],
  ['store.csv', '123456,60', '1223,60', ['bad_weekdays store.csv:2 open_weekdays=1223']],
  ['store.csv', ',60,', ',-1,', ['bad_integer store.csv:2 late_entry_minutes=-1']],
  ['staff.csv', 'salesperson,true', 'seller,true', ['bad_word staff.csv:2 role=seller']],
  ['staff.csv', 'salesperson,true', 'salesperson,yes', ['bad_boolean staff.csv:2 active=yes']],
  ['staff.csv', 'm1,李芳', 'm1,', ['value_missing staff.csv:3 name=']],
  ['staff.csv', 'm1,', 's1,', ['key_repeated staff.csv:3 id=s1', ...refsToManager()]],
  ['staff.csv', 'id,name,role', 'id,nom,role', ['column_missing staff.csv:1 name=']],
  ['staff.csv', 'daily_capacity', 'name', ['column_repeated staff.csv:1 name=name']],
  ['channel_costs.csv', '1000.50', '1000.505', ['bad_money channel_costs.csv:2 cost=1000.505']],
  ['channel_costs.csv', '1000.50', '"1,000.50"', ['bad_money channel_costs.csv:2 cost=1,000.50']],
  ['channel_costs.csv', '2026-05', '2026-13', ['bad_month channel_costs.csv:2 month=2026-13']],
  ['channel_costs.csv', 'walk', 'web', ['reference_broken channel_costs.csv:2 channel_id=web']],
  [
    'customers.csv',
    '2026-05-01T09:00:00+08:00',
    '2026-05-01T09:00:00',
    ['bad_instant customers.csv:2 created_at=2026-05-01T09:00:00'],
  ],
  ['customers.csv', '2026-05-01T', '2026-02-30T', ['bad_instant customers.csv:2 created_at=2026-02-30T09:00:00+08:00']],
  ['customers.csv', ',b1', ',b2', ['reference_broken customers.csv:2 batch_id=b2']],
  ['leads.csv', '轩逸,3,', '轩逸,3.5,', ['bad_integer leads.csv:2 horizon_months=3.5']],
  ['leads.csv', 'desire', 'lust', ['bad_word leads.csv:2 stage=lust']],
  ['leads.csv', '2026-08-01', '2026-8-1', ['bad_date leads.csv:2 expected_on=2026-8-1']],
  ['leads.csv', 'l2,c1', 'l2,c9', ['reference_broken leads.csv:3 customer_id=c9']],
  ['lead_events.csv', 'grade,A', 'grade,E', ['bad_word lead_events.csv:3 value=E']],
  ['lead_events.csv', 'grade,A', 'grade,', ['value_missing lead_events.csv:3 value=']],
  ['lead_events.csv', 'status,won', 'status,A', ['bad_word lead_events.csv:5 value=A']],
  ['lead_events.csv', 'owner,s1', 'owner,s7', ['reference_broken lead_events.csv:4 value=s7']],
  ['lead_events.csv', 'owner,s1', 'boss,s1', ['bad_word lead_events.csv:4 kind=boss']],
  ['visits.csv', ',m1,重复', ',m1,', ['pair_broken visits.csv:3 voided_at=2026-05-02T11:00:00+08:00']],
  ['visits.csv', '2026-05-02T11:00:00+08:00,m1,重复', ',,', ['first_visit_repeated visits.csv:3 lead_id=l1']],
  ['follow_ups.csv', 'approved', '', ['pair_broken follow_ups.csv:2 reviewed_at=2026-05-02T18:00:00+08:00']],
  ['follow_ups.csv', ',2026-05-02T18:00:00+08:00', ',', ['pair_broken follow_ups.csv:2 review=approved']],
  ['follow_ups.csv', 'call', 'fax', ['bad_word follow_ups.csv:2 method=fax']],
  ['deals.csv', '2026-05-03,', '2026-02-29,', ['bad_date deals.csv:2 ordered_on=2026-02-29']],
  ['targets.csv', ',s1,4', ',s7,4', ['reference_broken targets.csv:3 staff_id=s7']],
  ['targets.csv', ',s1,4', ',,4', ['key_repeated targets.csv:3 month, staff_id=2026-05, ']],
  ['door_counts.csv', ',12', ',-12', ['bad_integer door_counts.csv:2 count=-12']],
  ['market.csv', '2026-05,3500', '2026-05', ['ragged_row market.csv:2 =2026-05']],
  ['market.csv', '2026-05,3500', '2026-05,3500,1', ['ragged_row market.csv:2 =2026-05,3500,1']],
  ['market.csv', '3500', '"3500', ['quote_not_closed market.csv:2 =']],
  ['market.csv', '3500', '35"00', ['quote_misplaced market.csv:2 =']],
  ['market.csv', '3500', '35\0', ['nul_byte market.csv:2 =']],
]

/** The manager is gone with the repeated key, and everything that names him has a fault of its own. */
function refsToManager(): readonly string[] {
  return [
    'reference_broken import_batches.csv:2 imported_by=m1',
    'reference_broken lead_events.csv:4 by=m1',
    'reference_broken visits.csv:3 voided_by=m1',
    'reference_broken follow_ups.csv:2 reviewed_by=m1',
  ]
}

describe('a fault names file, line, column and value, and nothing is imported', () => {
  it.each(ONE_CELL)('%s: %j -> %j', (file, from, to, faults) => {
    expect(faultsOf(storeWhere(file, from, to)).map(said)).toEqual(faults)
  })

  it.each(ONE_CELL.filter(([file]) => file !== 'staff.csv'))(
    'also over a store: %s: %j -> %j',
    (file, from, to, faults) => {
      const db = openStore(':memory:')
      importTables(db, storeWith())
      expect(faultsOf(storeWhere(file, from, to), db).map(said)).toEqual(faults)
    },
  )

  it('counts lines as an editor does: quoted line breaks, CRLF, empty lines', () => {
    const customers =
      'id,name,created_at,note\r\nc1,a,2026-05-01T09:00:00+08:00,"one\r\ntwo\nthree"\r\n\r\nc2,b,yesterday,\r\nc3,c,,"x\ry"\r\nc3,d,2026-05-01T09:00:00+08:00,\r\n'
    expect(faultsOf(storeWith({ 'customers.csv': customers })).map(said)).toEqual([
      'bad_instant customers.csv:6 created_at=yesterday',
      'value_missing customers.csv:7 created_at=',
      'key_repeated customers.csv:8 id=c3',
    ])
    const open = `${customers}c4,"\r\n\r\n`
    expect(faultsOf(storeWith({ 'customers.csv': open })).map(said)).toEqual(['quote_not_closed customers.csv:9 ='])
  })

  it('names a value as the file writes it, and one that the file does not have as an export would', () => {
    const utc = storeWhere('follow_ups.csv', 'approved,m1,2026-05-02T18:00:00+08:00', ',m1,2026-05-02T10:00Z')
    expect(faultsOf(utc).map(said)).toEqual(['pair_broken follow_ups.csv:2 reviewed_at=2026-05-02T10:00Z'])
  })

  it('a key column that is missing is one fault, not one for each row or reference', () => {
    const costs = 'channel_id,cost\nwalk,1\nwalk,2\n'
    const customers = 'name,created_at\na,2026-05-01T09:00Z\nb,2026-05-01T09:00Z\n'
    expect(faultsOf(storeWith({ 'channel_costs.csv': costs, 'customers.csv': customers })).map(said)).toEqual([
      'column_missing channel_costs.csv:1 month=',
      'column_missing customers.csv:1 id=',
    ])
  })

  it('lists all faults in the order of the files, up to 100', () => {
    const counts = Array.from({ length: 300 }, (_, at) => `day ${at},1`)
    const faults = faultsOf(
      storeWith({ 'door_counts.csv': `date,count\n${counts.join('\n')}\n`, 'staff.csv': 'id\ns1\n' }),
    )
    expect(faults).toHaveLength(100)
    expect(faults.slice(0, 4).map(said)).toEqual([
      'column_missing staff.csv:1 name=',
      'column_missing staff.csv:1 role=',
      'column_missing staff.csv:1 active=',
      'bad_date door_counts.csv:2 date=day 0',
    ])
  })

  it('does not blame the rows that refer to a row or a file with a fault', () => {
    expect(faultsOf(storeWhere('leads.csv', 'desire', 'x'))).toHaveLength(1)
    expect(faultsOf(storeWith({ 'staff.csv': 'id,name\n"s1' })).map(said)).toEqual(['quote_not_closed staff.csv:2 ='])
  })
})

describe('the store', () => {
  it('must be there, be one, and be the same', () => {
    expect(faultsOf(storeWith({ 'store.csv': null })).map(said)).toEqual(['store_missing store.csv:0 ='])
    const header = 'id,name,time_zone\n'
    expect(faultsOf(storeWith({ 'store.csv': header })).map(said)).toEqual(['store_missing store.csv:0 ='])
    const two = `${header}a,A,Asia/Shanghai\nb,B,Asia/Shanghai\n`
    expect(faultsOf(storeWith({ 'store.csv': two })).map(said)).toEqual(['store_repeated store.csv:3 id=b'])
    const db = openStore(':memory:')
    importTables(db, storeWith())
    const other = storeWhere('store.csv', 'st,', 'other,')
    expect(faultsOf(other, db).map(said)).toEqual(['store_is_another store.csv:2 id=other'])
  })
})

describe('against what the store has already', () => {
  const store = new Map([['store.csv', SMALL_STORE['store.csv'] ?? '']])
  const visit = (id: string) =>
    `id,arrived_at,logged_at,channel_id,kind,purpose,first_visit,lead_id\n${id},2026-05-06T10:00+08:00,2026-05-06T10:00Z,walk,showroom,purchase,true,l1\n`

  it('a reference may point to a row of the store', () => {
    const db = openStore(':memory:')
    importTables(db, storeWith())
    const later = 'id,lead_id,staff_id,ordered_on\nd2,l2,s1,2026-05-09\n'
    expect(importTables(db, new Map([...store, ['deals.csv', later]]))).toMatchObject({ ok: true })
  })

  it('a lead has one first visit and one open loss request, whoever brought them', () => {
    const db = openStore(':memory:')
    importTables(db, storeWith())
    const faults = faultsOf(new Map([...store, ['visits.csv', visit('v9')]]), db)
    expect(faults).toEqual([
      {
        file: 'visits.csv',
        line: 2,
        column: 'lead_id',
        value: 'l1',
        code: 'first_visit_repeated',
        params: { other: 'v1' },
      },
    ])
    const request = 'id,lead_id,requested_at,requested_by,reason\nr2,l2,2026-05-06T10:00Z,s1,price\n'
    const requests = faultsOf(new Map([...store, ['loss_requests.csv', request]]), db)
    expect(requests.map(said)).toEqual(['open_request_repeated loss_requests.csv:2 lead_id=l2'])
  })

  it('a pair is looked at as it will stand in the store', () => {
    const db = openStore(':memory:')
    importTables(db, storeWith())
    const withoutReview = 'id,lead_id,staff_id,due_on,review\nf1,l1,s1,2026-05-02,\n'
    expect(faultsOf(new Map([...store, ['follow_ups.csv', withoutReview]]), db).map(said)).toEqual([
      'pair_broken follow_ups.csv:2 reviewed_at=2026-05-02T18:00:00+08:00',
    ])
  })
})
