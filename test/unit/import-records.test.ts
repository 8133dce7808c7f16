import { describe, expect, test } from 'vitest'
import { checkMapping } from '../../shared/domain/import/check-mapping.ts'
import type { ImportRow, Mapping } from '../../shared/domain/import/fields.ts'
import type { KnownCustomer, KnownStore } from '../../shared/domain/import/known-store.ts'
import { planImport } from '../../shared/domain/import/plan-import.ts'
import type { Plan } from '../../shared/domain/import/plan-records.ts'
import { suggestMapping } from '../../shared/domain/import/suggest-mapping.ts'
import { summarise } from '../../shared/domain/import/summarise.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const NOW = Date.parse('2026-05-20T10:00:00+08:00')
const noon = (on: string) => Date.parse(`${on}T12:00:00+08:00`)

const store: KnownStore = {
  now: NOW,
  timeZone: 'Asia/Shanghai',
  channels: [{ id: 'walk-in', name: '自然到店', group: 'walk_in' }],
  people: [
    { id: 'lin', name: '林小雨', active: true, sells: true },
    { id: 'desk', name: '前台小周', active: true, sells: false },
  ],
  slots: (['A', 'B', 'C', 'D'] as const).map((slot) => ({ slot, label: slot })),
  models: [],
  mayAddPeople: true,
  customers: new Map(),
  onFile: new Set(),
}

const rowsOf = (lines: readonly string[]): ImportRow[] =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split(',') }))

type Given = { readonly known?: Partial<KnownStore>; readonly changed?: Partial<Mapping> }

function planOf(header: string, lines: readonly string[], { known = {}, changed = {} }: Given = {}): Plan {
  const rows = rowsOf([header, ...lines])
  const mapping = suggestMapping(rows, { name: 'x.csv', today: '2026-05-20' as BusinessDate }, store)
  return planImport(rows, { ...mapping, ...changed }, { ...store, ...known })
}

const leftOutOf = ({ leftOut }: Plan) => leftOut.map(({ row, code }) => [row.line, code])
const flagsOf = ({ flags }: Plan) => flags.map(({ code, value }) => [code, value])
const statusOf = ({ records }: Plan) =>
  records.events.flatMap((event) => (event.kind === 'status' ? [[event.value, event.at, event.reason]] : []))

const LEADS = '线索编号,建档日期,客户姓名,联系电话,意向车型,级别,负责人,状态,关闭日期,战败原因,成交价,下次跟进日期,备注'
const leads = (lines: readonly string[], given?: Given) => planOf(LEADS, lines, given)

describe('a lead', () => {
  test('that was won has its owner, its grade, its day and its order', () => {
    const { records, rows, flags } = leads(['L1,2026-03-01,王涛,13800138000,轩逸,B,林小雨,成交,2026-03-08,,128000,,'])
    expect(records.leads).toMatchObject([
      { createdOn: '2026-03-01', createdAt: noon('2026-03-01'), model: '轩逸', number: 'L1' },
    ])
    expect(records.events).toEqual([
      { lead: { nth: 0 }, at: noon('2026-03-01'), reason: null, kind: 'owner', value: { id: 'lin' } },
      { lead: { nth: 0 }, at: noon('2026-03-01'), reason: null, kind: 'grade', value: 'B' },
      { lead: { nth: 0 }, at: noon('2026-03-08'), reason: null, kind: 'status', value: 'won' },
    ])
    expect(records.deals).toMatchObject([
      { staff: { id: 'lin' }, orderedOn: '2026-03-08', priceFen: 12_800_000, number: null },
    ])
    expect([rows[0]?.outcome, flags]).toEqual(['won', []])
  })

  test('that was lost keeps its coded reason, and in words what no code says', () => {
    const plan = leads([
      'L1,2026-03-01,王涛,,,,林小雨,战败,2026-03-08,价格太高,,,',
      'L2,2026-03-01,李娜,,,,林小雨,战败,2026-03-08,搬家了,,,老客户',
    ])
    expect(statusOf(plan)).toEqual([
      ['lost', noon('2026-03-08'), 'price'],
      ['lost', noon('2026-03-08'), 'other'],
    ])
    expect(plan.records.customers.map(({ note }) => note)).toEqual([null, '老客户；战败原因：搬家了'])
  })

  test('decided on no day, or before it began, counts on the day it began and is flagged', () => {
    const plan = leads([
      'L1,2026-03-01,王涛,,,,林小雨,成交,,,,,',
      'L2,2026-03-01,李娜,,,,林小雨,成交,某天,,,,',
      'L3,2026-03-01,赵磊,,,,林小雨,战败,2026-02-01,价格,,,',
    ])
    expect(statusOf(plan).map(([, at]) => at)).toEqual([noon('2026-03-01'), noon('2026-03-01'), noon('2026-03-01')])
    expect(plan.records.deals.map(({ orderedOn }) => orderedOn)).toEqual(['2026-03-01', '2026-03-01'])
    expect(flagsOf(plan)).toEqual([
      ['close_unreadable', ''],
      ['close_unreadable', '某天'],
      ['closed_before_begun', '2026-02-01 / 2026-03-01'],
    ])
    expect(plan.records.customers.map(({ note }) => note)).toEqual([null, '关闭日期：某天', '关闭日期：2026-02-01'])
  })

  test('decided after today stays out; one of this morning goes in before noon', () => {
    const plan = leads([
      'L1,2026-03-01,王涛,,,,林小雨,成交,2026-05-21,,,,',
      'L2,2026-05-20,李娜,,,,林小雨,成交,2026-05-20,,,,',
    ])
    expect(leftOutOf(plan)).toEqual([[2, 'in_the_future']])
    expect(plan.records.leads).toMatchObject([
      { createdOn: '2026-05-20', createdAt: Date.parse('2026-05-20T00:00:00+08:00') },
    ])
  })

  test('won by nobody is won without an order', () => {
    const plan = leads(['L1,2026-03-01,王涛,,,,,成交,2026-03-08,,128000,,'])
    expect(plan.records).toMatchObject({ deals: [], events: [{ kind: 'status', value: 'won' }] })
    expect(flagsOf(plan)).toEqual([['deal_without_person', '王涛']])
    expect(plan.records.customers[0]?.note).toBe('成交价：128000')
    const ours = leads(['L1,2026-03-01,王涛,,,,,成交,2026-03-08,,128000,,'], { changed: { defaultPerson: 'lin' } })
    expect(ours.records.deals).toHaveLength(1)
  })

  test('that is open plans its next contact; a decided one plans nothing', () => {
    const plan = leads([
      'L1,2026-03-01,王涛,,,,林小雨,跟进中,,,,2026-03-05,',
      'L2,2026-03-01,李娜,,,,林小雨,战败,2026-03-08,价格,,2026-03-05,',
      'L3,2026-03-01,赵磊,,,,,跟进中,,,,2026-03-05,',
    ])
    expect(plan.records.contacts).toEqual([{ lead: { nth: 0 }, staff: { id: 'lin' }, dueOn: '2026-03-05' }])
    expect(plan.records.customers.map(({ note }) => note)).toEqual([
      null,
      '下次跟进日期：2026-03-05',
      '下次跟进日期：2026-03-05',
    ])
  })

  test('without a contact has a customer of its own, under its name or its number; of nobody it stays out', () => {
    const plan = leads([
      'L1,2026-03-01,Cancity,,,,,,,,,,',
      'L2,2026-03-01,Cancity,,,,,,,,,,',
      'L3,2026-03-01,,,,,,,,,,,',
      ',2026-03-01,,,轩逸,,,,,,,,',
    ])
    expect(plan.records.customers.map(({ name }) => name)).toEqual(['Cancity', 'Cancity', 'L3'])
    expect(leftOutOf(plan)).toEqual([[5, 'nobody']])
  })

  test('of a customer on file is a purchase of theirs; its words become a reason', () => {
    const customers = new Map<string, KnownCustomer[]>([['13800138000', [{ id: 'c1', name: '王涛', leads: [] }]]])
    const lines = [
      'L1,2026-03-01,王涛,13800138000,,,林小雨,跟进中,,,,,老客户介绍',
      'L2,2026-03-02,王涛,13800138000,,,,跟进中,,,,,再买一台',
    ]
    const { records } = leads(lines, { known: { customers } })
    expect(records.customers).toEqual([])
    expect(records.leads.map(({ customer }) => customer)).toEqual([{ id: 'c1' }, { id: 'c1' }])
    expect(records.events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['owner', '老客户介绍'],
      ['status', '再买一台'],
    ])
  })
})

describe('a lead of a customer whose lead is open already', () => {
  const open = { id: 'l1', createdAt: NOW, status: 'open', statusAt: NOW, hasVisited: true } as const
  const row = 'L1,2026-03-01,王涛,13800138000,,,林小雨,跟进中,,,,,'
  const known = (status: 'open' | 'lost') => ({
    customers: new Map<string, KnownCustomer[]>([
      ['13800138000', [{ id: 'c1', name: '王涛', leads: [{ ...open, status }] }]],
    ]),
  })

  test('is one more, and said to be', () => {
    const plan = leads([row], { known: known('open') })
    expect(plan.records.leads).toHaveLength(1)
    expect(flagsOf(plan)).toEqual([['open_lead_on_file', '王涛']])
    expect(flagsOf(leads([row], { known: known('lost') }))).toEqual([])
  })
})

describe('what has become of the leads', () => {
  test('is summed up, the rate over those that were decided', () => {
    const plan = leads([
      'L1,2026-03-01,王涛,,,,林小雨,成交,2026-03-08,,128000,,',
      'L2,2026-03-01,李娜,,,,林小雨,成交,2026-03-08,,,,',
      'L3,2026-03-01,赵磊,,,,林小雨,战败,2026-03-08,价格,,,',
      'L4,2026-03-01,张伟,,,,林小雨,跟进中,,,,2026-06-01,',
      'L5,2026-03-01,刘洋,,,,,休眠,,,,,',
    ])
    expect(summarise(plan, store)).toMatchObject({
      kind: 'leads',
      newLeads: 5,
      won: 2,
      lost: 1,
      open: 1,
      dormant: 1,
      winRate: 2 / 3,
      deals: 2,
      revenueFen: 12_800_000,
      planned: 1,
      people: 1,
      withoutPerson: 1,
      from: '2026-03-01',
      to: '2026-03-01',
    })
    expect(summarise(leads(['L4,2026-03-01,张伟,,,,,跟进中,,,,,']), store)).toMatchObject({
      winRate: null,
      revenueFen: null,
    })
  })
})

const SALES = '订单号,订单日期,客户姓名,联系电话,品牌,车型,销售顾问,成交价,毛利,交车日期'
const sales = (lines: readonly string[], given?: Given) => planOf(SALES, lines, given)
const SALE = 'D1,2026-03-08,王涛,13800138000,日产,轩逸,林小雨,128000,3500,2026-03-20'

describe('an order', () => {
  test('makes a lead of its day that is won, and the deal', () => {
    const { records, rows } = sales([SALE])
    expect(records.leads).toMatchObject([{ createdOn: '2026-03-08', model: '日产 轩逸', number: 'D1' }])
    expect(records.events.map(({ kind, value }) => [kind, value])).toEqual([
      ['owner', { id: 'lin' }],
      ['status', 'won'],
    ])
    expect(records.deals).toEqual([
      {
        lead: { nth: 0 },
        staff: { id: 'lin' },
        orderedOn: '2026-03-08',
        deliveredOn: '2026-03-20',
        model: '日产 轩逸',
        priceFen: 12_800_000,
        grossProfitFen: 350_000,
        number: 'D1',
      },
    ])
    expect(records).toMatchObject({ visits: [], drives: [], contacts: [] })
    expect(rows[0]?.outcome).toBe('sold')
  })

  test('of nobody stays out, unless somebody is named for all', () => {
    const line = SALE.replace('林小雨', '')
    expect(leftOutOf(sales([line]))).toEqual([[2, 'no_seller']])
    expect(sales([line], { changed: { defaultPerson: 'new:钱小芳' } }).records).toMatchObject({
      people: [{ name: '钱小芳' }],
      deals: [{ staff: { nth: 0 } }],
    })
  })

  test('wins the lead that was open, once; a second order has a lead of its own', () => {
    const lead = {
      id: 'l1',
      createdAt: noon('2026-02-01'),
      status: 'dormant',
      statusAt: noon('2026-04-01'),
      hasVisited: true,
    } as const
    const customers = new Map<string, KnownCustomer[]>([['13800138000', [{ id: 'c1', name: '王涛', leads: [lead] }]]])
    const plan = sales([SALE, SALE.replace('D1', 'D2')], { known: { customers } })
    expect(plan.records.leads).toMatchObject([{ customer: { id: 'c1' } }])
    expect(plan.records.deals.map(({ lead: ref }) => ref)).toEqual([{ id: 'l1' }, { nth: 0 }])
    // Asleep since after the order: it is won all the same.
    expect(statusOf(plan).map(([, at]) => at)).toEqual([noon('2026-04-01'), noon('2026-03-08')])
  })

  test('is recognised by its number, else by customer, day, model and price', () => {
    expect(leftOutOf(sales([SALE, SALE.replace('128000', '128800')]))).toEqual([[3, 'repeated']])
    const nameless = SALE.replace('D1', '')
    expect(leftOutOf(sales([nameless, nameless.replace('3500', '')]))).toEqual([[3, 'repeated']])
    expect(leftOutOf(sales([nameless, nameless.replace('128000', '128800')]))).toEqual([])
    const ofName = nameless.replace('13800138000', '')
    expect(leftOutOf(sales([ofName, ofName.replace('3500', '3600'), ofName]))).toEqual([[4, 'repeated']])
  })
})

describe('a number that stands on two names', () => {
  const lines = [
    SALE,
    SALE.replace('D1', 'D2').replace('王涛', '李娜'),
    SALE.replace('D1', 'D3').replace('王涛', '王先生'),
  ]

  test.each([
    ['same_person', 1, []],
    ['another_person', 2, []],
    ['skip', 1, [[3, 'phone_on_other_name']]],
  ] as const)('%s', (otherName, customers, leftOut) => {
    const plan = sales(lines, { changed: { otherName } })
    expect(plan.records.customers).toHaveLength(customers)
    expect(leftOutOf(plan)).toEqual(leftOut)
    expect(plan.phonesOnTwoNames).toBe(1)
    expect(flagsOf(plan)).toEqual(otherName === 'skip' ? [] : [['other_name', '王涛 / 李娜']])
  })

  test('counts the store’s name as well; case, spaces and titles make no other name', () => {
    const known = { customers: new Map([['13800138000', [{ id: 'c1', name: 'Wang Tao', leads: [] }]]]) }
    const line = (name: string) => SALE.replace('王涛', name)
    expect(sales([line('wang  TAO')], { known }).phonesOnTwoNames).toBe(0)
    expect(sales([line('李娜')], { known, changed: { otherName: 'another_person' } })).toMatchObject({
      phonesOnTwoNames: 1,
      records: { customers: [{ name: '李娜' }] },
    })
  })
})

describe('remarks', () => {
  const VISITS = '来店日期,到店时间,客户姓名,联系电话,首次/再次,接待顾问,备注'
  const lines = [
    '2026-03-01,10:00,王涛,13800138000,首次,林小雨,已交定金',
    '2026-03-02,10:00,李娜,13800138001,首次,林小雨,战败，买了竞品',
    '2026-03-03,10:00,李娜,13800138001,再次,林小雨,又来看车',
    '2026-03-04,10:00,,,首次,林小雨,已交定金',
  ]

  test('stay remarks', () => {
    const plan = planOf(VISITS, lines)
    expect(plan.records.deals).toEqual([])
    expect(statusOf(plan)).toEqual([])
    expect(flagsOf(plan)).toEqual([
      ['note_says_deal', '王涛'],
      ['note_says_loss', '李娜'],
      ['note_says_deal', ''],
    ])
  })

  test('become orders and losses where somebody says so; who comes again after a loss is not lost', () => {
    const plan = planOf(VISITS, lines, { changed: { notesSayingDeal: 'as_deal', notesSayingLoss: 'as_loss' } })
    expect(plan.records.deals).toMatchObject([{ lead: { nth: 0 }, staff: { id: 'lin' }, orderedOn: '2026-03-01' }])
    expect(statusOf(plan).map(([status, , reason]) => [status, reason])).toEqual([
      ['won', null],
      ['lost', 'competitor'],
      ['open', null],
    ])
  })
})

describe('new people', () => {
  const rows = rowsOf([
    SALES,
    SALE.replace('林小雨', 'Moses Frase'),
    SALE.replace('D1', 'D2').replace('林小雨', 'moses  frase'),
  ])
  const mapping = suggestMapping(rows, { name: 'x', today: '2026-05-20' as BusinessDate }, store)

  test('are brought in by owners only', () => {
    const asked = { ...mapping, defaultPerson: 'new:钱小芳' }
    expect(checkMapping(rows.slice(1), asked, 10, store)).toEqual([])
    expect(checkMapping(rows.slice(1), asked, 10, { ...store, mayAddPeople: false })).toEqual([
      { path: 'defaultPerson', code: 'owner_only' },
      { path: 'values.receivedBy.Moses Frase', code: 'owner_only' },
      { path: 'values.receivedBy.moses frase', code: 'owner_only' },
    ])
  })

  test('of two spellings are one, and sell', () => {
    const { records } = planImport(rows, mapping, store)
    expect(records.people).toEqual([{ name: 'Moses Frase' }])
    expect(records.events.filter(({ kind }) => kind === 'owner').map(({ value }) => value)).toEqual([
      { nth: 0 },
      { nth: 0 },
    ])
  })
})
