import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportRow, Mapping } from '../../shared/domain/import/fields.ts'
import type { KnownStore } from '../../shared/domain/import/known-store.ts'
import { planImport } from '../../shared/domain/import/plan-import.ts'
import type { Plan, Ref } from '../../shared/domain/import/plan-records.ts'
import { suggestMapping } from '../../shared/domain/import/suggest-mapping.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { REGISTER_HEADER, registerText } from '../support/registers.ts'

const NOW = Date.parse('2026-05-20T10:00:00+08:00')
const store: KnownStore = {
  now: NOW,
  timeZone: 'Asia/Shanghai',
  channels: [{ id: 'walk-in', name: '自然到店', group: 'walk_in' }],
  people: [
    { id: 'lin', name: '林小雨', active: true, sells: true },
    { id: 'reception', name: '前台小周', active: true, sells: false },
  ],
  slots: (['A', 'B', 'C', 'D'] as const).map((slot) => ({ slot, label: slot })),
  models: [],
  mayAddPeople: false,
  customers: new Map(),
  onFile: new Set(),
}

const rowsOf = (text: string): ImportRow[] =>
  text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(',') }))

function planOf(lines: readonly string[], known: Partial<KnownStore> = {}, changed: Partial<Mapping> = {}): Plan {
  const rows = rowsOf([REGISTER_HEADER, ...lines].join('\n'))
  const mapping = suggestMapping(rows, { name: 'x.csv', today: '2026-05-20' as BusinessDate }, store)
  const values = { ...mapping.values, channel: { '': 'walk-in', 自然到店: 'walk-in', 转介绍: 'new:referral:转介绍' } }
  return planImport(rows, { ...mapping, values, ...changed }, { ...store, ...known })
}

//   date,time,kind,name,phone,wechat,party,first,source,model,grade,horizon,drive,person,note
const FIRST = '2026-03-01,09:55,,王先生,13800138000,,2,首次,自然到店,轩逸,B,一周内,√,林小雨,已加微信'

describe('one row', () => {
  test('with a contact becomes visit, customer, lead, owner, grade and test drive', () => {
    const at = Date.parse('2026-03-01T09:55:00+08:00')
    const { records } = planOf([FIRST])
    expect(records.customers).toEqual([
      {
        name: '王先生',
        gender: 'm',
        phone: '13800138000',
        phoneKey: '13800138000',
        wechat: null,
        city: null,
        note: null,
        createdAt: at,
      },
    ])
    expect(records.leads).toEqual([
      {
        customer: { nth: 0 },
        channel: { id: 'walk-in' },
        createdAt: at,
        createdOn: '2026-03-01',
        model: '轩逸',
        horizonMonths: 0,
        budget: null,
        competitor: null,
        number: null,
      },
    ])
    expect(records.events).toEqual([
      { lead: { nth: 0 }, at, reason: null, kind: 'owner', value: { id: 'lin' } },
      { lead: { nth: 0 }, at, reason: null, kind: 'grade', value: 'B' },
    ])
    expect(records.drives).toEqual([{ lead: { nth: 0 }, staff: { id: 'lin' }, at, on: '2026-03-01' }])
    expect(records.visits).toMatchObject([
      { at, firstVisit: true, partySize: 2, receivedBy: { id: 'lin' }, note: '已加微信' },
    ])
  })

  test('without a usable contact is anonymous, and what it says is kept as a note under its own headings', () => {
    const { records, flags } = planOf([
      '2026-03-01,09:55,,赵丽军,134368008,,2,首次,自然到店,轩逸,B,看看,√,林小雨,带老人',
    ])
    expect(records).toMatchObject({ customers: [], leads: [], events: [], drives: [] })
    const note = '带老人；客户姓名：赵丽军；联系电话：134368008；意向车型：轩逸；级别：B；预购时间：看看；试驾：√'
    expect(records.visits).toMatchObject([{ lead: null, firstVisit: true, note }])
    expect(flags).toEqual([{ line: 2, code: 'phone_unusable', value: '134368008' }])
  })

  test('without a time stands at noon', () => {
    const { records, rows } = planOf(['2026-03-01,,,王涛,13800138000,,,首次,自然到店,,,,,,'])
    expect(records.visits[0]?.at).toBe(Date.parse('2026-03-01T12:00:00+08:00'))
    expect(rows[0]?.hasTime).toBe(false)
  })

  test('received at the desk has a receiver but no owner: reception owns no leads', () => {
    const { records } = planOf(['2026-03-01,10:00,,王涛,13800138000,,,首次,自然到店,,,,,前台小周,'])
    expect(records.visits[0]?.receivedBy).toEqual({ id: 'reception' })
    expect(records.events).toEqual([])
  })

  test('a phone-in is no first visit; the first arrival in the showroom still is', () => {
    const { records } = planOf([
      '2026-03-01,10:00,来电,王涛,13800138000,,,首次,自然到店,,,,,,',
      '2026-03-02,10:00,来店,王涛,13800138000,,,首次,自然到店,,,,,,',
    ])
    expect(records.visits.map(({ kind, firstVisit }) => [kind, firstVisit])).toEqual([
      ['phone', false],
      ['showroom', true],
    ])
    expect(records.leads).toHaveLength(1)
  })
})

describe('the same contact again', () => {
  const LATER = '2026-03-05,14:00,,王涛,138 0013 8000,,1,首次,自然到店,奇骏,A,,,林小雨,'

  test('is a further visit of the same lead, whatever the order in the file', () => {
    for (const lines of [
      [FIRST, LATER],
      [LATER, FIRST],
    ]) {
      const { records } = planOf(lines)
      expect(records.leads).toMatchObject([{ createdOn: '2026-03-01', model: '奇骏', horizonMonths: 0 }])
      expect(records.visits.map(({ on, firstVisit }) => [on, firstVisit])).toEqual([
        ['2026-03-01', true],
        ['2026-03-05', false],
      ])
      expect(records.events.flatMap((event) => (event.kind === 'grade' ? [event.value] : []))).toEqual(['B', 'A'])
    }
  })

  test('under a name that cannot be theirs is flagged', () => {
    const { flags } = planOf([FIRST, LATER.replace('王涛', '李女士')])
    expect(flags).toEqual([{ line: 3, code: 'other_name', value: '王先生 / 李女士' }])
  })

  test('at the same minute is the same arrival', () => {
    const { records, leftOut } = planOf([FIRST, FIRST.replace('已加微信', '再打')])
    expect(records.visits).toHaveLength(1)
    expect(leftOut.map(({ row, code }) => [row.line, code])).toEqual([[3, 'repeated']])
  })

  test('anonymous rows repeat only when every cell does, and only with a time', () => {
    const anonymous = '2026-03-01,11:00,,,,,2,首次,自然到店,,,,,,'
    expect(planOf([anonymous, anonymous]).leftOut).toHaveLength(1)
    expect(planOf([anonymous, anonymous.replace(',2,', ',3,')]).leftOut).toHaveLength(0)
    expect(planOf([anonymous.replace('11:00', ''), anonymous.replace('11:00', '')]).leftOut).toHaveLength(0)
  })
})

describe('a contact on file', () => {
  const lead = { id: 'l1', createdAt: NOW - 90 * 86_400_000, statusAt: NOW - 90 * 86_400_000, hasVisited: true }
  const onFile = (changed: Partial<typeof lead> & { status: 'open' | 'dormant' | 'won' | 'lost' }) => ({
    customers: new Map([['13800138000', [{ id: 'c1', name: '王涛', leads: [{ ...lead, ...changed }] }]]]),
  })

  test('comes again to the lead there is, which keeps its owner and grade', () => {
    const { records, rows } = planOf([FIRST], onFile({ status: 'open' }))
    expect(records).toMatchObject({ customers: [], leads: [], events: [] })
    expect(records.visits).toMatchObject([{ lead: { id: 'l1' }, firstVisit: false }])
    expect(rows[0]?.outcome).toBe('returning')
  })

  test('wakes a dormant lead', () => {
    const { records } = planOf([FIRST], onFile({ status: 'dormant' }))
    expect(records.events).toMatchObject([{ lead: { id: 'l1' }, kind: 'status', value: 'open' }])
  })

  test('begins a new lead after the old one was closed', () => {
    const { records } = planOf([FIRST], onFile({ status: 'won' }))
    expect(records.customers).toEqual([])
    expect(records.leads).toMatchObject([{ customer: { id: 'c1' } }])
    expect(records.visits).toMatchObject([{ firstVisit: true }])
  })

  test('stays with a lead that was closed only later', () => {
    const { records } = planOf([FIRST], onFile({ status: 'won', statusAt: NOW }))
    expect(records.visits).toMatchObject([{ lead: { id: 'l1' } }])
  })

  test('can be left out', () => {
    const { records, leftOut } = planOf([FIRST], onFile({ status: 'open' }), { knownPhone: 'skip' })
    expect(records.visits).toEqual([])
    expect(leftOut.map(({ code }) => code)).toEqual(['phone_on_file'])
  })
})

test('sources of one new name make one channel', () => {
  const row = (source: string, minute: number) => `2026-03-01,10:${minute},,,,,2,首次,${source},,,,,,`
  const { records } = planOf([row('转介绍', 10), row('转介绍', 20)])
  expect(records.channels).toEqual([{ group: 'referral', name: '转介绍' }])
})

test('properties of every plan', () => {
  fc.assert(
    fc.property(registerText, (text) => {
      const rows = rowsOf(text)
      const mapping = suggestMapping(rows, { name: '2026.csv', today: '2026-05-20' as BusinessDate }, store)
      const { records, leftOut } = planImport(rows, { ...mapping, defaultChannel: 'walk-in' }, store)

      const accounted = [...records.visits.map(({ line }) => line), ...leftOut.map(({ row }) => row.line)]
      const isHeader = (index: number) => index >= mapping.headerRow && index < mapping.headerRow + mapping.headerLines
      const expected = rows.filter((_, index) => !isHeader(index)).map(({ line }) => line)
      expect(accounted.toSorted((a, b) => a - b)).toEqual(expected)

      const firsts = records.visits.flatMap(({ lead, firstVisit }) =>
        firstVisit && lead ? [JSON.stringify(lead)] : [],
      )
      expect(new Set(firsts).size).toBe(firsts.length)

      const isMade = (ref: Ref) => 'id' in ref || ref.nth < records.leads.length
      expect(
        [...records.visits, ...records.events, ...records.drives].every(({ lead }) => lead === null || isMade(lead)),
      ).toBe(true)
      expect(records.visits.every(({ at }) => at <= NOW)).toBe(true)
      for (const { createdAt, nth } of records.leads.map((lead, nth) => ({ ...lead, nth }))) {
        const arrivals = records.visits.filter(({ lead }) => lead !== null && 'nth' in lead && lead.nth === nth)
        expect(Math.min(...arrivals.map(({ at }) => at))).toBe(createdAt)
      }
    }),
    { numRuns: 200 },
  )
})
