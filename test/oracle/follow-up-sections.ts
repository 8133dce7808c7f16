import { daysBetween } from './calendar.ts'
import { isOpenBucket } from './lead-life.ts'
import { bucketOn } from './lead-sections.ts'
import { countEach, ratio } from './numbers.ts'
import { field, rowsOf } from './tables.ts'
import type { FollowUp, World } from './world.ts'

const DAY_MS = 24 * 60 * 60_000
const BURST_MS = 10 * 60_000

function isMine(world: World, one: FollowUp): boolean {
  return world.isPersonInScope(field(one.row, 'staff_id'))
}

/** "done = follow-ups done in the period" */
function doneInPeriod(world: World): readonly FollowUp[] {
  return world.followUps.filter((one) => isMine(world, one) && one.doneOn !== null && world.isInPeriod(one.doneOn))
}

export function followUpAuditOf(world: World) {
  const done = doneInPeriod(world)
  const reviewed = done.filter((one) => one.isReviewed)
  const approved = reviewed.filter((one) => field(one.row, 'review') === 'approved')
  return {
    done: done.length,
    reviewed: reviewed.length,
    approved: approved.length,
    coverage: ratio(reviewed.length, done.length),
    passRate: ratio(approved.length, reviewed.length),
    suspect: done.filter((one) => isSuspect(world, one)).length,
  }
}

/** "those of `done` that meet at least one rule, the rules looking at all follow-ups done by asOf" */
function isSuspect(world: World, one: FollowUp): boolean {
  const all = world.followUps.filter(
    (other) => other.doneAt !== null && field(other.row, 'staff_id') === field(one.row, 'staff_id'),
  )
  const doneAt = one.doneAt ?? 0
  const customer = rowsOf(world.tables, 'customers.csv').find(
    (row) => field(row, 'id') === field(one.life.row, 'customer_id'),
  )
  const method = field(one.row, 'method')
  return (
    isRepeatedNote(one, all) ||
    isInBurst(one, all) ||
    // "(c) trimmed note shorter than 6 code points (a missing one has 0)"
    [...noteOf(one)].length < 6 ||
    // "(d) logged_at - done_at > 24 hours"
    one.loggedAt - doneAt > DAY_MS ||
    // "(e) method call or sms and the customer has no phone"
    ((method === 'call' || method === 'sms') && (customer === undefined || field(customer, 'phone') === '')) ||
    // "(f) done_at before the lead's created_at"
    doneAt < one.life.createdAt
  )
}

/** "trimmed = as JavaScript's trim, full-width spaces and line breaks included" */
function noteOf(one: FollowUp): string {
  return field(one.row, 'note').trim()
}

/** "(a) same staff and same trimmed non-empty note, three or more whose done dates lie at most 30 days from first to last" */
function isRepeatedNote(one: FollowUp, all: readonly FollowUp[]): boolean {
  const note = noteOf(one)
  if (note === '') return false
  const dates = all.filter((other) => noteOf(other) === note).map((other) => other.doneOn ?? '')
  const mine = one.doneOn ?? ''
  // Every 30 days that begin with one of them and hold this one.
  return dates.some((first) => {
    const isInside = (date: string) => daysBetween(first, date) >= 0 && daysBetween(first, date) <= 30
    return isInside(mine) && dates.filter(isInside).length >= 3
  })
}

/** "(b) same staff, five or more whose logged_at lie at most 10 minutes from first to last" */
function isInBurst(one: FollowUp, all: readonly FollowUp[]): boolean {
  return all.some((first) => {
    const isInside = (at: number) => at >= first.loggedAt && at - first.loggedAt <= BURST_MS
    return isInside(one.loggedAt) && all.filter((other) => isInside(other.loggedAt)).length >= 5
  })
}

export function followUpWorkloadOf(world: World) {
  // "due = those dated in the period, less the void ones: not done by asOf and the lead not open at the end of that day"
  const due = world.followUps.filter((one) => {
    if (!isMine(world, one) || !world.isInPeriod(one.firstDueOn)) return false
    return one.doneOn !== null || isOpenBucket(bucketOn(world, one.life, one.firstDueOn))
  })
  const onTime = due.filter((one) => one.doneOn !== null && one.doneOn <= one.firstDueOn).length
  const late = due.filter((one) => one.doneOn !== null && one.doneOn > one.firstDueOn).length
  return {
    due: due.length,
    onTime,
    late,
    missed: due.length - onTime - late,
    compliance: ratio(onTime, due.length),
    doneByStaff: countEach(doneInPeriod(world).map((one) => field(one.row, 'staff_id'))),
  }
}
