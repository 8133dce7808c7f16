import { beforeEach, describe, expect, it } from 'vitest'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { dumpStore } from '../support/dump.ts'
import { anonymous, someone } from '../support/visitors.ts'

// Many leads at once: all of them or none, and back again within ten seconds.

let desk: TestDesk
let leadIds: string[] = []
beforeEach(async () => {
  desk = testDesk()
  leadIds = []
  for (let nth = 0; nth < 6; nth += 1) {
    const contact = { ...someone, name: `客户${nth}`, phone: String(13_800_138_000 + nth) }
    const receivedBy = nth < 3 ? STAFF.lin : null
    const { leadId } = await desk.as(STAFF.manager).call('visits.log', { ...anonymous, receivedBy, contact })
    if (leadId !== null) leadIds.push(leadId)
  }
})

const manager = () => desk.as(STAFF.manager)
const owners = () => desk.db.prepare('SELECT owner_id FROM lead_list ORDER BY n').pluck().all()
/** Everything but what says that something was done and undone. */
const store = () => {
  const { audit_trail: _, ...tables } = dumpStore(desk.db)
  return tables
}

describe('assigning all that match', () => {
  it('moves as many as were agreed to, with one entry in the trail', async () => {
    const trail = () => desk.db.prepare('SELECT count(*) FROM audit_trail').pluck().get() as number
    const before = trail()
    const input = { filter: { who: 'nobody' }, expected: 3, staffId: STAFF.wang, reason: null }
    expect(await manager().call('leads.assignMatching', input)).toMatchObject({ moved: 3 })
    expect(owners()).toEqual([STAFF.lin, STAFF.lin, STAFF.lin, STAFF.wang, STAFF.wang, STAFF.wang])
    expect(trail() - before).toBe(1)
    const plans = desk.db.prepare(`SELECT count(*) FROM follow_ups WHERE staff_id = '${STAFF.wang}'`).pluck().get()
    expect(plans).toBe(3)
  })

  it('leaves out those that were taken off', async () => {
    const [taken = ''] = leadIds
    const input = { filter: {}, except: [taken], expected: 5, staffId: STAFF.wang, reason: '休假' }
    expect(await manager().call('leads.assignMatching', input)).toMatchObject({ moved: 5 })
    expect(owners().filter((owner) => owner === STAFF.lin)).toHaveLength(1)
  })

  it('does nothing when another number matches by now', async () => {
    const before = dumpStore(desk.db)
    const input = { filter: {}, expected: 5, staffId: STAFF.wang, reason: '休假' }
    expect(await manager().refused('leads.assignMatching', input)).toMatchObject({
      code: 'count_changed',
      params: { count: 6 },
    })
    expect(dumpStore(desk.db)).toEqual(before)
  })
})

describe('assigning by name', () => {
  it.each([
    ['a lead that is not there', 'not_found', { leadIds: ['gone'], staffId: STAFF.wang, reason: '休假' }],
    ['an owner without a reason', 'reason_required', { leadIds: [], staffId: STAFF.wang, reason: null }],
    ['somebody at the reception', 'not_an_owner_of_leads', { leadIds: [], staffId: STAFF.reception, reason: '休假' }],
    ['nobody we know', 'not_found', { leadIds: [], staffId: 'x', reason: '休假' }],
  ])('moves none for %s', async (_what, code, input) => {
    const before = dumpStore(desk.db)
    const refused = await manager().refused('leads.assign', { ...input, leadIds: [...leadIds, ...input.leadIds] })
    expect(refused.code).toBe(code)
    expect(dumpStore(desk.db)).toEqual(before)
  })
})

describe('undoing', () => {
  const all = () => ({ leadIds, staffId: STAFF.wang, reason: '休假' })

  it('puts owners, plans and history back as they were', async () => {
    const before = store()
    for (const staffId of [STAFF.wang, null]) {
      const { undoId } = await manager().call('leads.assign', { ...all(), staffId })
      expect(store()).not.toEqual(before)
      await manager().call('leads.undo', { undoId })
      expect(store()).toEqual(before)
    }
  })

  it('puts a move, an order and a loss back, and lets nobody save over it', async () => {
    const [leadId = ''] = leadIds
    const lin = desk.as(STAFF.lin)
    const plainly = () => JSON.stringify(store()).replaceAll(/"version":\d+/g, '')
    const versionOf = async () => (await lin.call('leads.get', { leadId })).version
    const order = { leadId, orderedOn: '2026-05-20', model: null, priceFen: null, grossProfitFen: null }
    const loss = { leadId, reason: 'price', competitor: null, note: null } as const
    const acts = [
      async () =>
        lin.call('leads.move', { leadId, version: await versionOf(), to: { by: 'stage', stage: 'decision' } }),
      async () =>
        lin.call('leads.move', { leadId, version: await versionOf(), to: { by: 'grade', grade: 'B', reason: '很急' } }),
      async () => lin.call('leads.order', order),
      async () => lin.call('leads.lose', loss),
      async () => manager().call('leads.lose', loss),
    ]
    const rows = () => ({ ...store(), leads: null })
    const facts = async () => ({ ...(await lin.call('leads.get', { leadId })), version: null })
    for (const act of acts) {
      const [before, known, version] = [rows(), await facts(), await versionOf()]
      const { undoId } = await act()
      expect(plainly()).not.toBe(JSON.stringify(before))
      await lin.refused('leads.undo', { undoId: 'another' })
      const by = act === acts[4] ? manager() : lin
      await by.call('leads.undo', { undoId })
      expect(rows()).toEqual(before)
      expect(await facts()).toEqual(known)
      expect(await versionOf()).toBeGreaterThanOrEqual(version)
    }
    const { undoId } = await lin.call('leads.move', {
      leadId,
      version: await versionOf(),
      to: { by: 'stage', stage: 'desire' },
    })
    const seen = await versionOf()
    await lin.call('leads.undo', { undoId })
    const late = { leadId, version: seen, to: { by: 'stage', stage: 'interest' } } as const
    expect((await lin.refused('leads.move', late)).code).toBe('changed_meanwhile')
  })

  it('is refused when somebody has worked on one of the leads meanwhile', async () => {
    const { undoId } = await manager().call('leads.assign', all())
    const [leadId = ''] = leadIds
    const contact = { leadId, method: 'call', outcome: 'reached', note: null, doneAt: null, nextDueOn: null } as const
    await desk.as(STAFF.wang).call('followUps.log', contact)
    const before = dumpStore(desk.db)
    expect((await manager().refused('leads.undo', { undoId })).code).toBe('undo_changed')
    expect(dumpStore(desk.db)).toEqual(before)
  })

  it('is for whoever did it, once, and not for long', async () => {
    const { undoId } = await manager().call('leads.assign', all())
    expect((await desk.as(STAFF.owner).refused('leads.undo', { undoId })).code).toBe('undo_expired')
    await manager().call('leads.undo', { undoId })
    expect((await manager().refused('leads.undo', { undoId })).code).toBe('undo_expired')
    const later = await manager().call('leads.assign', all())
    desk.advance(13_000)
    expect((await manager().refused('leads.undo', { undoId: later.undoId })).code).toBe('undo_expired')
  })
})
