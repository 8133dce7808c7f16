import { beforeEach, describe, expect, it } from 'vitest'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { dumpStore } from '../support/dump.ts'
import { anonymous, someone } from '../support/visitors.ts'

// Many leads at once: all of them or none.

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
