import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/contract.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { anonymous, someone } from '../support/visitors.ts'

type Log = InputOf<'visits.log'>
const arrival: Log = { ...anonymous, partySize: 2 }
const contact = (over: Partial<typeof someone> = {}): typeof someone => ({
  ...someone,
  name: '赵先生',
  phone: '138-0013-8000',
  ...over,
})
const month = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }

describe('logging a visit', () => {
  it('counts an anonymous party in N and not in captured', async () => {
    const { as } = testDesk()
    await as(STAFF.lin).call('visits.log', { ...arrival, notCapturedReason: 'just_looking' })
    const { report } = await as(STAFF.manager).call('board.show', month)
    expect(report.funnel).toMatchObject({ N: 1, captured: 0, K: 0, owned: 0, F: null })
  })

  it('makes customer, lead, owner and a first plan from a contact', async () => {
    const { as } = testDesk()
    const { leadId } = await as(STAFF.lin).call('visits.log', { ...arrival, contact: contact() })
    const lead = await as(STAFF.lin).call('leads.get', { leadId: leadId ?? '' })
    expect(lead).toMatchObject({
      ownerId: STAFF.lin,
      bucket: 'ungraded',
      planned: { dueOn: '2026-05-21' },
      customer: { name: '赵先生', phone: '138-0013-8000' },
    })
    const { report } = await as(STAFF.manager).call('board.show', month)
    expect(report.funnel).toMatchObject({ N: 1, captured: 1, K: 1 })
  })

  it('leaves a lead received by reception to the manager', async () => {
    const { as } = testDesk()
    const input = { ...arrival, receivedBy: STAFF.reception, contact: contact() }
    const { leadId } = await as(STAFF.reception).call('visits.log', input)
    const { unassigned } = await as(STAFF.manager).call('followUps.teamDay', {})
    expect(unassigned.map((lead) => lead.leadId)).toEqual([leadId])
  })

  it.each([
    [
      'a number already on file',
      contact({ phone: '+86 138 0013 8000', name: '钱女士' }),
      'phone_taken',
      'contact.phone',
    ],
    ['full-width digits of it', contact({ phone: '１３８００１３８０００' }), 'phone_taken', 'contact.phone'],
    ['neither phone nor WeChat', contact({ phone: '', wechat: ' ' }), 'contact_required', 'contact.phone'],
    ['no phone at all', contact({ phone: '12' }), 'invalid_input', 'contact.phone'],
    ['no name', contact({ name: '  ', phone: '13900139000' }), 'invalid_input', 'contact.name'],
  ])('refuses %s, names the field and keeps nothing', async (_what, bad, code, path) => {
    const { as, db } = testDesk()
    await as(STAFF.lin).call('visits.log', { ...arrival, contact: contact() })
    const failure = await as(STAFF.wang).refused('visits.log', { ...arrival, contact: bad })
    expect(failure.code).toBe(code)
    expect(failure.fields.map((field) => field.path)).toContain(path)
    expect(db.prepare('SELECT count(*) FROM visits').pluck().get()).toBe(1)
    expect(db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(1)
  })

  it('finds a WeChat id in whatever letters it was typed', async () => {
    const { as } = testDesk()
    const wechat = contact({ phone: null, wechat: 'Zhao_1988' })
    await as(STAFF.lin).call('visits.log', { ...arrival, contact: wechat })
    expect((await as(STAFF.wang).call('visits.checkPhone', { phone: '', wechat: 'zhao_1988' })).known).toHaveLength(1)
    const again = { ...arrival, contact: { ...wechat, wechat: 'ZHAO_1988' } }
    expect((await as(STAFF.wang).refused('visits.log', again)).fields).toEqual([
      { path: 'contact.wechat', code: 'phone_taken' },
    ])
  })

  it('answers "who is this?" in three explicit ways', async () => {
    const { as, db } = testDesk()
    const first = await as(STAFF.lin).call('visits.log', { ...arrival, contact: contact() })
    const leadId = first.leadId ?? ''
    const [known] = (await as(STAFF.wang).call('visits.checkPhone', { phone: '+86 138 0013 8000' })).known
    expect(known).toMatchObject({ phone: '138****8000', leads: [{ leadId, ownerName: '林小雨', hasFirstVisit: true }] })

    const again = { ...arrival, firstVisit: false, contact: contact({ identity: { as: 'same_lead', leadId } }) }
    expect((await as(STAFF.wang).call('visits.log', again)).leadId).toBe(leadId)
    const customerId = known?.customerId ?? ''
    const newLead = { ...arrival, contact: contact({ identity: { as: 'new_lead', customerId } }) }
    expect((await as(STAFF.wang).call('visits.log', newLead)).leadId).not.toBe(leadId)
    const other = { ...arrival, contact: contact({ name: '赵太太', identity: { as: 'another_person' } }) }
    await as(STAFF.wang).call('visits.log', other)
    expect(db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(2)
    expect(db.prepare('SELECT count(*) FROM leads').pluck().get()).toBe(3)
  })

  it('refuses a second first visit of one lead', async () => {
    const { as } = testDesk()
    const { leadId } = await as(STAFF.lin).call('visits.log', { ...arrival, contact: contact() })
    const twice = { ...arrival, contact: contact({ identity: { as: 'same_lead', leadId: leadId ?? '' } }) }
    expect((await as(STAFF.lin).refused('visits.log', twice)).code).toBe('first_visit_exists')
  })

  it('counts a phone-in apart and its showroom arrival as the first visit', async () => {
    const { as } = testDesk()
    const phoneIn = { ...arrival, kind: 'phone' as const, contact: contact() }
    const { leadId } = await as(STAFF.lin).call('visits.log', phoneIn)
    const before = await as(STAFF.manager).call('board.show', month)
    expect(before.report.funnel.N).toBe(0)
    const arrives = { ...arrival, contact: contact({ identity: { as: 'same_lead', leadId: leadId ?? '' } }) }
    await as(STAFF.lin).call('visits.log', arrives)
    const after = await as(STAFF.manager).call('board.show', month)
    expect(after.report.funnel).toMatchObject({ N: 1, captured: 1 })
  })

  it('does not accept an arrival that has not happened yet', async () => {
    const { as, now } = testDesk()
    const failure = await as(STAFF.lin).refused('visits.log', { ...arrival, arrivedAt: now() + 3_600_000 })
    expect(failure).toMatchObject({ code: 'in_the_future', fields: [{ path: 'arrivedAt', code: 'in_the_future' }] })
  })
})

describe('completing, correcting and voiding', () => {
  it('captures later what was anonymous, once', async () => {
    const { as } = testDesk()
    const { visitId } = await as(STAFF.lin).call('visits.log', { ...arrival, notCapturedReason: 'refused' })
    const { leadId } = await as(STAFF.lin).call('visits.capture', { visitId, contact: contact() })
    const { visits } = await as(STAFF.lin).call('visits.day', { date: '2026-05-20' })
    expect(visits).toMatchObject([{ id: visitId, leadId, notCapturedReason: null, phone: '138-0013-8000' }])
    expect((await as(STAFF.lin).refused('visits.capture', { visitId, contact: contact() })).code).toBe(
      'already_captured',
    )
  })

  it('keeps the time of logging when the arrival is corrected, and marks it late', async () => {
    const { as, now } = testDesk()
    const { visitId, loggedAt } = await as(STAFF.lin).call('visits.log', arrival)
    const { contact: _, ...fields } = arrival
    const arrivedAt = now() - 2 * 3_600_000
    await as(STAFF.lin).call('visits.correct', { ...fields, visitId, arrivedAt, partySize: 4 })
    const { visits } = await as(STAFF.lin).call('visits.day', { date: '2026-05-20' })
    expect(visits).toMatchObject([{ arrivedAt, loggedAt, partySize: 4, isLate: true }])
  })

  it('takes a voided visit out of every figure and keeps it with its reason', async () => {
    const { as } = testDesk()
    const { visitId } = await as(STAFF.lin).call('visits.log', arrival)
    await as(STAFF.lin).call('visits.void', { visitId, reason: '重复登记' })
    const { report } = await as(STAFF.manager).call('board.show', month)
    expect(report.funnel.N).toBe(0)
    const { visits } = await as(STAFF.lin).call('visits.day', { date: '2026-05-20' })
    expect(visits).toMatchObject([{ id: visitId, voidReason: '重复登记' }])
    expect((await as(STAFF.lin).refused('visits.void', { visitId, reason: '再一次' })).code).toBe('already_voided')
  })

  it('lets nobody touch a colleague’s visit but the door and the managers', async () => {
    const { as } = testDesk()
    const { visitId } = await as(STAFF.lin).call('visits.log', arrival)
    const input = { visitId, reason: '不是我的' }
    expect((await as(STAFF.wang).refused('visits.void', input)).code).toBe('not_yours')
    await expect(as(STAFF.reception).call('visits.void', input)).resolves.toEqual({ done: true })
  })
})
