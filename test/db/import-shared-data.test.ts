import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { removeBatch } from '../../db/repositories/import-undo.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import { describeDates } from '../../shared/domain/import/resolve-dates.ts'
import { sortRows } from '../../shared/domain/import/sort-rows.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { guessFor, importInto, NOW, openShowroom, planFor, rowsOf } from '../support/planned-import.ts'
import { dumpStore } from '../support/registers.ts'

/** Files of other programs that lie beside the repository on some machines. */
const SHARED = join(import.meta.dirname, '../../../shared/data')
const PIPELINE = join(SHARED, 'crm_opportunities/sales_pipeline.csv')
const CARS = join(SHARED, 'car_sales_report/car_data.csv')

describe.skipIf(!existsSync(PIPELINE))('the pipeline of a CRM', () => {
  const text = existsSync(PIPELINE) ? readFileSync(PIPELINE, 'utf8') : ''
  const rows = rowsOf(text)

  it('is a list of leads, with a number, an agent, a stage and two days for each', () => {
    const mapping = guessFor(openShowroom(), rows)
    expect(mapping).toMatchObject({ kind: 'leads', headerRow: 0, headerLines: 1 })
    expect(mapping.columns).toEqual({
      number: 0,
      receivedBy: 1,
      model: 2,
      name: 3,
      status: 4,
      date: 5,
      closedOn: 6,
      price: 7,
    })
    expect(mapping.values.status).toEqual({ Won: 'won', Lost: 'lost', Engaging: 'open', Prospecting: 'open' })
    expect(mapping.values.receivedBy?.['Moses Frase']).toBe('new:Moses Frase')
    expect(describeDates(sortRows(rows, mapping).data, 5, mapping)).toMatchObject({ blank: 500, from: '2016-10-20' })
  })

  it('asks once what becomes of the 500 leads without a day', () => {
    const db = openShowroom()
    const mapping = guessFor(db, rows)
    expect(planFor(db, rows, mapping).summary).toMatchObject({ newLeads: 8300, leftOut: { no_date: 500 } })
    const above = planFor(db, rows, { ...mapping, blankDate: 'as_above' })
    expect(above.summary).toMatchObject({ newLeads: 8800, leftOut: {} })
  })

  it('goes in with its outcomes, adds nothing a second time, and comes out again with its people', () => {
    const db = openShowroom()
    const before = dumpStore(db)
    const onDay: Partial<Mapping> = { blankDate: 'on_day', blankOn: '2017-12-31' as BusinessDate }
    const { summary } = importInto(db, 'crm', text, onDay)
    expect(summary).toMatchObject({ newLeads: 8800, won: 4238, lost: 2473, open: 2089, people: 30, deals: 4238 })
    expect(summary.winRate).toBeCloseTo(0.6315, 4)
    const statuses = db
      .prepare(`SELECT status, count(*) FROM lead_history WHERE until_on = '9999-12-31' GROUP BY 1 ORDER BY 1`)
      .raw()
      .all()
    expect(statuses).toEqual([
      ['lost', 2473],
      ['open', 2089],
      ['won', 4238],
    ])
    expect(db.prepare('SELECT sum(price_fen) FROM deals').pluck().get()).toBe(summary.revenueFen)
    const again = planFor(db, rows, { ...guessFor(db, rows), ...onDay })
    expect(again.summary).toMatchObject({ newLeads: 0, leftOut: { already_in_store: 8800 } })
    removeBatch(db, 'crm', { at: NOW, by: 'owner' })
    expect(dumpStore(db)).toEqual(before)
  })
})

describe.skipIf(!existsSync(CARS))('the sales of a car dealer', () => {
  const text = existsSync(CARS) ? readFileSync(CARS, 'utf8') : ''
  const rows = rowsOf(text)

  it('are orders, their days month first, their prices whole units', () => {
    const db = openShowroom()
    const mapping = guessFor(db, rows)
    expect(mapping).toMatchObject({ kind: 'sales', dateOrder: 'mdy' })
    expect(mapping.columns).toEqual({
      number: 0,
      date: 1,
      name: 2,
      gender: 3,
      brand: 6,
      model: 7,
      price: 11,
      phone: 14,
    })
    const dates = describeDates(sortRows(rows, mapping).data, 1, mapping)
    expect(dates).toMatchObject({ yearLast: 23_906, onlyDayFirst: 0, from: '2022-01-02', to: '2023-12-31' })
    expect(dates.onlyMonthFirst).toBeGreaterThan(10_000)
    expect(planFor(db, rows, mapping).summary.leftOut).toEqual({ no_seller: 23_906 })
  })

  it('go in as 23,906 orders of 23,804 numbers, 102 of them on two names', () => {
    const db = openShowroom()
    const { summary, plan } = importInto(db, 'cars', text, { defaultPerson: 'lin' })
    expect(summary).toMatchObject({
      deals: 23_906,
      newLeads: 23_906,
      newCustomers: 23_804,
      phonesOnTwoNames: 102,
      flags: { other_name: 102 },
      leftOut: {},
    })
    expect(plan.records.deals[0]).toMatchObject({
      model: 'Ford Expedition',
      priceFen: 2_600_000,
      number: 'C_CND_000001',
    })
    expect(plan.records.customers[0]).toMatchObject({ name: 'Geraldine', gender: 'm', phone: '8264678' })
    const others = planFor(openShowroom(), rows, {
      ...guessFor(db, rows),
      defaultPerson: 'lin',
      otherName: 'another_person',
    })
    expect(others.summary.newCustomers).toBe(23_906)
    const skipped = planFor(openShowroom(), rows, { ...guessFor(db, rows), defaultPerson: 'lin', otherName: 'skip' })
    expect(skipped.summary).toMatchObject({ deals: 23_804, leftOut: { phone_on_other_name: 102 } })
  })
})
