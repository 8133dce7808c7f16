import { saveTemplate } from '../../db/repositories/import-templates.ts'
import { saveSecret, saveStaff, saveTries } from '../../db/repositories/staff.ts'
import { STAFF, START, type TestDesk, type TestDeskOptions, testDesk } from './desk.ts'
import { anonymous, noFacts, someone } from './visitors.ts'

/** A showroom in which there is something of everything that a command can be about. */
export type BusyDesk = TestDesk & {
  /** Of lin, with a plan and a contact made. */
  readonly openId: string
  readonly nobodysId: string
  readonly lostId: string
  readonly askedId: string
  readonly dealId: string
  readonly anonymousId: string
  /** The first visit of `openId`. */
  readonly visitId: string
  readonly followUpId: string
  readonly requestId: string
  readonly viewId: string
}

export const SECOND_OWNER = 'second-owner'
export const TEMPLATE = 'template'
export const MONTH = '2026-05'
const contact = { method: 'call', outcome: 'reached', note: '周六来看车', doneAt: null } as const
const loss = { reason: 'price', competitor: null, note: null } as const
export const order = { orderedOn: '2026-05-20', model: null, priceFen: 15_800_000, grossProfitFen: null } as const

export async function busyDesk(options: TestDeskOptions = {}): Promise<BusyDesk> {
  const desk = testDesk({
    ...options,
    fill: (db) => {
      saveStaff(db, { id: SECOND_OWNER, name: '何太', role: 'owner', active: true, dailyCapacity: null })
      for (const id of [STAFF.owner, SECOND_OWNER, STAFF.lin]) saveSecret(db, id, 'hash', null)
      // Somebody has tried too often under this name.
      saveTries(db, SECOND_OWNER, 9, Date.parse(START) + 60_000)
      const mapping = { kind: 'visits', columns: [] } as never
      saveTemplate(db, { id: TEMPLATE, name: '每周登记', mapping, savedAt: 1, savedBy: STAFF.manager })
      db.prepare(`INSERT INTO scripts VALUES ('script', '开场', '您好', 'first_call', NULL, NULL, 1, 1)`).run()
    },
  })
  const [lin, manager] = [desk.as(STAFF.lin), desk.as(STAFF.manager)]
  let numbers = 0
  const visitor = async (receivedBy: string | null = STAFF.lin) => {
    numbers += 1
    const party = { ...someone, name: `客户${numbers}`, phone: String(13_800_138_000 + numbers) }
    const { leadId, visitId } = await manager.call('visits.log', { ...anonymous, receivedBy, contact: party })
    return { leadId: leadId ?? '', visitId }
  }
  const { leadId: openId, visitId } = await visitor()
  await lin.call('leads.screen', {
    leadId: openId,
    version: 1,
    facts: { ...noFacts, horizonMonths: 5 },
    override: null,
  })
  const { followUpId } = await lin.call('followUps.log', { leadId: openId, ...contact, nextDueOn: '2026-05-25' })
  const { leadId: nobodysId } = await visitor(null)
  const { leadId: lostId } = await visitor()
  await manager.call('leads.lose', { leadId: lostId, ...loss })
  const { leadId: askedId } = await visitor()
  await lin.call('leads.lose', { leadId: askedId, ...loss })
  const { dealId } = await lin.call('leads.order', { leadId: (await visitor()).leadId, ...order })
  const { visitId: anonymousId } = await lin.call('visits.log', anonymous)
  const { lossRequests } = await manager.call('followUps.teamDay', {})
  const look = { filter: {}, sort: { by: 'due', descending: false }, columns: ['customer'] } as const
  const { viewId } = await lin.call('leads.saveView', {
    viewId: null,
    name: '我的',
    shared: false,
    look: { ...look, columns: ['customer'] },
  })
  await manager.call('channels.saveCosts', { month: MONTH, costs: [{ channelId: 'walk-in', costFen: 100_000 }] })
  await manager.call('doorCounts.save', { date: '2026-05-19', count: 30 })
  await manager.call('targets.save', {
    month: MONTH,
    deals: 10,
    potential: 900,
    people: [
      { staffId: STAFF.lin, deals: 6 },
      { staffId: STAFF.wang, deals: 4 },
    ],
  })
  desk.db.prepare(`INSERT INTO drafts VALUES ('lin', 'visit', '', '{}', 1, 1)`).run()
  desk.advance(3_600_000)
  const requestId = lossRequests[0]?.requestId ?? ''
  return { ...desk, openId, nobodysId, lostId, askedId, dealId, anonymousId, visitId, followUpId, requestId, viewId }
}
