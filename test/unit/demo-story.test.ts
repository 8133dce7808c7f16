import { describe, expect, it } from 'vitest'
import { daysApart, demoRows, groupBy, isFirstVisit, type Row } from './demo-rows.ts'

const share = (rows: readonly Row[], test: (row: Row) => boolean) => rows.filter(test).length / rows.length

describe.each([
  [9, '2026-11-22'],
  [9, '2026-06-18'],
  [3, '2027-02-27'],
])('the story of seed %i on %s', (seed, today) => {
  const { rows } = demoRows(seed, today)
  const within = (days: number, column: string) => (row: Row) =>
    row[column] !== '' && daysApart(row[column] ?? '', today) < days
  const followUps = rows('follow_ups')
  const done = followUps.filter(({ done_at }) => done_at !== '')
  const statuses = new Map(
    rows('lead_events')
      .filter((e) => e.kind === 'status')
      .map((e) => [e.lead_id, e.value]),
  )
  const owners = new Map(
    rows('lead_events')
      .filter((e) => e.kind === 'owner')
      .map((e) => [e.lead_id, e.value]),
  )
  const open = rows('leads').filter(({ id }) => (statuses.get(id) ?? 'open') === 'open')

  it('one person gets a contact half as often as the others', () => {
    const visits = rows('visits').filter((row) => isFirstVisit(row) && within(90, 'arrived_at')(row))
    const rates = new Map(
      [...groupBy(visits, 'received_by')].map(([id, own]) => [id, share(own, (v) => v.lead_id !== '')]),
    )
    expect(rates.get('s2')).toBeLessThan(0.26)
    for (const id of ['s1', 's3', 's4', 's5']) expect(rates.get(id)).toBeGreaterThan(0.35)
  })

  it('B leads trickle away without a single contact, far more than before', () => {
    const contacted = groupBy(done, 'lead_id')
    const grade = new Map<string, string>()
    const leaks = rows('lead_events').filter(({ lead_id = '', kind, value = '', at = '' }) => {
      if (kind === 'grade') grade.set(lead_id, value)
      const left = kind === 'status' && (value === 'lost' || value === 'dormant') && grade.get(lead_id) === 'B'
      return left && !(contacted.get(lead_id) ?? []).some(({ done_at = '' }) => done_at < at)
    })
    const recent = leaks.filter(within(62, 'at')).length
    const before = leaks.filter(within(186, 'at')).length - recent
    expect(recent).toBeGreaterThan(20)
    expect(recent).toBeGreaterThan(1.8 * (before / 2))
  })

  it('one source costs many times what it brings, the others pay', () => {
    const channelOf = new Map(rows('leads').map(({ id, channel_id }) => [id, channel_id]))
    const month = new Date(Date.parse(today) - 95 * 86_400_000).toISOString().slice(0, 7)
    const recent = (text = '') => text.slice(0, 7) > month && text.slice(0, 7) < today.slice(0, 7)
    for (const { id } of rows('channels')) {
      const costs = rows('channel_costs').filter((row) => row.channel_id === id && recent(row.month))
      const deals = rows('deals').filter((row) => channelOf.get(row.lead_id) === id && recent(row.ordered_on))
      const cost = costs.reduce((sum, row) => sum + Number(row.cost), 0)
      const profit = deals.reduce((sum, row) => sum + Number(row.gross_profit), 0)
      if (id === 'c6') expect((profit - cost) / cost).toBeLessThan(-0.5)
      else expect(profit).toBeGreaterThan(cost)
    }
  })

  it('one person writes the same few sentences, in bursts, days later', () => {
    const recent = done.filter(within(90, 'done_at'))
    for (const [id, own] of groupBy(recent, 'staff_id')) {
      const distinct = new Set(own.map(({ note }) => note)).size / own.length
      const late = share(own, (row) => Date.parse(row.logged_at ?? '') - Date.parse(row.done_at ?? '') > 86_400_000)
      const times = own.map(({ logged_at }) => Date.parse(logged_at ?? '')).sort((a, b) => a - b)
      const bursts = times.filter((at, n) => (times[n + 4] ?? Infinity) - at <= 600_000).length
      if (id === 's3') {
        expect(distinct).toBeLessThan(0.35)
        expect(late).toBeGreaterThan(0.25)
        expect(bursts).toBeGreaterThan(10)
      } else {
        expect(distinct).toBeGreaterThan(0.88)
        expect(late).toBeLessThan(0.06)
        expect(bursts).toBe(0)
      }
    }
  })

  it('one person holds far more leads than anybody else, and many lie idle', () => {
    const touched = new Set(done.filter(within(35, 'done_at')).map(({ lead_id }) => lead_id))
    const counts = new Map(
      [...Map.groupBy(open, ({ id }) => owners.get(id) ?? '')].map(([id, own]) => [id, own.length]),
    )
    const idle = open.filter(({ id, created_at = '' }) => !touched.has(id) && daysApart(created_at, today) > 35)
    const idleOf = (owner: string) => idle.filter(({ id }) => owners.get(id) === owner).length
    for (const other of ['s1', 's2', 's3', 's5']) {
      expect(counts.get('s4')).toBeGreaterThan(1.6 * (counts.get(other) ?? 0))
      expect(idleOf('s4')).toBeGreaterThan(1.5 * idleOf(other))
    }
  })

  it('hardly anything is reviewed this month, more was before', () => {
    const thisMonth = (row: Row) => row.done_at?.slice(0, 7) === today.slice(0, 7)
    expect(share(done.filter(thisMonth), ({ review }) => review !== '')).toBeLessThan(0.1)
    expect(
      share(
        done.filter((row) => !thisMonth(row)),
        ({ review }) => review !== '',
      ),
    ).toBeGreaterThan(0.25)
  })

  it('leaves work for today', () => {
    const openIds = new Set(open.map(({ id }) => id))
    const planned = followUps.filter(({ done_at, lead_id }) => done_at === '' && openIds.has(lead_id))
    const people = (rowsOf: readonly Row[]) => new Set(rowsOf.map(({ staff_id }) => staff_id)).size
    const plannedIds = new Set(planned.map(({ lead_id }) => lead_id))
    const todaysVisits = rows('visits').filter((row) => isFirstVisit(row) && within(1, 'arrived_at')(row))
    expect(people(planned.filter(({ due_on = '' }) => due_on < today))).toBeGreaterThan(3)
    expect(people(planned.filter(({ due_on }) => due_on === today))).toBeGreaterThan(1)
    expect(open.filter(({ id }) => owners.has(id) && !plannedIds.has(id)).length).toBeGreaterThan(5)
    expect(open.filter(({ id }) => !owners.has(id)).length).toBeGreaterThan(1)
    expect(open.filter(within(1, 'created_at')).length).toBeGreaterThan(1)
    expect(todaysVisits.filter(({ lead_id }) => lead_id === '').length).toBeGreaterThan(1)
    expect(done.filter((row) => within(7, 'done_at')(row) && row.review === '').length).toBeGreaterThan(10)
  })
})
