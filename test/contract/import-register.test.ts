import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveStaff } from '../../db/repositories/staff.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { dumpStore, job, readText } from '../support/registers.ts'

const FILE = '来店登记表_GBK.csv'
const REGISTER = join(import.meta.dirname, '../data/showroom_register_zh', FILE)

/**
 * The figures below were counted apart from this program, by a script of 40 lines over the same file: 646 rows are 1 title,
 * 1 header, 3 subtotals, 1 doubled row and 640 arrivals, of which 356 have a phone that can be called (10 more are cut short).
 */
const MARCH = { from: '2026-03-01', to: '2026-03-31', asOf: null, staffId: null }

const store = () =>
  testDesk({
    fill: (db) => {
      for (const name of ['张磊', '李娜', '陈静']) {
        saveStaff(db, { id: name, name, role: 'salesperson', active: true, dailyCapacity: null })
      }
    },
  })

describe('the register of a showroom', () => {
  let desk: TestDesk
  let reading: FileReading
  let mapping: Mapping
  let preview: ImportPlan

  beforeAll(async () => {
    desk = store()
    reading = await readText(desk.as(STAFF.manager), readFileSync(REGISTER), FILE)
    const { values } = reading.mapping
    mapping = {
      ...reading.mapping,
      values: {
        ...values,
        channel: { ...values.channel, '': CHANNELS.walkIn },
        receivedBy: { ...values.receivedBy, 小王: STAFF.wang },
      },
    }
    preview = await desk.as(STAFF.manager).call('imports.preview', { ...job(), token: reading.token, mapping })
  })

  it('is read as it is', () => {
    expect(reading).toMatchObject({ encoding: 'GB18030', delimiter: ',', rowCount: 646, importedBefore: null })
    expect(reading.mapping).toMatchObject({ headerRow: 1, year: null })
    expect(reading.dates).toMatchObject({ withoutYear: 153, years: [2026], blank: 0 })
  })

  it('asks what cannot be told, the source of rows without one, and has its guesses looked at', () => {
    const values = Object.entries(reading.distinct).flatMap(([field, list]) =>
      list.map(({ value, suggestion, isSure }) => ({ name: `${field}:${value}`, suggestion, isSure })),
    )
    expect(values.filter(({ suggestion }) => suggestion === null).map(({ name }) => name)).toEqual(['channel:'])
    const guesses = values.filter(({ suggestion, isSure }) => !isSure && suggestion?.startsWith('new:') === false)
    expect(guesses.map(({ name }) => name)).toEqual(['receivedBy:小王', 'firstVisit:', 'grade:H', 'horizon:不急'])
  })

  it('says exactly what will happen', () => {
    expect(preview).toMatchObject({
      visits: 640,
      firstVisits: 506,
      phoneIns: 0,
      captured: 356,
      anonymous: 284,
      newCustomers: 356,
      newLeads: 356,
      returning: 0,
      graded: 334,
      testDrives: 188,
      withoutPerson: 0,
      from: '2026-03-01',
      to: '2026-04-16',
      leftOut: { title: 1, subtotal: 3, repeated: 1 },
      flags: { phone_unusable: 10 },
      newChannels: ['抖音直播', '易车', '汽车之家', '懂车帝', '电话邀约'],
    })
    expect(preview.leftOutRows.map(({ line, code }) => [line, code])).toEqual([
      [1, 'title'],
      [47, 'subtotal'],
      [221, 'subtotal'],
      [700, 'repeated'],
      [701, 'subtotal'],
    ])
  })

  it('goes in as previewed, shows on the board of its month, and comes out again without a trace', async () => {
    const manager = desk.as(STAFF.manager)
    const before = dumpStore(desk.db)
    const input = { ...job(), token: reading.token, mapping, digest: preview.digest }
    const { batchId, plan } = await manager.call('imports.run', input)
    expect(plan).toEqual(preview)

    const { report } = await manager.call('board.show', MARCH)
    expect(report.funnel).toMatchObject({ N: 335, captured: 179, owned: 179, K: 179 / 335, won: 0 })
    expect(report.funnel.worked).toBe(94)
    expect(report.infoCapture.byStaff).toMatchObject({
      陈静: { N: 74 },
      李娜: { N: 70 },
      张磊: { N: 126 },
      [STAFF.wang]: { N: 65 },
    })
    expect(report.visitorRecording).toMatchObject({ visits: 431, lateEntries: 0 })
    expect(report.leadAllocation).toMatchObject({ created: 231, unassigned: 0 })
    expect(report.followUpAudit.suspect).toBe(0)

    await manager.call('imports.undo', { ...job(), batchId })
    expect(dumpStore(desk.db)).toEqual(before)
    const { batches } = await manager.call('imports.batches', {})
    expect(batches).toMatchObject([{ id: batchId, rowCount: 640, visits: 0, undoneAt: desk.now() }])
  })

  it('is refused a second time, under any name, until it is undone', async () => {
    const manager = desk.as(STAFF.manager)
    const { batchId } = await manager.call('imports.run', {
      ...job(),
      token: reading.token,
      mapping,
      digest: preview.digest,
    })
    const again = await readText(manager, readFileSync(REGISTER), '另一个名字.csv')
    expect(again.importedBefore).toMatchObject({ batchId })
    const { digest } = await manager.call('imports.preview', { ...job(), token: again.token, mapping })
    const refused = await manager.refused('imports.run', { ...job(), token: again.token, mapping, digest })
    expect(refused).toMatchObject({ code: 'import_repeated', params: { batchId } })
    expect(desk.db.prepare('SELECT count(*) FROM visits').pluck().get()).toBe(640)
  })

  it('adds nothing when it comes again with one row more, but that row', async () => {
    const manager = desk.as(STAFF.manager)
    const more = Buffer.concat([readFileSync(REGISTER), Buffer.from('641,2026-04-17,10:00,,,,2,,,,,,,,,,\r\n')])
    const again = await readText(manager, more)
    const answers = await manager.call('imports.remap', { ...job(), token: again.token, mapping })
    const plan = await manager.call('imports.preview', { ...job(), token: again.token, mapping: answers.mapping })
    expect(plan).toMatchObject({ visits: 1, leftOut: { already_in_store: 640 } })
  })
})
