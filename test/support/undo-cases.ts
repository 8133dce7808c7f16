import type { CommandName, InputOf } from '../../shared/contract/contract.ts'
import { DEFAULT_THRESHOLDS } from '../../shared/domain/lights.ts'
import { type BusyDesk, MONTH, order, SECOND_OWNER, TEMPLATE } from './busy-desk.ts'
import { CHANNELS, STAFF } from './desk.ts'
import { anonymous, noFacts, someone } from './visitors.ts'

/** Who does it, and with what. */
export type Doing<N extends CommandName> = readonly [staffId: string, input: InputOf<N>]
export type UndoCase<N extends CommandName> = (desk: BusyDesk) => Doing<N> | Promise<Doing<N>>

const { contact: _, ...arrival } = anonymous
const showroom = {
  name: '城东展厅',
  timeZone: 'Asia/Shanghai',
  openWeekdays: [1, 2, 3, 4, 5, 6, 7],
  lateEntryMinutes: 60,
  responseMinutes: 30,
}
const person = { id: STAFF.lin, name: '林小雨', role: 'salesperson', active: true, dailyCapacity: 20 } as const
const followUp = { method: 'wechat', outcome: 'reached', note: null, doneAt: null } as const
const loss = { reason: 'price', competitor: null, note: null } as const
const script = {
  title: '约到店',
  text: '周末有活动',
  purpose: 'invitation',
  grade: null,
  stage: null,
  active: true,
} as const
const versionOf = (desk: BusyDesk, leadId: string) =>
  desk.db.prepare('SELECT version FROM leads WHERE id = ?').pluck().get(leadId) as number

/**
 * Every command there is, each in all the ways it can leave the store different. A command that is missing here does not compile:
 * add the ways it can be done, from a showroom in which there is something of everything (busy-desk.ts); each must change something.
 */
export const UNDO_CASES: { readonly [N in CommandName]: Readonly<Record<string, UndoCase<N>>> } = {
  'visits.log': {
    'nobody known': () => [STAFF.lin, anonymous],
    'a new customer': () => [STAFF.reception, { ...anonymous, contact: someone }],
    'a new intent of a known one': async ({ db, openId }) => {
      const customerId = String(db.prepare('SELECT customer_id FROM leads WHERE id = ?').pluck().get(openId))
      return [STAFF.lin, { ...anonymous, contact: { ...someone, identity: { as: 'new_lead', customerId } } }]
    },
    'once more': ({ openId: leadId }) => [
      STAFF.lin,
      { ...anonymous, firstVisit: false, contact: { ...someone, identity: { as: 'same_lead', leadId } } },
    ],
  },
  'visits.capture': {
    'the contact after all': ({ anonymousId: visitId }) => [STAFF.lin, { visitId, contact: someone }],
  },
  'visits.correct': {
    'an earlier hour, and the lead was born then': ({ visitId, now }) => [
      STAFF.lin,
      { ...arrival, visitId, arrivedAt: now() - 3 * 86_400_000, note: '改时间' },
    ],
    'of nobody known': ({ anonymousId: visitId, now }) => [
      STAFF.lin,
      { ...arrival, visitId, arrivedAt: now() - 86_400_000, purpose: 'other' },
    ],
  },
  'visits.void': { 'logged twice': ({ visitId }) => [STAFF.lin, { visitId, reason: '重复' }] },
  'leads.updateCustomer': {
    'another number': ({ openId: leadId }) => [
      STAFF.lin,
      {
        leadId,
        name: '欧阳娜娜',
        phone: '13611112222',
        wechat: 'nana',
        gender: 'f',
        city: null,
        note: null,
        sharesPhone: false,
      },
    ],
  },
  'leads.screen': {
    answers: (desk) => [
      STAFF.lin,
      {
        leadId: desk.openId,
        version: versionOf(desk, desk.openId),
        facts: { ...noFacts, stage: 'decision' },
        override: null,
      },
    ],
    'another grade': (desk) => [
      STAFF.lin,
      {
        leadId: desk.openId,
        version: versionOf(desk, desk.openId),
        facts: noFacts,
        override: { grade: 'A', reason: '很急' },
      },
    ],
  },
  'leads.move': {
    'to a stage': (desk) => [
      STAFF.lin,
      { leadId: desk.openId, version: versionOf(desk, desk.openId), to: { by: 'stage', stage: 'decision' } },
    ],
    'to a grade': (desk) => [
      STAFF.manager,
      { leadId: desk.openId, version: versionOf(desk, desk.openId), to: { by: 'grade', grade: 'A', reason: '很急' } },
    ],
  },
  'leads.assign': {
    'to a colleague': ({ openId, nobodysId }) => [
      STAFF.manager,
      { leadIds: [openId, nobodysId], staffId: STAFF.wang, reason: '休假' },
    ],
    'to nobody': ({ openId }) => [STAFF.manager, { leadIds: [openId], staffId: null, reason: '休假' }],
  },
  'leads.assignMatching': {
    'all there are': async (desk) => {
      const { total } = await desk.as(STAFF.manager).call('leads.list', { filter: {}, limit: 1, offset: 0 })
      return [STAFF.manager, { filter: {}, expected: total, staffId: STAFF.wang, reason: '休假' }]
    },
  },
  'leads.saveView': {
    'a new one': () => [
      STAFF.manager,
      {
        viewId: null,
        name: 'A 级',
        shared: true,
        look: { filter: { grades: ['A'] }, sort: { by: 'due', descending: false }, columns: ['grade'] },
      },
    ],
    'another name': ({ viewId }) => [
      STAFF.lin,
      {
        viewId,
        name: '改名',
        shared: false,
        look: { filter: {}, sort: { by: 'due', descending: false }, columns: ['grade'] },
      },
    ],
  },
  'leads.deleteView': { 'an own one': ({ viewId }) => [STAFF.lin, { viewId }] },
  'leads.order': {
    today: ({ openId: leadId }) => [STAFF.lin, { leadId, ...order }],
    'of a lead that was asked to be lost': ({ askedId: leadId }) => [STAFF.lin, { leadId, ...order }],
  },
  'leads.deliver': { today: ({ dealId }) => [STAFF.lin, { dealId, deliveredOn: '2026-05-20' }] },
  'leads.cancelOrder': { 'and the lead is open': ({ dealId }) => [STAFF.lin, { dealId, reason: '贷款没批' }] },
  'leads.lose': {
    'asked for': ({ openId: leadId }) => [STAFF.lin, { leadId, ...loss }],
    'at a manager’s word': ({ openId: leadId }) => [STAFF.manager, { leadId, ...loss }],
    'after it was asked for': ({ askedId: leadId }) => [STAFF.manager, { leadId, ...loss }],
  },
  'leads.decideLoss': {
    confirmed: ({ requestId }) => [STAFF.manager, { requestId, decision: 'confirmed' }],
    refused: ({ requestId }) => [STAFF.manager, { requestId, decision: 'refused' }],
  },
  'leads.reopen': { 'a lost one': ({ lostId: leadId }) => [STAFF.lin, { leadId, reason: '又来电' }] },
  'followUps.log': {
    'by plan, and the next': ({ openId: leadId }) => [STAFF.lin, { leadId, ...followUp, nextDueOn: '2026-06-01' }],
    'without a plan': ({ nobodysId: leadId }) => [STAFF.manager, { leadId, ...followUp, nextDueOn: null }],
  },
  'followUps.plan': {
    moved: ({ openId: leadId }) => [STAFF.lin, { leadId, dueOn: '2026-06-03' }],
    new: ({ nobodysId: leadId }) => [STAFF.manager, { leadId, dueOn: '2026-06-03' }],
  },
  'followUps.review': {
    approved: ({ followUpId }) => [STAFF.manager, { followUpId, verdict: 'approved', note: '写得清楚' }],
  },
  'store.update': {
    'another name': () => [STAFF.owner, { ...showroom, name: '城西展厅', openWeekdays: [1, 2] }],
    'another time zone': () => [STAFF.owner, { ...showroom, timeZone: 'America/Los_Angeles' }],
  },
  'store.updateSlots': {
    'other letters and days': async (desk) => {
      const { slots } = await desk.as(STAFF.manager).call('store.get', {})
      const letters: Partial<Record<string, string>> = { A: 'H', B: 'A', C: 'B', D: 'C' }
      return [
        STAFF.manager,
        { slots: slots.map((slot) => ({ ...slot, label: letters[slot.slot] ?? '', cadenceDays: 3 })) },
      ]
    },
  },
  'people.save': {
    'somebody new': () => [STAFF.owner, { ...person, id: null, name: '新人' }],
    'somebody leaves': () => [STAFF.owner, { ...person, active: false }],
    'an owner, whose PIN ends with it': () => [STAFF.owner, { ...person, role: 'owner' }],
    'no longer an owner': () => [STAFF.owner, { ...person, id: SECOND_OWNER, name: '何太', role: 'manager' }],
  },
  'people.unlock': {
    'somebody who tried too often': () => [STAFF.owner, { staffId: SECOND_OWNER }],
  },
  'channels.save': {
    new: () => [STAFF.manager, { id: null, name: '抖音', group: 'outbound' }],
    'another name and group': () => [STAFF.manager, { id: CHANNELS.walkIn, name: '路过', group: 'outbound' }],
  },
  'channels.saveCosts': {
    'one more, one other, one no more': () => [
      STAFF.manager,
      {
        month: MONTH,
        costs: [
          { channelId: CHANNELS.walkIn, costFen: null },
          { channelId: CHANNELS.outbound, costFen: 5_000_000 },
        ],
      },
    ],
    'another amount': () => [STAFF.manager, { month: MONTH, costs: [{ channelId: CHANNELS.walkIn, costFen: 7 }] }],
  },
  'targets.save': {
    'other shares': () => [
      STAFF.manager,
      { month: MONTH, deals: 12, potential: null, people: [{ staffId: STAFF.lin, deals: 8 }] },
    ],
    none: () => [
      STAFF.manager,
      {
        month: MONTH,
        deals: null,
        potential: 5,
        people: [STAFF.lin, STAFF.wang].map((staffId) => ({ staffId, deals: null })),
      },
    ],
    'another month': () => [STAFF.manager, { month: '2026-06', deals: 3, potential: 800, people: [] }],
  },
  'doorCounts.save': {
    new: () => [STAFF.manager, { date: '2026-05-18', count: 12 }],
    other: () => [STAFF.manager, { date: '2026-05-19', count: 31 }],
    'taken away': () => [STAFF.manager, { date: '2026-05-19', count: null }],
  },
  'imports.deleteTemplate': { 'one that was kept': () => [STAFF.manager, { templateId: TEMPLATE }] },
  'thresholds.save': {
    'another limit': () => {
      const all = Object.entries(DEFAULT_THRESHOLDS).map(([key, { amberFrom, greenFrom }]) => [
        key,
        { amberFrom, greenFrom },
      ])
      const limits = { ...Object.fromEntries(all), infoCapture: { amberFrom: 0.1, greenFrom: 0.35 } }
      return [STAFF.manager, { limits } as InputOf<'thresholds.save'>]
    },
  },
  'rules.save': {
    'and grade anew': async (desk) => {
      const { alternatives, version } = await desk.as(STAFF.manager).call('rules.get', {})
      const [soon, ...rest] = alternatives.B
      const keener = { ...alternatives, A: [...alternatives.A, ...(soon === undefined ? [] : [soon])], B: rest }
      const { moved } = await desk.as(STAFF.manager).call('rules.preview', { alternatives: keener })
      return [STAFF.manager, { alternatives: keener, note: '都算急', basedOn: version, regrade: true, expected: moved }]
    },
  },
  'scripts.save': {
    new: () => [STAFF.manager, { id: null, ...script }],
    'no longer used': () => [STAFF.manager, { id: 'script', ...script, active: false }],
  },
  'scripts.addDefaults': { 'all that ship': () => [STAFF.manager, { language: 'zh' }] },
}
