import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveStaff } from '../../db/repositories/staff.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { dumpStore, job, readText } from '../support/registers.ts'
import { mergesOf, textRows, workbookOf } from '../support/workbooks.ts'

// The register of a showroom lies here twice: as the workbook people keep and as the CSV that was made of it.

const FOLDER = join(import.meta.dirname, '../data/showroom_register_zh')

const store = () =>
  testDesk({
    fill: (db) => {
      for (const name of ['张磊', '李娜', '陈静']) {
        saveStaff(db, { id: name, name, role: 'salesperson', active: true, dailyCapacity: null })
      }
    },
  })

type Looked = { readonly reading: FileReading; readonly mapping: Mapping; readonly plan: ImportPlan }

async function look(desk: TestDesk, fileName: string): Promise<Looked> {
  const manager = desk.as(STAFF.manager)
  const reading = await readText(manager, readFileSync(join(FOLDER, fileName)), fileName)
  const { values } = reading.mapping
  const mapping: Mapping = {
    ...reading.mapping,
    values: {
      ...values,
      channel: { ...values.channel, '': CHANNELS.walkIn },
      receivedBy: { ...values.receivedBy, 小王: STAFF.wang },
    },
  }
  const plan = await manager.call('imports.preview', { ...job(), token: reading.token, mapping })
  return { reading, mapping, plan }
}

describe('the register as a workbook', () => {
  const desk = store()
  let text: Looked
  let workbook: Looked
  beforeAll(async () => {
    text = await look(desk, '来店登记表_GBK.csv')
    workbook = await look(desk, '来店登记表.xlsx')
  })

  it('is read with its sheets, its two-line header and the same columns', () => {
    expect(workbook.reading).toMatchObject({
      format: 'workbook',
      encoding: '',
      delimiter: '',
      rowCount: 647,
      sheets: [
        { name: '3月来店 ', rowCount: 647, hidden: false },
        { name: '说明', rowCount: 1, hidden: false },
      ],
      mapping: { kind: 'visits', sheet: 0, headerRow: 1, headerLines: 2, columns: text.mapping.columns },
    })
    expect(text.reading).toMatchObject({ format: 'text', sheets: [{ name: '', rowCount: 646, hidden: false }] })
  })

  it('comes to the same plan as its CSV, one line further down', () => {
    const alike = ({ digest: _, sample, flagged, leftOutRows: __, ...plan }: ImportPlan, offset: number) => ({
      ...plan,
      sample: sample.map(({ line: ___, ...row }) => row),
      flagged: flagged.map(({ line: ____, ...row }) => row),
      lines: offset,
    })
    expect(alike(workbook.plan, 0)).toEqual(alike(text.plan, 0))
    expect(workbook.plan).toMatchObject({ visits: 640, captured: 356, anonymous: 284 })
    expect(workbook.plan.leftOut).toEqual({ title: 1, subtotal: 3, repeated: 1 })
  })

  it('goes in, after which the CSV adds nothing', async () => {
    const manager = desk.as(STAFF.manager)
    const before = dumpStore(desk.db)
    const { reading, mapping, plan } = workbook
    const input = { ...job(), token: reading.token, mapping, digest: plan.digest }
    const { batchId } = await manager.call('imports.run', input)
    const again = await manager.call('imports.preview', { ...job(), token: text.reading.token, mapping: text.mapping })
    expect(again).toMatchObject({ visits: 0, leftOut: { already_in_store: 640 } })
    await manager.call('imports.undo', { ...job(), batchId })
    expect(dumpStore(desk.db)).toEqual(before)
  })
})

describe('a workbook of several sheets', () => {
  const HEADER = ['日期', '姓名', '电话', '来源', '接待人']
  const day = (date: string, phone: string) => [date, '王先生', phone, '自然到店', '林小雨']
  const sheets = [
    { name: '说明', data: textRows([['填写说明：每天下班前补齐']]) },
    { name: '旧表', data: textRows([HEADER, day('2026-02-01', '13800138001')]), state: 'hidden' },
    { name: '3月', data: textRows([HEADER, day('2026-03-01', '13800138002'), day('2026-03-02', '13800138003')]) },
    { name: '4月', data: textRows([['四月'], HEADER, day('2026-04-01', '13800138004')]), after: mergesOf('A1:E1') },
  ]

  it('offers the first that people see and that has a header, and any other when it is chosen', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const reading = await readText(manager, workbookOf({ sheets }), '2026.xlsx')
    expect(reading.sheets.map(({ name, hidden, rowCount }) => [name, hidden, rowCount])).toEqual([
      ['说明', false, 1],
      ['旧表', true, 2],
      ['3月', false, 3],
      ['4月', false, 3],
    ])
    expect(reading.mapping).toMatchObject({ sheet: 2, headerRow: 0 })
    const { token } = reading
    const chosen = async (sheet: number, headerRow: number) => {
      const asked = { ...reading.mapping, sheet, headerRow, columns: {}, values: {} }
      const other = await manager.call('imports.remap', { ...job(), token, mapping: asked })
      return manager.call('imports.preview', { ...job(), token, mapping: other.mapping })
    }
    expect(await chosen(1, 0)).toMatchObject({ visits: 1, from: '2026-02-01' })
    expect(await chosen(3, 1)).toMatchObject({ visits: 1, from: '2026-04-01', leftOut: { title: 1 } })
    const missing = { ...reading.mapping, sheet: 9 }
    expect(await manager.refused('imports.remap', { ...job(), token, mapping: missing })).toMatchObject({
      code: 'not_found',
    })
  })
})
