import { beforeEach, describe, expect, it } from 'vitest'
import { NOT_TRACKED } from '../../db/undo/tracked-tables.ts'
import type { CommandName } from '../../shared/contract/contract.ts'
import { operations } from '../../shared/contract/contract.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import { type BusyDesk, busyDesk, SECOND_OWNER } from '../support/busy-desk.ts'
import { STAFF } from '../support/desk.ts'
import { dumpStore } from '../support/dump.ts'
import { faultsOf, stateOf } from '../support/store-state.ts'
import { alterRow, changedRows } from '../support/touched-rows.ts'
import { type Doing, UNDO_CASES, type UndoCase } from '../support/undo-cases.ts'
import { anonymous, someone } from '../support/visitors.ts'

// Every command can be taken back for a while, whole: the store is as it was. Or not at all, when something has happened since.

let desk: BusyDesk
beforeEach(async () => {
  desk = await busyDesk()
})

type AnyCase = readonly [op: CommandName, way: string, make: UndoCase<CommandName>]
const cases = Object.entries(UNDO_CASES).flatMap(([op, ways]) =>
  Object.entries(ways).map(([way, make]) => [op, way, make] as AnyCase),
)

type Done = Answer & { readonly ok: true }

async function done(op: string, by: string, input: unknown): Promise<Done> {
  const answer = await desk.as(by).ask(op, input)
  if (!answer.ok) throw new Error(`${op} was refused: ${JSON.stringify(answer.failure)}`)
  return answer
}

async function doCase([op, , make]: AnyCase) {
  const [by, input]: Doing<CommandName> = await make(desk)
  const before = stateOf(desk.db)
  const { undoId = '' } = await done(op, by, input)
  return { by, before, undoId, me: desk.as(by) }
}

const board = () =>
  desk.as(STAFF.manager).call('board.show', { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null })
const codeOf = async (caller: ReturnType<BusyDesk['as']>, undoId: string) =>
  (await caller.refused('acts.undo', { undoId })).code

describe('every command', () => {
  it('has its cases (test/support/undo-cases.ts), each a way in which it leaves the store different', () => {
    const commands = [...operations].filter(([op, { kind }]) => kind === 'command' && op !== 'acts.undo')
    expect(Object.keys(UNDO_CASES).sort()).toEqual(commands.map(([op]) => op).sort())
    for (const ways of Object.values(UNDO_CASES)) expect(Object.keys(ways)).not.toEqual([])
  })

  it.each(cases)('%s, %s: is taken back whole, once, by whoever did it', async (...one) => {
    const tiles = await board()
    const { by, before, undoId, me } = await doCase(one)
    expect(stateOf(desk.db)).not.toEqual(before)
    const other = by === STAFF.owner ? SECOND_OWNER : STAFF.owner
    expect(await codeOf(desk.as(other), undoId)).toBe('undo_expired')
    expect(await me.call('acts.undo', { undoId })).toMatchObject({ operation: one[0] })
    expect(stateOf(desk.db)).toEqual(before)
    expect(faultsOf(desk.db)).toEqual([])
    expect(await board()).toEqual(tiles)
    expect(await codeOf(me, undoId)).toBe('undo_expired')
  })

  it.each(cases)('%s, %s: stands when somebody has changed one of its rows since', async (...one) => {
    const [db, earlier] = [desk.db, dumpStore(desk.db)]
    const { undoId, me, before } = await doCase(one)
    const rows = changedRows(db, earlier, Object.keys(NOT_TRACKED))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const putBack = alterRow(db, row)
      const altered = dumpStore(db)
      expect([row.table, await codeOf(me, undoId)]).toEqual([row.table, 'undo_changed'])
      expect(dumpStore(db)).toEqual(altered)
      putBack()
    }
    await me.call('acts.undo', { undoId })
    expect(stateOf(db)).toEqual(before)
  })
})

describe('undoing', () => {
  const plan = () => desk.as(STAFF.lin).ask('followUps.plan', { leadId: desk.openId, dueOn: '2026-06-03' })
  const undoIdOf = (answer: Answer) => (answer.ok ? (answer.undoId ?? '') : '')

  it('is offered for nothing that changes nothing, and not for itself', async () => {
    const [first, second] = [await plan(), await plan()]
    expect(first).toMatchObject({ undoId: expect.any(String) })
    expect(second).not.toHaveProperty('undoId')
    expect(await desk.as(STAFF.lin).ask('acts.undo', { undoId: undoIdOf(first) })).not.toHaveProperty('undoId')
    expect(await desk.as(STAFF.lin).ask('leads.get', { leadId: desk.openId })).not.toHaveProperty('undoId')
  })

  it('is over after a minute', async () => {
    const undoId = undoIdOf(await plan())
    desk.advance(61_000)
    expect(await codeOf(desk.as(STAFF.lin), undoId)).toBe('undo_expired')
  })

  it('stands in the audit trail beside what it took back', async () => {
    const undoId = undoIdOf(await plan())
    await desk.as(STAFF.lin).call('acts.undo', { undoId })
    const trail = desk.db
      .prepare('SELECT staff_id, operation, subject FROM audit_trail ORDER BY seq DESC LIMIT 2')
      .raw()
    expect(trail.all()).toEqual([
      [STAFF.lin, 'acts.undo', desk.openId],
      [STAFF.lin, 'followUps.plan', desk.openId],
    ])
  })

  it('lets nobody save over a lead who has seen it in between', async () => {
    const lin = desk.as(STAFF.lin)
    const read = () => lin.call('leads.get', { leadId: desk.openId })
    const to = { by: 'stage', stage: 'desire' } as const
    const undoId = undoIdOf(await lin.ask('leads.move', { leadId: desk.openId, version: (await read()).version, to }))
    const seen = (await read()).version
    await lin.call('acts.undo', { undoId })
    // One more edit, so that counting from where it was would come to the same version again.
    await lin.call('leads.move', {
      leadId: desk.openId,
      version: (await read()).version,
      to: { ...to, stage: 'comparison' },
    })
    const late = { leadId: desk.openId, version: seen, to: { by: 'stage', stage: 'interest' } } as const
    expect((await lin.refused('leads.move', late)).code).toBe('changed_meanwhile')
  })

  it.each([
    [
      'a contact',
      (lead: string) => desk.as(STAFF.manager).call('followUps.plan', { leadId: lead, dueOn: '2026-06-09' }),
    ],
    [
      'an owner',
      (lead: string) =>
        desk.as(STAFF.manager).call('leads.assign', { leadIds: [lead], staffId: STAFF.wang, reason: null }),
    ],
    [
      'an order, of which the lead was not told',
      async (lead: string) => {
        const deal = `INSERT INTO deals (id, lead_id, staff_id, ordered_on) VALUES ('d', ?, 'lin', '2026-05-20')`
        desk.db.prepare(deal).run(lead)
      },
    ],
  ])('is refused when its lead got %s since', async (_what, happen) => {
    const input = { leadId: desk.nobodysId, version: 1, to: { by: 'grade', grade: 'A', reason: '很急' } }
    const undoId = undoIdOf(await done('leads.move', STAFF.manager, input))
    await happen(desk.nobodysId)
    const before = dumpStore(desk.db)
    expect(await codeOf(desk.as(STAFF.manager), undoId)).toBe('undo_changed')
    expect(dumpStore(desk.db)).toEqual(before)
  })

  it('is refused when something new hangs on what it would take away', async () => {
    const made = await done('channels.save', STAFF.manager, { id: null, name: '抖音', group: 'outbound' })
    const { id: channelId } = made.value as { readonly id: string }
    await desk.as(STAFF.lin).call('visits.log', { ...anonymous, channelId })
    expect(await codeOf(desk.as(STAFF.manager), undoIdOf(made))).toBe('undo_changed')
    const visit = await done('visits.log', STAFF.lin, { ...anonymous, contact: someone })
    const { leadId } = visit.value as { readonly leadId: string }
    await desk
      .as(STAFF.manager)
      .call('leads.order', { leadId, orderedOn: '2026-05-20', model: null, priceFen: null, grossProfitFen: null })
    expect(await codeOf(desk.as(STAFF.lin), undoIdOf(visit))).toBe('undo_changed')
  })

  it('is refused where two rows would come to say the same', async () => {
    const { slots } = await desk.as(STAFF.manager).call('store.get', {})
    const lettered = (letters: string) => slots.map((slot, n) => ({ ...slot, label: letters[n] ?? '' }))
    const first = await done('store.updateSlots', STAFF.manager, { slots: lettered('HBCD') })
    await desk.as(STAFF.owner).call('store.updateSlots', { slots: lettered('HACD') })
    expect(await codeOf(desk.as(STAFF.manager), undoIdOf(first))).toBe('undo_changed')
  })

  it('is refused where two scripts in use would come to bear one title', async () => {
    const script = { text: '周末', purpose: 'invitation', grade: null, stage: null, active: true } as const
    const renamed = await done('scripts.save', STAFF.manager, { id: 'script', ...script, title: '邀约' })
    await desk.as(STAFF.owner).call('scripts.save', { id: null, ...script, title: '开场' })
    expect(await codeOf(desk.as(STAFF.manager), undoIdOf(renamed))).toBe('undo_changed')
  })

  it('is refused where shares would no longer add up to the target', async () => {
    const target = (deals: number, staffId: string, share: number) => ({
      month: '2026-07',
      deals,
      potential: null,
      people: [{ staffId, deals: share }],
    })
    await desk.as(STAFF.manager).call('targets.save', { ...target(10, STAFF.lin, 10), people: [] })
    const shared = await done('targets.save', STAFF.manager, target(10, STAFF.lin, 10))
    await desk.as(STAFF.owner).call('targets.save', target(12, STAFF.wang, 2))
    expect(await codeOf(desk.as(STAFF.manager), undoIdOf(shared))).toBe('undo_changed')
  })

  it('is refused when a number it gave up is somebody else’s by now', async () => {
    const [customer] = desk.db.prepare('SELECT name, phone FROM customers ORDER BY rowid').all() as [
      { readonly name: string; readonly phone: string },
    ]
    const input = {
      leadId: desk.openId,
      name: customer.name,
      phone: '13611112222',
      wechat: null,
      gender: null,
      city: null,
      note: null,
      sharesPhone: false,
    }
    const changed = await done('leads.updateCustomer', STAFF.lin, input)
    const party = { ...someone, name: '别人', phone: customer.phone }
    await desk.as(STAFF.wang).call('visits.log', { ...anonymous, receivedBy: STAFF.wang, contact: party })
    expect(await codeOf(desk.as(STAFF.lin), undoIdOf(changed))).toBe('undo_changed')
  })

  it('of a time zone dates anew what has come in between', async () => {
    const input = { name: '城东展厅', openWeekdays: [1, 2, 3, 4, 5, 6, 7], lateEntryMinutes: 60, responseMinutes: 30 }
    const moved = await done('store.update', STAFF.owner, { ...input, timeZone: 'America/Los_Angeles' })
    const { visitId } = await desk.as(STAFF.lin).call('visits.log', { ...anonymous, contact: someone })
    const arrivedOn = () => desk.db.prepare('SELECT arrived_on FROM visits WHERE id = ?').pluck().get(visitId)
    expect(arrivedOn()).toBe('2026-05-19')
    await desk.as(STAFF.owner).call('acts.undo', { undoId: undoIdOf(moved) })
    expect(arrivedOn()).toBe('2026-05-20')
    expect(faultsOf(desk.db)).toEqual([])
  })

  it('is refused to who may no longer do it', async () => {
    const to = (role: 'owner' | 'manager') => ({
      id: SECOND_OWNER,
      name: '何太',
      role,
      active: true,
      dailyCapacity: null,
    })
    const undoId = undoIdOf(await done('channels.save', STAFF.manager, { id: null, name: '抖音', group: 'outbound' }))
    await desk
      .as(STAFF.owner)
      .call('people.save', { ...to('manager'), id: STAFF.manager, name: '许经理', role: 'salesperson' })
    expect(await codeOf(desk.as(STAFF.manager), undoId)).toBe('forbidden')
  })

  it('of a role is refused once a secret was given for it', async () => {
    const input = { id: STAFF.lin, name: '林小雨', role: 'owner', active: true, dailyCapacity: 20 }
    const undoId = undoIdOf(await done('people.save', STAFF.owner, input))
    await desk.as(STAFF.owner).call('people.setSecret', { staffId: STAFF.lin, secret: '好长的密码123456' })
    expect(await codeOf(desk.as(STAFF.owner), undoId)).toBe('undo_changed')
  })

  it('keeps the last forty acts', async () => {
    const ids: string[] = []
    for (let day = 1; day <= 42; day += 1) {
      const date = new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10)
      ids.push(undoIdOf(await done('doorCounts.save', STAFF.manager, { date, count: day })))
    }
    const left = desk.db.prepare('SELECT count(*) FROM temp.undo_log').pluck().get()
    expect(left).toBe(40)
    const [first = '', , third = ''] = ids
    expect(await codeOf(desk.as(STAFF.manager), first)).toBe('undo_expired')
    await desk.as(STAFF.manager).call('acts.undo', { undoId: third })
  })

  it('has nothing left of a command that was refused', async () => {
    const noted = () => desk.db.prepare('SELECT count(*) FROM temp.undo_log').pluck().get()
    const before = noted()
    // Refused after its first row was written.
    const costs = [
      { channelId: 'walk-in', costFen: 5 },
      { channelId: 'no such', costFen: 5 },
    ]
    await desk.as(STAFF.manager).refused('channels.saveCosts', { month: '2026-06', costs })
    expect(noted()).toBe(before)
    expect(desk.db.prepare('SELECT count(*) FROM temp.undo_on').pluck().get()).toBe(0)
  })
})
