import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { removeBatch } from '../../db/repositories/import-undo.ts'
import { dumpStore } from '../support/dump.ts'
import { importInto, NOW, openShowroom } from '../support/planned-import.ts'

// Files that tell of people who are on file already, in whatever order the files come.

const VISITS = '来店日期,到店时间,客户姓名,联系电话,人数,接待顾问'
const SALES = '订单日期,客户姓名,联系电话,意向车型,成交价,交车日期,销售顾问'
const LEADS = '建档日期,客户姓名,联系电话,状态,关闭日期,负责人'

const text = (header: string, lines: readonly string[]) => [header, ...lines].join('\n')
const leadsOf = (db: Db) =>
  db
    .prepare(
      `SELECT l.created_on, h.status, h.won_on FROM leads l
       JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31' ORDER BY l.created_at, l.rowid`,
    )
    .raw()
    .all()

describe('an order', () => {
  it('of the day its customer came for the first time wins that lead, at whatever hour that was', () => {
    const db = openShowroom()
    importInto(db, 'b1', text(VISITS, ['2026-03-01,15:00,王涛,13800138000,2,林小雨']))
    const before = dumpStore(db)
    importInto(db, 'b2', text(SALES, ['2026-03-01,王涛,13800138000,轩逸,128000,,林小雨']), { kind: 'sales' })
    expect(leadsOf(db)).toEqual([['2026-03-01', 'won', '2026-03-01']])
    removeBatch(db, 'b2', { at: NOW, by: 'owner' })
    expect({ ...dumpStore(db), import_batches: [] }).toEqual({ ...before, import_batches: [] })
  })

  it('older than the lead on file is another purchase', () => {
    const db = openShowroom()
    importInto(db, 'b1', text(VISITS, ['2026-03-02,09:00,王涛,13800138000,2,林小雨']))
    importInto(db, 'b2', text(SALES, ['2026-03-01,王涛,13800138000,轩逸,128000,,林小雨']), { kind: 'sales' })
    expect(leadsOf(db)).toEqual([
      ['2026-03-01', 'won', '2026-03-01'],
      ['2026-03-02', 'open', null],
    ])
  })

  it('is not delivered on a day that is still to come', () => {
    const db = openShowroom()
    const line = (phone: string, delivered: string) => `2026-03-01,王涛,${phone},轩逸,128000,${delivered},林小雨`
    const lines = [line('13800138000', '2026-05-20'), line('13800138001', '2026-05-21')]
    importInto(db, 'b1', text(SALES, lines), { kind: 'sales' })
    expect(db.prepare('SELECT delivered_on FROM deals ORDER BY rowid').pluck().all()).toEqual(['2026-05-20', null])
    expect(db.prepare('SELECT note FROM customers ORDER BY rowid').pluck().all()).toEqual([
      null,
      '交车日期：2026-05-21',
    ])
  })
})

it('a loss of somebody on file stays one, whatever words the row has besides', () => {
  const db = openShowroom()
  importInto(db, 'b1', text(LEADS, ['2026-02-01,王涛,13800138000,跟进中,,林小雨']), { kind: 'leads' })
  const lost = (on: string) => `2026-03-01,王涛,13800138000,战败,${on},前台小周`
  const header = `${LEADS},意向车型,备注`
  const lines = [`${lost('2026-03-01')},轩逸,嫌贵`, `${lost('2026-03-09')},奇骏,嫌贵`]
  const { summary } = importInto(db, 'b2', text(header, lines), { kind: 'leads' })
  expect(summary).toMatchObject({ newLeads: 2, lost: 2, open: 0 })
  expect(leadsOf(db).map((row) => (row as unknown[])[1])).toEqual(['open', 'lost', 'lost'])
})

describe('a visit', () => {
  const won = text(LEADS, ['2026-02-01,王涛,13800138000,成交,2026-03-01,林小雨'])
  const visits = (...lines: readonly string[]) => text(VISITS, lines)

  it('on the day of the order belongs to it, at whatever hour', () => {
    const db = openShowroom()
    importInto(db, 'b1', won, { kind: 'leads' })
    const { summary } = importInto(db, 'b2', visits('2026-03-01,16:00,王涛,13800138000,2,林小雨'))
    expect(summary).toMatchObject({ returning: 1, newLeads: 0 })
    expect(leadsOf(db)).toEqual([['2026-02-01', 'won', '2026-03-01']])
  })

  it('after the order begins a new purchase, also below one that came before it', () => {
    const db = openShowroom()
    importInto(db, 'b1', won, { kind: 'leads' })
    const file = visits(
      '2026-02-10,10:00,王涛,13800138000,2,林小雨',
      '2026-02-20,10:00,王涛,13800138000,2,林小雨',
      '2026-04-10,10:00,王涛,13800138000,2,林小雨',
      '2026-04-20,10:00,王涛,13800138000,2,林小雨',
    )
    const { summary } = importInto(db, 'b2', file)
    expect(summary).toMatchObject({ captured: 4, returning: 3, newLeads: 1, firstVisits: 2 })
    expect(leadsOf(db)).toEqual([
      ['2026-02-01', 'won', '2026-03-01'],
      ['2026-04-10', 'open', null],
    ])
  })

  it('that was read in and then voided does not come back with the next, longer file', () => {
    const db = openShowroom()
    const lines = ['2026-03-01,10:00,王涛,13800138000,2,林小雨', '2026-03-01,11:00,,,3,林小雨']
    importInto(db, 'b1', visits(...lines))
    db.exec(`UPDATE visits SET voided_at = ${NOW}, voided_by = 'owner', void_reason = '重复登记'`)
    const { summary } = importInto(db, 'b2', visits(...lines, '2026-03-02,10:00,李娜,13800138001,2,林小雨'))
    expect(summary).toMatchObject({ visits: 1, leftOut: { already_in_store: 2 } })
  })
})

it('whom and what a file brought in goes with the last file that speaks of it, whichever is undone first', () => {
  const db = openShowroom()
  const file = (phone: string) =>
    text('来店日期,客户姓名,联系电话,信息来源,接待顾问', [`2026-03-01,王涛,${phone},小红书,钱小芳`])
  const before = { ...dumpStore(db), import_batches: [] }
  const values = { channel: { 小红书: 'new:outbound:小红书' }, receivedBy: { 钱小芳: 'new:钱小芳' } }
  importInto(db, 'b1', file('13800138000'), { values })
  importInto(db, 'b2', file('13800138001'))
  removeBatch(db, 'b1', { at: NOW, by: 'owner' })
  expect(db.prepare(`SELECT count(*) FROM visits WHERE received_by = 'b1:person-1'`).pluck().get()).toBe(1)
  removeBatch(db, 'b2', { at: NOW, by: 'owner' })
  expect({ ...dumpStore(db), import_batches: [] }).toEqual(before)
})
