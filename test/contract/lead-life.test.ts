import { describe, expect, it } from 'vitest'
import { putSilentLeadsToSleep } from '../../electron/api/services/dormancy.ts'
import type { InputOf } from '../../shared/contract/contract.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

const DAY_MS = 86_400_000
const month = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
let phones = 13_900_000_000
async function newLead({ as }: TestDesk, receivedBy: string = STAFF.lin): Promise<string> {
  phones += 1
  const visit = { ...anonymous, receivedBy, contact: { ...someone, phone: String(phones) } }
  const { leadId } = await as(STAFF.manager).call('visits.log', visit)
  return leadId ?? ''
}

const contacted = (leadId: string): InputOf<'followUps.log'> => ({
  leadId,
  method: 'call',
  outcome: 'reached',
  note: '想周末带家人来看车',
  doneAt: null,
  nextDueOn: '2026-05-24',
})

describe('screening', () => {
  it('accepts the grade of the rules, and another one only with a reason', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const lin = store.as(STAFF.lin)
    const facts = { ...noFacts, selectionStarted: true, horizonMonths: 2 }
    expect(await lin.call('leads.screen', { leadId, version: 1, facts, override: null })).toEqual({
      grade: 'A',
      version: 2,
    })

    const override = { grade: 'C' as const, reason: ' ' }
    const failure = await lin.refused('leads.screen', { leadId, version: 2, facts, override })
    expect(failure).toMatchObject({ code: 'reason_required', fields: [{ path: 'override.reason' }] })
    await lin.call('leads.screen', { leadId, version: 2, facts, override: { grade: 'C', reason: '家人反对' } })
    expect(await lin.call('leads.get', { leadId })).toMatchObject({
      grade: 'C',
      overrideReason: '家人反对',
      version: 3,
    })
  })

  it('keeps an override while the facts stay, and lets it go when they change', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const lin = store.as(STAFF.lin)
    const facts = { ...noFacts, horizonMonths: 5 }
    await lin.call('leads.screen', { leadId, version: 1, facts, override: { grade: 'A', reason: '下周要提车' } })
    expect((await lin.call('leads.screen', { leadId, version: 2, facts, override: null })).grade).toBe('A')
    const changed = { ...facts, horizonMonths: 9 }
    expect((await lin.call('leads.screen', { leadId, version: 3, facts: changed, override: null })).grade).toBe('C')
  })

  it('does not overwrite what somebody else saved meanwhile', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const input = { leadId, version: 1, facts: noFacts, override: null }
    await store.as(STAFF.lin).call('leads.screen', input)
    expect((await store.as(STAFF.manager).refused('leads.screen', input)).code).toBe('changed_meanwhile')
  })
})

describe('following up', () => {
  it('fulfils the open plan, plans the next, and moves F', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    store.advance(3_600_000)
    await store.as(STAFF.lin).call('followUps.log', contacted(leadId))
    const { planned, timeline } = await store.as(STAFF.lin).call('leads.get', { leadId })
    expect(planned).toMatchObject({ dueOn: '2026-05-24' })
    expect(timeline[0]).toMatchObject({
      kind: 'follow_up',
      method: 'call',
      note: '想周末带家人来看车',
      dueOn: '2026-05-21',
    })
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.funnel).toMatchObject({ captured: 1, worked: 1, F: 1 })
    expect(report.followUpAudit.done).toBe(1)
  })

  it('keeps the first due date however often a contact is put off', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const lin = store.as(STAFF.lin)
    for (const dueOn of ['2026-05-22', '2026-05-23', '2026-05-25']) await lin.call('followUps.plan', { leadId, dueOn })
    store.advance(5 * DAY_MS)
    await lin.call('followUps.log', { ...contacted(leadId), nextDueOn: null })
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.followUpWorkload).toMatchObject({ due: 1, onTime: 0, late: 1 })
  })

  it('sorts a day into overdue, due, new and without a next date', async () => {
    const store = testDesk()
    const [overdue, due, none] = [await newLead(store), await newLead(store), await newLead(store)]
    const lin = store.as(STAFF.lin)
    await lin.call('followUps.log', { ...contacted(overdue), nextDueOn: '2026-05-22' })
    await lin.call('followUps.log', { ...contacted(due), nextDueOn: '2026-05-23' })
    await lin.call('followUps.log', { ...contacted(none), nextDueOn: null })
    store.advance(3 * DAY_MS)
    const fresh = await newLead(store)
    const today = await lin.call('followUps.today', { staffId: null })
    const ids = (items: readonly { leadId: string }[]) => items.map((item) => item.leadId)
    expect(ids(today.overdue)).toEqual([overdue])
    expect(ids(today.due)).toEqual([due])
    expect(ids(today.fresh)).toEqual([fresh])
    expect(ids(today.noNextDate)).toEqual([none])
  })

  it('takes a plan that was missed before a later contact for answered, and still counts it as missed', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const lin = store.as(STAFF.lin)
    // As another program's store brings it: the missed plan and the later contact are two rows.
    const insert = store.db.prepare(
      'INSERT INTO follow_ups (id, lead_id, staff_id, due_on, done_at, done_on) VALUES (?, ?, ?, ?, ?, ?)',
    )
    insert.run('made', leadId, STAFF.lin, '2026-05-25', Date.parse('2026-05-25T10:00:00+08:00'), '2026-05-25')
    store.advance(10 * DAY_MS)
    expect(await lin.call('leads.get', { leadId })).toMatchObject({ planned: null })
    expect((await lin.call('followUps.today', { staffId: null })).noNextDate).toHaveLength(1)
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.followUpWorkload).toMatchObject({ due: 2, onTime: 1, missed: 1 })
  })

  it('lets a manager review, and nobody their own record', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const { followUpId } = await store.as(STAFF.lin).call('followUps.log', { ...contacted(leadId), note: '好' })
    const queue = { from: '2026-05-20', to: '2026-05-20', staffId: null, show: 'suspect' as const }
    const { items } = await store.as(STAFF.manager).call('followUps.reviewQueue', queue)
    expect(items).toMatchObject([{ followUpId, suspicions: ['c'], review: null }])
    const verdict = { followUpId, verdict: 'approved' as const, note: null }
    expect((await store.as(STAFF.lin).refused('followUps.review', verdict)).code).toBe('forbidden')
    await store.as(STAFF.manager).call('followUps.review', verdict)
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.followUpAudit).toMatchObject({ done: 1, reviewed: 1, approved: 1, coverage: 1 })

    const own = await store.as(STAFF.manager).call('followUps.log', contacted(leadId))
    const mine = { followUpId: own.followUpId, verdict: 'approved' as const, note: null }
    expect((await store.as(STAFF.manager).refused('followUps.review', mine)).code).toBe('own_record')
  })
})

describe('falling silent', () => {
  it('puts a lead to sleep after its grade’s time, never one with a date ahead, and a contact wakes it', async () => {
    const store = testDesk()
    const [silent, planned] = [await newLead(store), await newLead(store)]
    const lin = store.as(STAFF.lin)
    await lin.call('followUps.log', { ...contacted(silent), nextDueOn: null })
    await lin.call('followUps.log', { ...contacted(planned), nextDueOn: '2026-12-01' })
    store.advance(120 * DAY_MS)
    expect(putSilentLeadsToSleep(store.db, store.now(), store.desk.newId)).toBe(0)
    store.advance(DAY_MS)
    expect(putSilentLeadsToSleep(store.db, store.now(), store.desk.newId)).toBe(1)
    expect(await lin.call('leads.get', { leadId: silent })).toMatchObject({ status: 'dormant' })
    expect(await lin.call('leads.get', { leadId: planned })).toMatchObject({ status: 'open' })
    await lin.call('followUps.log', { ...contacted(silent), nextDueOn: null })
    expect(await lin.call('leads.get', { leadId: silent })).toMatchObject({ status: 'open' })
  })
})

describe('closing', () => {
  it('writes deal and won event together, and takes both back', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const lin = store.as(STAFF.lin)
    const order = { leadId, orderedOn: '2026-05-20', model: '启程 S5', priceFen: 15_800_000, grossProfitFen: 620_000 }
    const { dealId } = await lin.call('leads.order', order)
    const won = await store.as(STAFF.manager).call('board.show', month)
    expect(won.report.funnel).toMatchObject({ won: 1, C: 1 })
    expect(won.report.targetProgress.actual).toBe(1)
    expect(won.report.customerTypes.moves).toMatchObject({ 'none>ungraded': 1, 'ungraded>won': 1 })
    expect((await lin.refused('leads.order', order)).code).toBe('lead_closed')

    await lin.call('leads.cancelOrder', { dealId, reason: '贷款没批' })
    const back = await store.as(STAFF.manager).call('board.show', month)
    expect(back.report.funnel.won).toBe(0)
    expect(back.report.targetProgress.actual).toBe(0)
    expect(await lin.call('leads.get', { leadId })).toMatchObject({ status: 'open', bucket: 'ungraded' })
  })

  it.each([
    ['2026-05-21', 'in_the_future'],
    ['2026-05-19', 'before_creation'],
  ])('refuses an order dated %s: %s', async (orderedOn, code) => {
    const store = testDesk()
    const leadId = await newLead(store)
    const order = { leadId, orderedOn, model: null, priceFen: null, grossProfitFen: null }
    expect(await store.as(STAFF.lin).refused('leads.order', order)).toMatchObject({
      code,
      fields: [{ path: 'orderedOn' }],
    })
    expect(store.db.prepare('SELECT count(*) FROM deals').pluck().get()).toBe(0)
  })

  it('a salesperson asks for a loss, a manager confirms it, and it can be reopened', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const loss = { leadId, reason: 'price' as const, competitor: '隔壁品牌', note: null }
    expect(await store.as(STAFF.lin).call('leads.lose', loss)).toMatchObject({ state: 'requested' })
    expect((await store.as(STAFF.lin).call('leads.get', { leadId })).status).toBe('open')
    const { lossRequests } = await store.as(STAFF.manager).call('followUps.teamDay', {})
    expect(lossRequests).toMatchObject([{ leadId, reason: 'price', requestedByName: '林小雨' }])
    const requestId = lossRequests[0]?.requestId ?? ''
    await store.as(STAFF.manager).call('leads.decideLoss', { requestId, decision: 'confirmed' })
    const { report } = await store.as(STAFF.manager).call('board.show', month)
    expect(report.sellingSkill.lossReasons).toEqual({ price: 1 })
    expect((await store.as(STAFF.lin).refused('followUps.log', contacted(leadId))).code).toBe('lead_closed')
    await store.as(STAFF.lin).call('leads.reopen', { leadId, reason: '客户又来电' })
    expect(await store.as(STAFF.lin).call('leads.get', { leadId })).toMatchObject({ status: 'open' })
  })

  it('hands a lead over with a reason, its plans and its record', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const manager = store.as(STAFF.manager)
    const handOver = { leadIds: [leadId], staffId: STAFF.wang, reason: null }
    expect((await manager.refused('leads.assign', handOver)).code).toBe('reason_required')
    expect(await manager.call('leads.assign', { ...handOver, reason: '林小雨休假' })).toMatchObject({ moved: 1 })
    expect((await store.as(STAFF.wang).call('followUps.today', { staffId: null })).fresh).toHaveLength(1)
    const failure = await manager.refused('leads.assign', { ...handOver, staffId: STAFF.reception, reason: 'x' })
    expect(failure.code).toBe('not_an_owner_of_leads')
  })

  it('keeps a colleague out of a lead and masks the number', async () => {
    const store = testDesk()
    const leadId = await newLead(store)
    const seen = await store.as(STAFF.wang).call('leads.get', { leadId })
    expect(seen.isMine).toBe(false)
    expect(seen.customer.phone).toMatch(/^139\*{4}\d{4}$/)
    expect((await store.as(STAFF.wang).refused('followUps.log', contacted(leadId))).code).toBe('not_yours')
  })
})
