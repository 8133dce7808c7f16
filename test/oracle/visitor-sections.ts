import { datesFromTo, datesOfMonth, monthsTouching, weekdayOf } from './calendar.ts'
import { cohortOf, funnelOf, receivedFirstVisits } from './cohort.ts'
import { ratio } from './numbers.ts'
import { field, numberOr, rowsOf } from './tables.ts'
import type { World } from './world.ts'

const GROUPS = ['walk_in', 'referral', 'outbound'] as const

/** "As in the funnel; byStaff by received_by (visits without one left out), byChannel by the visit's channel." */
export function infoCaptureOf(world: World) {
  const visits = receivedFirstVisits(world)
  const by = (column: string) => {
    const keys = new Set(visits.map(({ row }) => field(row, column)).filter((key) => key !== ''))
    const captures = [...keys].map((key) => {
      const theirs = visits.filter(({ row }) => field(row, column) === key)
      return [key, { N: theirs.length, captured: theirs.filter(({ life }) => life !== null).length }] as const
    })
    return Object.fromEntries(captures)
  }
  const { N, captured, K } = funnelOf(world)
  return { N, captured, K, byStaff: by('received_by'), byChannel: by('channel_id') }
}

export function isOpenDay(world: World, date: string): boolean {
  return (field(world.store, 'open_weekdays') || '1234567').includes(weekdayOf(date))
}

export function visitorRecordingOf(world: World) {
  const isPerson = world.query.staffId !== null
  const arrived = world.visits.filter(({ arrivedOn }) => world.isInPeriod(arrivedOn))
  // "counted = sum of the door counts dated in the period; logged = showroom visits, any purpose, that arrived on those
  // dates; both null without a door count; completeness = logged / counted" - "For a person these are null"
  const counts = rowsOf(world.tables, 'door_counts.csv').filter((row) => world.isInPeriod(field(row, 'date')))
  const countedDates = counts.map((row) => field(row, 'date'))
  const isCounted = counts.length > 0 && !isPerson
  const counted = isCounted ? counts.reduce((sum, row) => sum + Number(field(row, 'count')), 0) : null
  const onCountedDates = arrived.filter(
    ({ row, arrivedOn }) => field(row, 'kind') === 'showroom' && countedDates.includes(arrivedOn),
  )
  const logged = isCounted ? onCountedDates.length : null
  // "visits = all rows arrived in the period; lateEntries = those with logged_at - arrived_at > late_entry_minutes"
  const visits = arrived.filter(({ row }) => world.isPersonInScope(field(row, 'received_by')))
  const lateMs = numberOr(world.store, 'late_entry_minutes', 60) * 60_000
  const lateEntries = visits.filter((visit) => visit.loggedAt - visit.arrivedAt > lateMs).length
  // "open weekdays of the period on which no visit row of any kind arrived"
  const silent = datesFromTo(world.query.from, world.end).filter(
    (date) => isOpenDay(world, date) && !arrived.some(({ arrivedOn }) => arrivedOn === date),
  )
  return {
    logged,
    counted,
    completeness: ratio(logged, counted),
    lateEntries,
    visits: visits.length,
    lateShare: ratio(lateEntries, visits.length),
    openDaysWithoutEntry: isPerson ? null : silent.length,
  }
}

type Source = { N: number; captured: number; won: number; cost: number | null; grossProfit: number; roi: number | null }

export function leadSourcesOf(world: World) {
  // "Every channel and all three groups are listed."
  const channels = rowsOf(world.tables, 'channels.csv')
  const sources = channels.map((row) => ({ row, source: sourceOf(world, field(row, 'id')) }))
  const byGroup = GROUPS.map((group) => {
    // "A group is the sum of its channels, its cost null if one of theirs is; a group without channels has 0 everywhere"
    const sum: Source = { N: 0, captured: 0, won: 0, cost: 0, grossProfit: 0, roi: null }
    for (const { row, source } of sources) {
      if (field(row, 'group') !== group) continue
      sum.N += source.N
      sum.captured += source.captured
      sum.won += source.won
      sum.cost = sum.cost === null || source.cost === null ? null : sum.cost + source.cost
      sum.grossProfit += source.grossProfit
    }
    const cost = world.query.staffId === null ? sum.cost : null // "For a person these are null: ... cost, roi"
    return [group, { ...sum, cost, roi: roiOf(sum.grossProfit, cost) }] as const
  })
  return {
    byChannel: Object.fromEntries(sources.map(({ row, source }) => [field(row, 'id'), source])),
    byGroup: Object.fromEntries(byGroup),
  }
}

/** "roi = (grossProfit - cost) / cost, null when cost is null or 0" */
function roiOf(grossProfit: number, cost: number | null): number | null {
  return cost === null ? null : ratio(grossProfit - cost, cost)
}

function sourceOf(world: World, channelId: string): Source {
  const visits = receivedFirstVisits(world).filter(({ row }) => field(row, 'channel_id') === channelId)
  // "won = won cohort leads by the channel of their first visit"
  const won = cohortOf(world).filter(({ isWon, visit }) => isWon && field(visit.row, 'channel_id') === channelId)
  // "grossProfit = of deals ordered in the period, by the lead's channel, empty = 0"; a person's "by their staff"
  let grossProfit = 0
  for (const { row, life, orderedOn } of world.deals) {
    if (!world.isInPeriod(orderedOn) || !world.isPersonInScope(field(row, 'staff_id'))) continue
    if (field(life.row, 'channel_id') === channelId) grossProfit += numberOr(row, 'gross_profit', 0)
  }
  const cost = world.query.staffId === null ? costOf(world, channelId) : null
  const captured = visits.filter(({ life }) => life !== null).length
  return { N: visits.length, captured, won: won.length, cost, grossProfit, roi: roiOf(grossProfit, cost) }
}

/** "for each month that touches the period, its cost x days of the month inside the period / days of the month; null if one of those months has no row" */
function costOf(world: World, channelId: string): number | null {
  let cost = 0
  for (const month of monthsTouching(world.query.from, world.end)) {
    const row = rowsOf(world.tables, 'channel_costs.csv').find(
      (one) => field(one, 'channel_id') === channelId && field(one, 'month') === month,
    )
    if (row === undefined) return null
    const days = datesOfMonth(month)
    cost += (Number(field(row, 'cost')) * days.filter((date) => world.isInPeriod(date)).length) / days.length
  }
  return cost
}

export function targetProgressOf(world: World) {
  const { from, to } = world.query
  const target = targetOf(world, from, to)
  const expectedByNow = targetOf(world, from, world.end) // "the same with END in place of `to`"
  const actual = world.deals.filter(
    ({ row, orderedOn }) => world.isInPeriod(orderedOn) && world.isPersonInScope(field(row, 'staff_id')),
  ).length
  return {
    target,
    actual,
    expectedByNow,
    pace: ratio(actual, expectedByNow),
    remaining: target === null ? null : Math.max(0, target - actual),
  }
}

/** "sum over the months that touch from..to of the month's row (the store's, or the person's) x its open days inside from..to / its open days; null if one of them has no row" */
function targetOf(world: World, from: string, to: string): number | null {
  let target = 0
  for (const month of monthsTouching(from, to)) {
    const row = rowsOf(world.tables, 'targets.csv').find(
      (one) => field(one, 'month') === month && field(one, 'staff_id') === (world.query.staffId ?? ''),
    )
    if (row === undefined) return null
    const openDays = datesOfMonth(month).filter((date) => isOpenDay(world, date))
    const inside = openDays.filter((date) => from <= date && date <= to)
    target += (Number(field(row, 'deals')) * inside.length) / openDays.length
  }
  return target
}
