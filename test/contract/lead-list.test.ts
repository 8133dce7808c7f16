import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/contract.ts'
import { LEAD_SORTS } from '../../shared/values/lead-look.ts'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// One lead for every way a filter can tell leads apart, on the 20th of May 2026, a Wednesday.

const desk = testDesk({ at: '2026-03-02T10:00:00+08:00' })
const { as, setClock } = desk
const [lin, manager] = [as(STAFF.lin), as(STAFF.manager)]

async function lead(name: string, extra: object = {}, dueOn: string | null = null): Promise<string> {
  const contact = { ...someone, name, phone: null, wechat: `wx${name}`, model: null, ...extra }
  const { leadId } = await lin.call('visits.log', { ...anonymous, contact })
  if (leadId === null) throw new Error('no lead')
  if (dueOn !== null) await lin.call('followUps.plan', { leadId, dueOn })
  return leadId
}

const screen = (leadId: string, facts: object) =>
  lin.call('leads.screen', { leadId, version: 1, facts: { ...noFacts, ...facts }, override: null })

const silent = await lead('静')
setClock('2026-05-10T10:00:00+08:00')
const decided = await lead('决', { model: '凯美瑞 2.5L' }, '2026-05-20')
await screen(decided, { stage: 'decision', model: '凯美瑞 2.5L' })
const wanting = await lead('欲', {}, '2026-05-26')
await screen(wanting, { stage: 'desire' })
const lost = await lead('败')
await manager.call('leads.lose', { leadId: lost, reason: 'price', competitor: null, note: null })
const won = await lead('成')
const order = { orderedOn: '2026-05-10', model: null, priceFen: null, grossProfitFen: null }
await lin.call('leads.order', { ...order, leadId: won })
setClock('2026-05-20T10:00:00+08:00')
const fromFair = await manager.call('visits.log', {
  ...anonymous,
  channelId: CHANNELS.outbound,
  receivedBy: null,
  contact: { ...someone, name: '展' },
})
await manager.call('leads.assign', { leadIds: [wanting], staffId: STAFF.wang, reason: '休假' })

type Filter = InputOf<'leads.list'>['filter']
const names = async (filter: Filter, staffId: string = STAFF.manager) => {
  const { rows, total } = await as(staffId).call('leads.list', { filter, limit: 50, offset: 0 })
  expect(rows).toHaveLength(total)
  return rows.map(({ customerName }) => customerName).toSorted()
}

describe('the list of leads', () => {
  it('holds what it is tested with', () => {
    expect(new Set([silent, decided, wanting, lost, won, fromFair.leadId]).size).toBe(6)
  })

  it.each<readonly [what: string, filter: Filter, found: string]>([
    ['all', {}, '静决欲败成展'],
    ['open ones', { statuses: ['open'] }, '静决欲展'],
    ['closed ones', { statuses: ['won', 'lost'] }, '败成'],
    ['a grade', { grades: ['A'] }, '决'],
    ['grades', { grades: ['A', 'B'] }, '决欲'],
    ['ungraded ones', { grades: ['ungraded'] }, '静展'],
    ['a stage', { stages: ['desire'] }, '欲'],
    ['what nobody has asked', { stages: ['unknown'], statuses: ['open'] }, '静展'],
    ['a person’s', { who: STAFF.wang }, '欲'],
    ['nobody’s', { who: 'nobody' }, '展'],
    ['a person’s whom nobody knows', { who: 'x' }, ''],
    ['a channel', { channels: [CHANNELS.outbound] }, '展'],
    ['two channels', { channels: [CHANNELS.outbound, CHANNELS.walkIn] }, '静决欲败成展'],
    ['created from a day', { createdFrom: '2026-05-20' }, '展'],
    ['created until a day', { createdTo: '2026-03-02' }, '静'],
    ['created between two days', { createdFrom: '2026-03-03', createdTo: '2026-05-10' }, '决欲败成'],
    ['overdue', { due: 'overdue' }, '静'],
    ['due today', { due: 'today' }, '决'],
    ['due within the week', { due: 'week' }, '决欲'],
    ['open and without a date', { due: 'none' }, '展'],
    ['silent for over 9 days', { silent: 9, statuses: ['open'] }, '静决'],
    ['silent for over 10 days', { silent: 10, statuses: ['open'] }, '静'],
    // A every 2 days, B every 7; the handover is what has happened to 欲 last.
    ['silent for longer than the rhythm', { silent: 'cadence' }, '静决'],
    ['a model', { model: '凯美' }, '决'],
    ['a batch nobody has imported', { batchId: 'b' }, ''],
    ['several things at once', { statuses: ['open'], who: STAFF.lin, due: 'overdue', text: 'jing' }, '静'],
  ])('by %s', async (_what, filter, found) => {
    expect(await names(filter)).toEqual([...found].toSorted())
  })

  it('means whoever asks by "mine"', async () => {
    expect(await names({ who: 'mine', statuses: ['open'] }, STAFF.lin)).toEqual(['决', '静'])
    expect(await names({ who: 'mine' }, STAFF.wang)).toEqual(['欲'])
  })

  it('shows a colleague’s contact masked', async () => {
    const { rows } = await as(STAFF.wang).call('leads.list', { filter: {}, limit: 50, offset: 0 })
    const contacts = rows.map(({ customerName, phone, wechat, isMine }) => [customerName, phone, wechat, isMine])
    expect(contacts).toContainEqual(['静', null, 'w****', false])
    expect(contacts).toContainEqual(['欲', null, 'wx欲', true])
    expect(contacts).toContainEqual(['展', '139****9000', null, false])
  })

  it.each(LEAD_SORTS.flatMap((by) => [false, true].map((descending) => [by, descending] as const)))(
    'by %s (descending: %s) is the same row for row, whatever the window',
    async (by, descending) => {
      const input = { filter: {}, sort: { by, descending } }
      const whole = await manager.call('leads.list', { ...input, limit: 50, offset: 0 })
      const windows = await Promise.all(
        whole.rows.map((_, offset) => manager.call('leads.list', { ...input, limit: 1, offset })),
      )
      expect(windows.flatMap(({ rows }) => rows)).toEqual(whole.rows)
      expect(whole.rows).toHaveLength(6)
    },
  )

  it.each<readonly [by: (typeof LEAD_SORTS)[number], first: string]>([
    ['due', '静'],
    ['created', '静'],
    ['silence', '静'],
    ['grade', '决'],
    ['name', '败'],
  ])('by %s begins with %s', async (by, first) => {
    const [row] = (
      await manager.call('leads.list', { filter: {}, sort: { by, descending: false }, limit: 1, offset: 0 })
    ).rows
    expect(row?.customerName).toBe(first)
  })

  it('by owner puts nobody’s last', async () => {
    const input = { filter: {}, sort: { by: 'owner', descending: false }, limit: 50, offset: 0 } as const
    const owners = (await manager.call('leads.list', input)).rows.map(({ ownerName }) => ownerName)
    expect(owners).toEqual(['林小雨', '林小雨', '林小雨', '林小雨', '王大力', null])
    for (const descending of [false, true]) {
      const sort = { by: 'owner', descending } as const
      const { rows: all } = await manager.call('leads.list', { ...input, sort })
      expect(all.map(({ ownerName }) => ownerName)).toEqual(descending ? owners.toReversed() : owners)
      for (const [offset, limit] of [
        [0, 1],
        [3, 2],
        [3, 3],
        [4, 2],
        [5, 50],
        [6, 50],
      ] as const) {
        const { total, rows } = await manager.call('leads.list', { filter: {}, sort, limit, offset })
        expect({ total, rows }).toEqual({ total: all.length, rows: all.slice(offset, offset + limit) })
      }
    }
  })
})
