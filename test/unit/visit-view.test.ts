import { describe, expect, it } from 'vitest'
import {
  contactOf,
  faultsOf,
  identityChoices,
  type KnownLead,
  logInputOf,
  summaryOf,
  type VisitDraft,
} from '../../renderer/screens/visits/visit-view.ts'
import type { KnownCustomer, VisitRow } from '../../shared/contract/visits.ts'

const draft: VisitDraft = {
  kind: 'showroom',
  purpose: 'purchase',
  first: 'first',
  channelId: 'c1',
  partySize: 2,
  receivedBy: 's1',
  arrivedAt: null,
  note: '',
  notCapturedReason: null,
  phone: '',
  name: '',
  gender: null,
  wechat: '',
  model: '',
  identity: null,
}
const lead = (leadId: string, bucket: string): KnownLead =>
  ({
    leadId,
    bucket,
    model: null,
    createdOn: '2026-05-01',
    ownerId: null,
    ownerName: null,
    hasFirstVisit: true,
  }) as KnownLead
const customer = (leads: readonly KnownLead[]): KnownCustomer => ({
  customerId: 'k1',
  name: '王先生',
  phone: '138****8000',
  leads: [...leads],
})
const choices = identityChoices([customer([lead('l1', 'A'), lead('l2', 'won')])])
const fields = (of: VisitDraft, known = choices.slice(0, 0)) => faultsOf(of, known).map(({ field }) => field)

describe('a number on file', () => {
  it('offers each purchase that no order closed, a new one, and somebody else', () => {
    expect(choices.map(({ key }) => key)).toEqual(['same:l1', 'new:k1', 'another'])
  })

  it.each([
    [null, '李女士', { as: 'new' }],
    ['same:l1', '王先生', { as: 'same_lead', leadId: 'l1' }],
    ['new:k1', '王先生', { as: 'new_lead', customerId: 'k1' }],
    ['another', '李女士', { as: 'another_person' }],
  ])('chosen %s', (identity, name, sent) => {
    expect(contactOf({ ...draft, phone: '13800138000', name: '李女士', identity }, choices)).toMatchObject({
      name,
      identity: sent,
    })
  })
})

describe('what is missing', () => {
  it.each([
    ['nothing typed: a contact or why there is none', {}, ['phone']],
    ['why there is none', { notCapturedReason: 'in_a_hurry' }, []],
    ['a number without a name', { phone: '13800138000' }, ['name']],
    ['a WeChat id and a name', { wechat: 'wx', name: '王' }, []],
    ['somebody on other business leaves neither', { purpose: 'other' }, []],
    ['where they came from', { channelId: null, notCapturedReason: 'other' }, ['channelId']],
  ] as const)('%s', (_, typed, missing) => {
    expect(fields({ ...draft, ...typed })).toEqual(missing)
  })

  it('who it is, of a number on file; then their name is known', () => {
    expect(fields({ ...draft, phone: '13800138000', name: '王' }, choices)).toEqual(['identity'])
    expect(fields({ ...draft, phone: '13800138000', identity: 'same:l1' }, choices)).toEqual([])
    expect(fields({ ...draft, phone: '13800138000', identity: 'another' }, choices)).toEqual(['name'])
  })
})

describe('what is logged', () => {
  it('keeps name and model of somebody without a contact in the note', () => {
    const typed = { ...draft, name: ' 王先生 ', model: '松云 S7', note: '带孩子', notCapturedReason: 'refused' }
    expect(logInputOf(typed, [])).toMatchObject({
      contact: null,
      note: '王先生 · 松云 S7 · 带孩子',
      notCapturedReason: 'refused',
    })
  })

  it('has no reason beside a contact', () => {
    const typed = { ...draft, phone: '13800138000', name: '王', notCapturedReason: 'refused' }
    expect(logInputOf(typed, [])).toMatchObject({ notCapturedReason: null, note: '', firstVisit: true })
  })

  it.each([
    [{ kind: 'phone' }, false],
    [{ purpose: 'other' }, false],
    [{ first: 'again' }, false],
    [{}, true],
  ] as const)('%o is a first visit: %s', (typed, firstVisit) => {
    expect(logInputOf({ ...draft, notCapturedReason: 'other', ...typed }, []).firstVisit).toBe(firstVisit)
  })

  it('sends no contact of somebody on other business, whatever stands in the hidden fields', () => {
    expect(logInputOf({ ...draft, purpose: 'other', phone: '13800138000', name: '王' }, [])).toMatchObject({
      contact: null,
      note: '',
    })
  })
})

describe('the day in figures', () => {
  const visit = (change: Partial<VisitRow>): VisitRow =>
    ({
      kind: 'showroom',
      purpose: 'purchase',
      firstVisit: true,
      leadId: null,
      isLate: false,
      voidReason: null,
      ...change,
    }) as VisitRow

  it('counts K over first buyers in the showroom only', () => {
    const visits = [
      visit({ leadId: 'l1' }),
      visit({ isLate: true }),
      visit({}),
      visit({ firstVisit: false, leadId: 'l2' }),
      visit({ kind: 'phone', firstVisit: false, leadId: 'l3' }),
      visit({ purpose: 'other', firstVisit: false }),
      visit({ leadId: 'l4', voidReason: '重复登记' }),
    ]
    expect(summaryOf(visits)).toEqual({ arrivals: 5, first: 3, captured: 1, rate: 1 / 3, phoneIns: 1, late: 1 })
  })

  it('has no rate without a first visit', () => {
    expect(summaryOf([]).rate).toBeNull()
  })
})
