import { daysBetween } from './calendar.ts'
import { cohortOf, funnelOf } from './cohort.ts'
import { bucketAt, cohortGrade, isOpenBucket, type Life } from './lead-life.ts'
import { countEach, median, ratio, wilson } from './numbers.ts'
import { field, numberOr, rowsOf } from './tables.ts'
import { targetProgressOf } from './visitor-sections.ts'
import type { World } from './world.ts'

const GRADES = ['A', 'B', 'C', 'D'] as const
const MIX_GRADES = ['A', 'B', 'C'] as const
const OPEN_BUCKETS = [...GRADES, 'ungraded'] as const
const DEFAULT_CADENCE: Readonly<Record<string, number>> = { A: 2, B: 7, C: 15, D: 90, ungraded: 2 }

function leadsInScope(world: World): readonly Life[] {
  return world.lives.filter((life) => world.isLeadInScope(life))
}

function numberPer<Key extends string>(keys: readonly Key[], answer: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, answer(key)])) as Record<Key, number>
}

function ratioPer<Key extends string>(keys: readonly Key[], answer: (key: Key) => number | null) {
  return Object.fromEntries(keys.map((key) => [key, answer(key)])) as Record<Key, number | null>
}

export function customerTypesOf(world: World) {
  const leads = leadsInScope(world)
  const members = cohortOf(world)
  // "opening = buckets at the end of the day before `from`, closing = at the end of END"
  const stock = (date: string) =>
    numberPer(OPEN_BUCKETS, (bucket) => leads.filter((life) => bucketOn(world, life, date) === bucket).length)
  const opening = stock(world.dayBefore)
  const closing = stock(world.end)
  // "moves = every change of bucket dated in the period, non-zero pairs"
  const moved = leads.flatMap((life) => life.moves).filter((move) => world.isInPeriod(world.dateOf(move.at)))
  const moves = countEach(moved.map((move) => `${move.from}>${move.to}`))
  // "closingRate_g = won / worked and yield_g = won / owned, over the cohort leads of cohort grade g"
  const ofGrade = (grade: string) => members.filter(({ life }) => cohortGrade(life) === grade)
  const wonOf = (grade: string) => ofGrade(grade).filter((member) => member.isWon).length
  const workedOf = (grade: string) => ofGrade(grade).filter((member) => member.isWorked).length
  const yields = ratioPer(GRADES, (grade) => ratio(wonOf(grade), ofGrade(grade).length))
  // "captureMix = cohort by origin, over those with origin A, B or C"
  const captures = (origin: string) => members.filter(({ life }) => life.origin === origin).length
  const capturedGraded = captures('A') + captures('B') + captures('C')
  // "stockCoverage = sum over A..D of closing_g x yield_g (null counts 0) / remaining; null when remaining is 0 or null"
  const expected = GRADES.reduce((sum, grade) => sum + closing[grade] * (yields[grade] ?? 0), 0)
  return {
    opening,
    closing,
    moves,
    mix: ratioPer(MIX_GRADES, (grade) => ratio(closing[grade], closing.A + closing.B + closing.C)),
    captureMix: ratioPer(MIX_GRADES, (grade) => ratio(captures(grade), capturedGraded)),
    closingRate: ratioPer(GRADES, (grade) => ratio(wonOf(grade), workedOf(grade))),
    yield: yields,
    // "salesByOrigin = won cohort leads by origin"
    salesByOrigin: numberPer(
      OPEN_BUCKETS,
      (origin) => members.filter(({ life, isWon }) => isWon && life.origin === origin).length,
    ),
    stockCoverage: ratio(expected, targetProgressOf(world).remaining),
  }
}

/** Bucket at the end of a day of the store. */
export function bucketOn(world: World, life: Life, date: string): string {
  return bucketAt(life, (at) => world.dateOf(at) <= date)
}

export function leadAllocationOf(world: World) {
  const leads = leadsInScope(world)
  const created = leads.filter((life) => world.isInPeriod(world.dateOf(life.createdAt)))
  const minutes: number[] = []
  for (const life of created) {
    if (life.firstAssignedAt !== null) minutes.push((life.firstAssignedAt - life.createdAt) / 60_000)
  }
  const responseMinutes = numberOr(world.store, 'response_minutes', 30)
  const open = leads.filter((life) => isOpenBucket(bucketOn(world, life, world.query.asOf)))
  const openByStaff = countEach(open.map((life) => life.owner).filter((owner) => owner !== ''))
  const isPerson = world.query.staffId !== null
  // "orphaned = open leads whose owner is not active"
  const inactive = rowsOf(world.tables, 'staff.csv').filter((row) => field(row, 'active') === 'false')
  const isInactive = (id: string) => inactive.some((row) => field(row, 'id') === id)
  return {
    created: created.length,
    unassigned: created.filter((life) => life.owner === '').length,
    medianMinutes: median(minutes),
    withinResponse: ratio(minutes.filter((value) => value <= responseMinutes).length, created.length),
    openByStaff,
    balance: isPerson ? null : balanceOf(world, open),
    orphaned: isPerson ? null : open.filter((life) => isInactive(life.owner)).length,
    idle: open.filter((life) => isIdle(world, life)).length,
  }
}

/** "balance = max / mean of these over active salespeople, zeros included; null if the mean is 0" */
function balanceOf(world: World, open: readonly Life[]): number | null {
  const loads = rowsOf(world.tables, 'staff.csv')
    .filter((row) => field(row, 'role') === 'salesperson' && field(row, 'active') === 'true')
    .map((row) => open.filter((life) => life.owner === field(row, 'id')).length)
  if (loads.length === 0) return null
  return ratio(Math.max(...loads), loads.reduce((sum, load) => sum + load, 0) / loads.length)
}

/** "asOf - d > 2 x cadence days of the store's scheme ..., d = date of the last done follow-up by asOf, else of the first assignment, else of creation" */
function isIdle(world: World, life: Life): boolean {
  const done: number[] = []
  for (const one of world.followUps) if (one.life === life && one.doneAt !== null) done.push(one.doneAt)
  const since = done.length > 0 ? Math.max(...done) : (life.firstAssignedAt ?? life.createdAt)
  const slot = rowsOf(world.tables, 'grade_slots.csv').find((row) => field(row, 'slot') === life.grade)
  const cadence = slot === undefined ? (DEFAULT_CADENCE[life.grade] ?? 0) : Number(field(slot, 'cadence_days'))
  return daysBetween(world.dateOf(since), world.query.asOf) > 2 * cadence
}

export function sellingSkillOf(world: World) {
  const { C, owned, worked, won } = funnelOf(world)
  const members = cohortOf(world)
  // "testDriveRate = worked cohort leads with a done test_drive by asOf / worked"
  const driven = members.filter(
    ({ life, isWorked }) =>
      isWorked &&
      world.followUps.some(
        (one) => one.life === life && one.doneAt !== null && field(one.row, 'method') === 'test_drive',
      ),
  )
  // "beBackRate = cohort leads with a later showroom visit of purpose purchase, first_visit false, by asOf / owned"
  const back = members.filter(({ life, visit }) =>
    world.visits.some(
      (one) =>
        one.life === life &&
        one.arrivedAt > visit.arrivedAt &&
        field(one.row, 'kind') === 'showroom' &&
        field(one.row, 'purpose') === 'purchase' &&
        field(one.row, 'first_visit') === 'false',
    ),
  )
  // "days from created date to the date of that last event which made it won, median over the won cohort"
  const days: number[] = []
  for (const { life } of members) {
    if (life.wonAt !== null) days.push(daysBetween(world.dateOf(life.createdAt), world.dateOf(life.wonAt)))
  }
  // "events in the period that made a lead in scope lost, by reason ("" for none)"
  const losses = leadsInScope(world).flatMap((life) =>
    life.moves.filter((move) => move.to === 'lost' && world.isInPeriod(world.dateOf(move.at))),
  )
  return {
    C,
    interval: wilson(won, worked),
    testDriveRate: ratio(driven.length, worked),
    beBackRate: ratio(back.length, owned),
    medianDaysToDeal: median(days),
    lossReasons: countEach(losses.map((move) => move.reason)),
  }
}
