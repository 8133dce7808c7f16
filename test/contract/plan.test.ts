import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'

const MONTH = '2026-05'

describe('channels', () => {
  it('are listed by group, and renamed without a second one appearing', async () => {
    const manager = testDesk().as(STAFF.manager)
    const { id } = await manager.call('channels.save', { id: null, name: ' 抖音 ', group: 'walk_in' })
    await manager.call('channels.save', { id: CHANNELS.outbound, name: '春季车展', group: 'outbound' })
    const { channels } = await manager.call('channels.list', {})
    expect(channels.map((channel) => channel.name)).toEqual(['自然到店', '抖音', '老客户介绍', '春季车展'])
    expect(channels[1]).toEqual({ id, name: '抖音', group: 'walk_in' })
  })

  it('have one name each, across groups; keeping one’s own is no clash', async () => {
    const manager = testDesk().as(STAFF.manager)
    const taken = await manager.refused('channels.save', { id: null, name: '车展', group: 'walk_in' })
    expect(taken).toMatchObject({ code: 'name_taken', params: { name: '车展' } })
    await manager.call('channels.save', { id: CHANNELS.outbound, name: '车展', group: 'walk_in' })
    expect((await manager.refused('channels.save', { id: 'nobody', name: '新', group: 'walk_in' })).code).toBe(
      'not_found',
    )
  })

  it('cost what was said of the month, nothing where nothing was said', async () => {
    const manager = testDesk().as(STAFF.manager)
    const costsOf = async (month: string) =>
      (await manager.call('channels.costs', { month })).costs.map((cost) => cost.costFen)
    const save = (costFen: number | null) =>
      manager.call('channels.saveCosts', { month: MONTH, costs: [{ channelId: CHANNELS.outbound, costFen }] })
    await save(1_200_050)
    expect(await costsOf(MONTH)).toEqual([null, null, 1_200_050])
    expect(await costsOf('2026-06')).toEqual([null, null, null])
    await save(0)
    expect(await costsOf(MONTH)).toEqual([null, null, 0])
    await save(null)
    expect(await costsOf(MONTH)).toEqual([null, null, null])
  })

  it('refuses a month’s costs as a whole when one line is wrong', async () => {
    const manager = testDesk().as(STAFF.manager)
    const good = { channelId: CHANNELS.walkIn, costFen: 100 }
    const unknown = await manager.refused('channels.saveCosts', {
      month: MONTH,
      costs: [good, { channelId: 'gone', costFen: 1 }],
    })
    const negative = await manager.refused('channels.saveCosts', {
      month: MONTH,
      costs: [good, { channelId: CHANNELS.outbound, costFen: -1 }],
    })
    expect(unknown.code).toBe('not_found')
    expect(negative.fields).toEqual([{ path: 'costs.1.costFen', code: 'not_money' }])
    const { costs } = await manager.call('channels.costs', { month: MONTH })
    expect(costs.map((cost) => cost.costFen)).toEqual([null, null, null])
  })
})

describe('targets', () => {
  const shares = (lin: number | null, wang: number | null) => [
    { staffId: STAFF.lin, deals: lin },
    { staffId: STAFF.wang, deals: wang },
  ]

  it('names everyone who sells, without a figure nobody has set', async () => {
    const answer = await testDesk().as(STAFF.lin).call('targets.get', { month: MONTH })
    expect(answer).toEqual({
      deals: null,
      potential: null,
      people: [
        { staffId: STAFF.lin, name: '林小雨', deals: null },
        { staffId: STAFF.wang, name: '王大力', deals: null },
      ],
    })
  })

  it('saves the store’s alone, then with shares, then takes all of it back', async () => {
    const manager = testDesk().as(STAFF.manager)
    const get = () => manager.call('targets.get', { month: MONTH })
    await manager.call('targets.save', { month: MONTH, deals: 30, potential: 400, people: [] })
    expect(await get()).toMatchObject({ deals: 30, potential: 400, people: [{ deals: null }, { deals: null }] })
    await manager.call('targets.save', { month: MONTH, deals: 31, potential: 400, people: shares(20, 11) })
    expect(await get()).toMatchObject({ deals: 31, people: [{ deals: 20 }, { deals: 11 }] })
    await manager.call('targets.save', { month: MONTH, deals: null, potential: null, people: shares(null, null) })
    expect(await get()).toMatchObject({ deals: null, potential: null, people: [{ deals: null }, { deals: null }] })
  })

  it.each([
    ['too much', 30, shares(20, 11), { sum: 31, deals: 30 }],
    ['too little', 30, shares(20, null), { sum: 20, deals: 30 }],
    ['shares of nothing', null, shares(1, 0), { sum: 1, deals: 0 }],
  ])('refuses shares that do not add up: %s', async (_, deals, people, params) => {
    const manager = testDesk().as(STAFF.manager)
    const refusal = await manager.refused('targets.save', { month: MONTH, deals, potential: null, people })
    expect(refusal).toMatchObject({ code: 'targets_unbalanced', params })
    expect((await manager.call('targets.get', { month: MONTH })).deals).toBeNull()
  })

  it('counts the share of somebody who has left and was not named', async () => {
    const { as } = testDesk()
    const owner = as(STAFF.owner)
    await owner.call('targets.save', { month: MONTH, deals: 30, potential: null, people: shares(20, 10) })
    await owner.call('people.save', {
      id: STAFF.wang,
      name: '王大力',
      role: 'salesperson',
      active: false,
      dailyCapacity: 10,
    })
    const alone = [{ staffId: STAFF.lin, deals: 30 }]
    const refusal = await owner.refused('targets.save', { month: MONTH, deals: 30, potential: null, people: alone })
    expect(refusal).toMatchObject({ code: 'targets_unbalanced', params: { sum: 40, deals: 30 } })
    const { people } = await owner.call('targets.get', { month: MONTH })
    expect(people.map((person) => person.staffId)).toEqual([STAFF.lin, STAFF.wang])
  })

  it.each([
    ['equal', [16, 15]],
    // Of the three months before, lin has two deals that stand and wang one; January, May and the cancelled one do not count.
    ['recent_deals', [21, 10]],
    ['capacity', [21, 10]],
  ] as const)('proposes shares that add up to the whole: %s', async (by, expected) => {
    const manager = testDesk({ fill: addDeals }).as(STAFF.manager)
    const { people } = await manager.call('targets.propose', { month: MONTH, deals: 31, by })
    expect(people.map((person) => person.deals)).toEqual(expected)
    expect((await manager.call('targets.get', { month: MONTH })).people[0]?.deals).toBeNull()
  })

  it('proposes nothing to those who do not sell or have left', async () => {
    const owner = testDesk().as(STAFF.owner)
    const wang = { id: STAFF.wang, name: '王大力', role: 'salesperson', active: false, dailyCapacity: 10 } as const
    await owner.call('people.save', wang)
    const { people } = await owner.call('targets.propose', { month: MONTH, deals: 7, by: 'recent_deals' })
    expect(people).toEqual([{ staffId: STAFF.lin, name: '林小雨', deals: 7 }])
    await owner.call('people.save', { ...wang, id: STAFF.lin, name: '林小雨' })
    expect(await owner.call('targets.propose', { month: MONTH, deals: 7, by: 'equal' })).toEqual({ people: [] })
  })
})

function addDeals(db: Db): void {
  const at = Date.parse('2025-12-01T10:00:00+08:00')
  db.prepare(`INSERT INTO customers (id, name, created_at) VALUES ('c', '赵先生', ?)`).run(at)
  db.prepare(
    `INSERT INTO leads (id, customer_id, channel_id, created_at, created_on) VALUES ('l', 'c', ?, ?, '2025-12-01')`,
  ).run(CHANNELS.walkIn, at)
  rewriteLeadHistory(db, ['l'])
  const insert = db.prepare(
    'INSERT INTO deals (id, lead_id, staff_id, ordered_on, cancelled_on) VALUES (?, ?, ?, ?, ?)',
  )
  insert.run('d1', 'l', STAFF.lin, '2026-02-01', null)
  insert.run('d2', 'l', STAFF.lin, '2026-04-30', null)
  insert.run('d3', 'l', STAFF.wang, '2026-03-15', null)
  insert.run('d4', 'l', STAFF.wang, '2026-03-16', '2026-03-20')
  insert.run('d5', 'l', STAFF.wang, '2026-01-31', null)
  insert.run('d6', 'l', STAFF.wang, '2026-05-01', null)
}

describe('door counts', () => {
  it('sets each day beside what was logged, with open days as the store keeps them', async () => {
    const { as, db } = testDesk({ openWeekdays: [1, 2, 3, 4, 5, 6] })
    const manager = as(STAFF.manager)
    const insert = db.prepare(
      `INSERT INTO visits (id, arrived_at, arrived_on, logged_at, channel_id, kind, purpose, first_visit, voided_at, void_reason)
       VALUES (?, 0, ?, 0, 'walk-in', ?, ?, 1, ?, ?)`,
    )
    insert.run('v1', '2026-05-02', 'showroom', 'purchase', null, null)
    insert.run('v2', '2026-05-02', 'showroom', 'other', null, null)
    insert.run('v3', '2026-05-02', 'phone', 'purchase', null, null)
    insert.run('v4', '2026-05-02', 'showroom', 'purchase', 1, 'twice')
    insert.run('v5', '2026-04-30', 'showroom', 'purchase', null, null)
    insert.run('v6', '2026-05-31', 'showroom', 'purchase', null, null)
    await manager.call('doorCounts.save', { date: '2026-05-02', count: 5 })
    await manager.call('doorCounts.save', { date: '2026-05-03', count: 0 })
    const { days } = await manager.call('doorCounts.month', { month: MONTH })
    expect(days).toHaveLength(31)
    expect(days.slice(0, 3)).toEqual([
      { date: '2026-05-01', isOpen: true, counted: null, logged: 0 },
      { date: '2026-05-02', isOpen: true, counted: 5, logged: 2 },
      { date: '2026-05-03', isOpen: false, counted: 0, logged: 0 },
    ])
    expect(days[30]).toEqual({ date: '2026-05-31', isOpen: false, counted: null, logged: 1 })
  })

  it('takes a count back, and takes none for a day that has not come', async () => {
    const manager = testDesk().as(STAFF.manager)
    await manager.call('doorCounts.save', { date: '2026-05-20', count: 9 })
    await manager.call('doorCounts.save', { date: '2026-05-20', count: 8 })
    const countOf20th = async () => (await manager.call('doorCounts.month', { month: MONTH })).days[19]?.counted
    expect(await countOf20th()).toBe(8)
    await manager.call('doorCounts.save', { date: '2026-05-20', count: null })
    expect(await countOf20th()).toBeNull()
    expect((await manager.refused('doorCounts.save', { date: '2026-05-21', count: 1 })).code).toBe('in_the_future')
  })
})
