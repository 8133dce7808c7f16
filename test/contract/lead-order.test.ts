import { describe, expect, it } from 'vitest'
import { putSilentLeadsToSleep } from '../../electron/api/services/dormancy.ts'
import type { InputOf } from '../../shared/contract/contract.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// What was done last is what holds, in whatever order things happened, were written down and were dated.

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const month = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
async function newLead({ as }: TestDesk): Promise<{ visitId: string; leadId: string }> {
  const { visitId, leadId } = await as(STAFF.lin).call('visits.log', { ...anonymous, contact: someone })
  return { visitId, leadId: leadId ?? '' }
}

const contacted = (leadId: string, doneAt: number | null = null): InputOf<'followUps.log'> => ({
  leadId,
  method: 'call',
  outcome: 'reached',
  note: '想周末带家人来看车',
  doneAt,
  nextDueOn: null,
})
const ordered = (leadId: string, orderedOn: string): InputOf<'leads.order'> => ({
  leadId,
  orderedOn,
  model: null,
  priceFen: null,
  grossProfitFen: null,
})
async function grade(store: TestDesk, leadId: string, horizonMonths: number): Promise<string> {
  const lin = store.as(STAFF.lin)
  const { version } = await lin.call('leads.get', { leadId })
  const facts = { ...noFacts, selectionStarted: true, horizonMonths }
  return (await lin.call('leads.screen', { leadId, version, facts, override: null })).grade
}

describe('written down later than it happened', () => {
  it('a contact of yesterday wakes the lead that fell asleep this morning', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    await store.as(STAFF.lin).call('followUps.log', contacted(leadId))
    store.advance(121 * DAY_MS)
    expect(putSilentLeadsToSleep(store.db, store.now(), store.desk.newId)).toBe(1)
    await store.as(STAFF.lin).call('followUps.log', contacted(leadId, store.now() - DAY_MS))
    expect(await store.as(STAFF.lin).call('leads.get', { leadId })).toMatchObject({ status: 'open' })
  })

  it('an order dated before the lead was lost and reopened stands', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    const loss = { leadId, reason: 'price' as const, competitor: null, note: null }
    store.advance(3 * DAY_MS)
    await store.as(STAFF.manager).call('leads.lose', loss)
    store.advance(2 * DAY_MS)
    await store.as(STAFF.lin).call('leads.reopen', { leadId, reason: '客户又来电' })
    await store.as(STAFF.lin).call('leads.order', ordered(leadId, '2026-05-22'))
    expect(await store.as(STAFF.lin).call('leads.get', { leadId })).toMatchObject({ status: 'won' })
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.funnel.won).toBe(1)
  })

  it('a second order dated before the first was cancelled stands', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    const lin = store.as(STAFF.lin)
    const { dealId } = await lin.call('leads.order', ordered(leadId, '2026-05-20'))
    store.advance(3 * DAY_MS)
    await lin.call('leads.cancelOrder', { dealId, reason: '换车型' })
    await lin.call('leads.order', ordered(leadId, '2026-05-21'))
    expect(await lin.call('leads.get', { leadId })).toMatchObject({ status: 'won' })
  })

  it('an order of which only the day is known comes after the grade of that day', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    store.advance(6 * HOUR_MS)
    expect(await grade(store, leadId, 2)).toBe('A')
    store.advance(DAY_MS)
    await store.as(STAFF.lin).call('leads.order', ordered(leadId, '2026-05-20'))
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.customerTypes.moves).toMatchObject({ 'A>won': 1 })
    expect(report.customerTypes.closingRate.A).toBe(1)
  })

  it('a visitor captured days later is not overdue from the first minute', async () => {
    const store = testDesk()
    const { visitId } = await store.as(STAFF.lin).call('visits.log', anonymous)
    store.advance(5 * DAY_MS)
    const { leadId } = await store.as(STAFF.lin).call('visits.capture', { visitId, contact: someone })
    const { planned, createdOn } = await store.as(STAFF.lin).call('leads.get', { leadId })
    expect({ createdOn, dueOn: planned?.dueOn }).toEqual({ createdOn: '2026-05-20', dueOn: '2026-05-25' })
  })
})

describe('with the clock of the PC set back an hour', () => {
  it('the grade, the owner and the status saved last are those that hold', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    const [lin, manager] = [store.as(STAFF.lin), store.as(STAFF.manager)]
    const order = ordered(leadId, '2026-05-20')
    store.advance(2 * HOUR_MS)
    expect(await grade(store, leadId, 2)).toBe('A')
    const first = await lin.call('leads.order', order)
    await lin.call('leads.cancelOrder', { dealId: first.dealId, reason: '贷款没批' })
    await manager.call('leads.assign', { leadIds: [leadId], staffId: STAFF.wang, reason: '休假' })
    store.advance(-HOUR_MS)
    await manager.call('leads.assign', { leadIds: [leadId], staffId: STAFF.lin, reason: '回来了' })
    expect(await grade(store, leadId, 5)).toBe('B')
    await lin.call('leads.order', order)
    expect(await lin.call('leads.get', { leadId })).toMatchObject({ grade: 'B', ownerId: STAFF.lin, status: 'won' })
    const { report } = await manager.call('board.show', month)
    expect(report.customerTypes.moves).toMatchObject({ 'B>won': 1 })
  })

  it('a contact made just now is logged, although the lead seems to be of later', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    store.advance(-HOUR_MS)
    await store.as(STAFF.lin).call('followUps.log', contacted(leadId))
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.funnel.worked).toBe(1)
    expect(report.followUpAudit.suspect).toBe(0)
  })
})

describe('a corrected arrival', () => {
  const { contact: _, ...fields } = anonymous

  it('takes the lead it made with it, to another day and back', async () => {
    const store = testDesk()
    const { visitId, leadId } = await newLead(store)
    const lin = store.as(STAFF.lin)
    const correct = (arrivedAt: number) => lin.call('visits.correct', { ...fields, visitId, arrivedAt })
    await correct(store.now() - DAY_MS)
    const { report } = await store.as(STAFF.manager).call('board.show', { ...month, to: '2026-05-19' })
    expect(report.funnel).toMatchObject({ N: 1, captured: 1 })
    expect(report.leadAllocation).toMatchObject({ created: 1, unassigned: 0, medianMinutes: 0 })
    await correct(store.now())
    expect(await lin.call('leads.get', { leadId })).toMatchObject({ createdOn: '2026-05-20' })
  })

  it('leaves the lead before the first thing that happened to it', async () => {
    const store = testDesk()
    const { visitId, leadId } = await newLead(store)
    const lin = store.as(STAFF.lin)
    store.advance(HOUR_MS)
    await lin.call('followUps.log', contacted(leadId))
    const contactedAt = store.now()
    store.advance(HOUR_MS)
    await lin.call('visits.correct', { ...fields, visitId, arrivedAt: store.now() })
    expect(await lin.call('leads.get', { leadId })).toMatchObject({ createdAt: contactedAt, ownerId: STAFF.lin })
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.followUpAudit.suspect).toBe(0)
  })
})

describe('what a manager does', () => {
  it('keeps competitor and note of a loss that needed no request', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    const manager = store.as(STAFF.manager)
    const loss = { leadId, reason: 'price' as const, competitor: '隔壁品牌', note: '差三千' }
    expect(await manager.call('leads.lose', loss)).toMatchObject({ state: 'lost' })
    expect(store.db.prepare('SELECT competitor, note, decision FROM loss_requests').all()).toEqual([
      { competitor: '隔壁品牌', note: '差三千', decision: 'confirmed' },
    ])
    expect((await manager.call('followUps.teamDay', {})).lossRequests).toEqual([])
  })

  it('taking a lead from everybody leaves nobody owing its next contact', async () => {
    const store = testDesk()
    const { leadId } = await newLead(store)
    const manager = store.as(STAFF.manager)
    await manager.call('leads.assign', { leadIds: [leadId], staffId: null, reason: '重新分配' })
    store.advance(2 * DAY_MS)
    const { report } = await manager.call('board.show', { ...month, staffId: STAFF.lin })
    expect(report.followUpWorkload.due).toBe(0)
    await manager.call('leads.assign', { leadIds: [leadId], staffId: STAFF.wang, reason: null })
    const { planned } = await manager.call('leads.get', { leadId })
    expect(planned).toMatchObject({ dueOn: '2026-05-23', firstDueOn: '2026-05-23' })
  })

  it('sees at six o’clock the leads of somebody who is at the reception now', async () => {
    const store = testDesk()
    await newLead(store)
    const person = { id: STAFF.lin, name: '林小雨', role: 'reception' as const, active: true, dailyCapacity: null }
    await store.as(STAFF.owner).call('people.save', person)
    const { people } = await store.as(STAFF.manager).call('followUps.teamDay', {})
    expect(people).toContainEqual(expect.objectContaining({ staffId: STAFF.lin, openLeads: 1 }))
  })
})
