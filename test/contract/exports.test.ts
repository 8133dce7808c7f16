import { describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { linesOf, NO_WORDS, sheetsOf } from '../support/exports.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

const words = NO_WORDS
const csv = { format: 'csv', words } as const
const xlsx = { format: 'xlsx', words } as const
const MAY = { from: '2026-05-01', to: '2026-05-31' } as const
const everyLead: Pick<InputOf<'leads.list'>, 'filter'> = { filter: {} }

/** Lin's customer Zhou (ordered), Wang's customer Sun, a party that left nothing, a courier, and a visit logged by mistake. */
async function aDay(): Promise<TestDesk & { readonly zhou: string }> {
  const showroom = testDesk()
  const { as } = showroom
  const contact = { ...someone, name: '=周先生', phone: '13700137000', wechat: 'zhou_01', model: '朗逸' }
  const { leadId } = await as(STAFF.lin).call('visits.log', { ...anonymous, contact, note: '看车\n-2 人' })
  const zhou = leadId ?? ''
  const facts = { ...noFacts, horizonMonths: 1, selectionStarted: true, model: '朗逸' }
  await as(STAFF.lin).call('leads.screen', { leadId: zhou, version: 1, facts, override: null })
  const order = { leadId: zhou, orderedOn: '2026-05-20', model: '朗逸', priceFen: 15_800_050, grossProfitFen: 620_000 }
  await as(STAFF.lin).call('leads.order', order)
  await as(STAFF.wang).call('visits.log', { ...anonymous, receivedBy: STAFF.wang, contact: someone })
  await as(STAFF.lin).call('visits.log', {
    ...anonymous,
    notCapturedReason: 'in_a_hurry',
    channelId: CHANNELS.outbound,
  })
  await as(STAFF.reception).call('visits.log', { ...anonymous, purpose: 'other', firstVisit: false, receivedBy: null })
  const { visitId } = await as(STAFF.lin).call('visits.log', anonymous)
  await as(STAFF.manager).call('visits.void', { visitId, reason: '重复登记' })
  return { ...showroom, zhou }
}

const audited = ({ db }: TestDesk) =>
  db.prepare("SELECT staff_id, operation, subject FROM audit_trail WHERE operation LIKE 'exports.%'").raw().all()

describe('exports.leads', () => {
  it('writes the leads of the filter with all that is known, and who took them along', async () => {
    const desk = await aDay()
    const file = await desk.as(STAFF.manager).call('exports.leads', { ...everyLead, ...csv })
    const [head, ...rows] = linesOf(file)
    const found = rows.map((row) => Object.fromEntries(row.map((cell, i) => [head?.[i] ?? '', cell])))
    expect(found.find(({ name }) => name === '=周先生')).toMatchObject({
      date: '2026-05-20 10:00',
      phone: '13700137000',
      wechat: 'zhou_01',
      channel: '自然到店',
      model: '朗逸',
      grade: 'A',
      status: 'won',
      receivedBy: '林小雨',
      horizon: '1',
      closedOn: '2026-05-20',
      price: '158000.5',
      grossProfit: '6200',
    })
    expect(found.find(({ name }) => name === '孙女士')).toMatchObject({ status: 'open', closedOn: '', price: '' })
    expect(file).toMatchObject({ fileName: '九控_清单_2026-05-20.csv', rows: 2 })
    expect(audited(desk)).toEqual([[STAFF.manager, 'exports.leads', 'csv rows=2']])
  })

  it('follows the filter', async () => {
    const { as } = await aDay()
    const filter = { statuses: ['open' as const] }
    const file = await as(STAFF.manager).call('exports.leads', { filter, ...csv })
    expect(linesOf(file).map(([, name]) => name)).toEqual(['name', '孙女士'])
  })

  it('holds a salesperson’s own leads only, whatever the filter says', async () => {
    const { as } = await aDay()
    for (const who of ['all', 'nobody', STAFF.wang]) {
      const file = await as(STAFF.lin).call('exports.leads', { filter: { who }, ...csv })
      expect(linesOf(file).map(([, name]) => name)).toEqual(['name', '=周先生'])
    }
  })
})

describe('exports.visits', () => {
  const namesOf = (file: OutputOf<'exports.visits'>) => {
    const [head, ...rows] = linesOf(file)
    const [name, phone, wechat] = ['name', 'phone', 'wechat'].map((key) => head?.indexOf(key) ?? -1)
    return rows.map((row) => [row[name ?? -1], row[phone ?? -1], row[wechat ?? -1]])
  }

  it('is a register of what counts; mistakes and other business stand apart', async () => {
    const desk = await aDay()
    const file = await desk.as(STAFF.manager).call('exports.visits', { ...MAY, ...xlsx })
    const sheets = sheetsOf(file)
    expect(Object.keys(sheets)).toEqual(['清单', 'otherVisits'])
    expect(sheets['清单']?.length).toBe(4)
    expect(sheets['otherVisits']?.map((row) => row.slice(-2))).toEqual([
      ['purpose', 'voidReason'],
      [expect.any(String), 'other'],
      ['purchase', '重复登记'],
    ])
    expect(file).toMatchObject({ fileName: '九控_清单_2026-05-01~2026-05-31_2026-05-20.xlsx', rows: 5 })
    expect(audited(desk)).toEqual([[STAFF.manager, 'exports.visits', '2026-05-01..2026-05-31 xlsx rows=5']])
  })

  it('shows contacts as the day’s list does', async () => {
    const { as, setClock } = await aDay()
    const asked = { ...MAY, ...csv }
    expect(namesOf(await as(STAFF.manager).call('exports.visits', asked))).toEqual([
      ['=周先生', '13700137000', 'zhou_01'],
      ['孙女士', '13900139000', ''],
      ['', '', ''],
    ])
    // Whom they received and their own customers.
    expect(namesOf(await as(STAFF.wang).call('exports.visits', asked))).toEqual([['孙女士', '13900139000', '']])
    expect(namesOf(await as(STAFF.reception).call('exports.visits', asked))[0]).toEqual([
      '=周先生',
      '13700137000',
      'zhou_01',
    ])
    setClock('2026-05-21T10:00:00+08:00')
    expect(namesOf(await as(STAFF.reception).call('exports.visits', asked))[0]).toEqual(['=周先生', '137****7000', ''])
  })

  it('wants its days in order', async () => {
    const { as } = testDesk()
    const upside = { from: '2026-05-31', to: '2026-05-01' }
    const failure = await as(STAFF.manager).refused('exports.visits', { ...upside, ...csv })
    expect(failure).toMatchObject({ code: 'invalid_input', fields: [{ path: 'to', code: 'before_from' }] })
  })
})

describe('exports.deals', () => {
  it('writes the orders of a period, cancelled ones apart', async () => {
    const desk = await aDay()
    const asked = { ...MAY, staffId: null, ...xlsx }
    const [head, ...rows] = sheetsOf(await desk.as(STAFF.manager).call('exports.deals', asked))['清单'] ?? []
    expect(rows).toHaveLength(1)
    expect(rows[0]?.[head?.indexOf('price') ?? -1]).toBe(158_000.5)
    const deal = await desk.as(STAFF.manager).call('leads.get', { leadId: desk.zhou })
    await desk.as(STAFF.manager).call('leads.cancelOrder', { dealId: deal.deals[0]?.id ?? '', reason: '退订' })
    const after = sheetsOf(await desk.as(STAFF.manager).call('exports.deals', asked))
    expect(Object.entries(after).map(([name, lines]) => [name, lines.length])).toEqual([
      ['清单', 1],
      ['cancelledDeals', 2],
    ])
  })

  it('gives a salesperson their own, without what a lead that went to a colleague earned', async () => {
    const { as, zhou } = await aDay()
    const asked = { ...MAY, staffId: null, ...csv }
    expect(linesOf(await as(STAFF.wang).call('exports.deals', asked))).toHaveLength(1)
    await as(STAFF.manager).call('leads.assign', { leadIds: [zhou], staffId: STAFF.wang, reason: '调岗' })
    const [head, row] = linesOf(await as(STAFF.lin).call('exports.deals', asked))
    const cell = (key: string) => row?.[head?.indexOf(key) ?? -1]
    expect([cell('phone'), cell('price'), cell('grossProfit')]).toEqual(['137****7000', '', ''])
  })
})

describe('exports.records', () => {
  const scope = { ...MAY, asOf: null, staffId: null }

  it('holds as many records as the figure counts', async () => {
    const desk = await aDay()
    const ref = { ...scope, figure: 'funnel.N' as const, param: null }
    const { total } = await desk.as(STAFF.manager).call('board.records', { ...ref, limit: 1, offset: 0 })
    const file = await desk.as(STAFF.manager).call('exports.records', { ...ref, ...csv })
    expect([file.rows, linesOf(file).length - 1]).toEqual([total, total])
    expect(audited(desk)).toEqual([
      [STAFF.manager, 'exports.records', `funnel.N 2026-05-01..2026-05-31 csv rows=${total}`],
    ])
  })

  it('keeps to who may ask what, and masks', async () => {
    const { as, zhou } = await aDay()
    const ref = { ...scope, figure: 'funnel.N' as const, param: null, ...csv }
    expect((await as(STAFF.lin).refused('exports.records', ref)).code).toBe('forbidden')
    await as(STAFF.manager).call('leads.assign', { leadIds: [zhou], staffId: STAFF.wang, reason: '调岗' })
    const file = await as(STAFF.lin).call('exports.records', { ...ref, staffId: STAFF.lin })
    expect(linesOf(file).flat()).toContain('137****7000')
    expect(linesOf(file).flat()).not.toContain('13700137000')
  })

  it('says in the given words why a record counts', async () => {
    const { as } = await aDay()
    const codes = {
      'notCaptured.in_a_hurry': '时间匆忙',
      'detail.captured': '已留资',
      'bucket.won': '成交',
      'bucket.A': 'A 级',
    }
    const worded = { ...csv, words: { ...words, codes } }
    const detailsOf = async (figure: 'funnel.N' | 'customerTypes.moves') => {
      const file = await as(STAFF.manager).call('exports.records', { ...scope, figure, param: null, ...worded })
      return linesOf(file).map((line) => line[4])
    }
    expect((await detailsOf('funnel.N')).slice(1)).toEqual(expect.arrayContaining(['已留资', '时间匆忙']))
    expect(await detailsOf('customerTypes.moves')).toContain('A 级 → 成交')
  })
})

describe('exports.table', () => {
  const sheet = {
    name: '人员',
    columns: [
      { header: '姓名', kind: 'text' as const },
      { header: '成交', kind: 'count' as const },
    ],
    rows: [
      ['@许经理', 3],
      ['林小雨', null],
    ],
  }
  const asked = { about: 'today.people', app: '九控', title: '今日', period: null, sheets: [sheet] }

  it('writes what is on screen, its texts harmless', async () => {
    const desk = testDesk()
    const file = await desk.as(STAFF.reception).call('exports.table', { ...asked, format: 'csv' })
    expect(Buffer.from(file.contentBase64, 'base64').toString()).toContain(`"'@许经理",3\r\n"林小雨",\r\n`)
    expect(audited(desk)).toEqual([[STAFF.reception, 'exports.table', 'today.people csv rows=2']])
  })

  it('writes a page as a workbook of several sheets', async () => {
    const { as } = testDesk()
    const page = { ...asked, sheets: [sheet, { ...sheet, rows: [] }], format: 'xlsx' as const }
    const sheets = sheetsOf(await as(STAFF.manager).call('exports.table', page))
    expect(sheets).toEqual({ 人员: [['姓名', '成交'], ['@许经理', 3], ['林小雨']], '人员 (2)': [['姓名', '成交']] })
  })

  it.each([
    ['rows of another width', { ...sheet, rows: [['x']] }, 'ragged'],
    ['more rows than a screen ever holds', { ...sheet, rows: Array(5001).fill(['x', 1]) }, 'too_many_rows'],
  ])('refuses %s', async (_, bad, code) => {
    const { as } = testDesk()
    const failure = await as(STAFF.manager).refused('exports.table', { ...asked, sheets: [bad], format: 'csv' })
    expect([failure.code, failure.fields[0]?.code]).toEqual(['invalid_input', code])
  })

  it('puts nothing but a name of ours into the audit trail', async () => {
    const { as } = testDesk()
    const failure = await as(STAFF.manager).refused('exports.table', { ...asked, about: '周先生 137', format: 'csv' })
    expect(failure).toMatchObject({ code: 'invalid_input', fields: [{ path: 'about' }] })
  })
})
