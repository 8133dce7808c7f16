import { listStaff, type StaffMember } from '../../../db/repositories/staff.ts'
import {
  countStandingDeals,
  findPotential,
  findStoreTarget,
  personTargets,
  savePotential,
  saveTarget,
} from '../../../db/repositories/targets.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { type SplitMethod, splitToPeople } from '../../../shared/domain/targets/breakdown.ts'
import { addMonths, firstDayOf, lastDayOf, type Month } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'

/** Everyone who sells now, and whoever has a share of that month although they no longer do. */
export function readTargets(context: Context, input: ParsedInputOf<'targets.get'>): AnswerOf<'targets.get'> {
  const { db } = context
  const shares = personTargets(db, input.month)
  const people = listStaff(db)
    .filter((person) => sells(person) || shares.has(person.id))
    .map(({ id, name }) => ({ staffId: id, name, deals: shares.get(id) ?? null }))
  return { deals: findStoreTarget(db, input.month), potential: findPotential(db, input.month), people }
}

const RECENT_MONTHS = 3
const METHODS = { equal: 'equally', recent_deals: 'byRecentDeals', capacity: 'byCapacity' } as const satisfies Readonly<
  Record<ParsedInputOf<'targets.propose'>['by'], SplitMethod>
>

/** Recent deals are those ordered in the three months before the month and not cancelled since. Nobody sells: no shares. */
export function proposeTargets(context: Context, input: ParsedInputOf<'targets.propose'>): AnswerOf<'targets.propose'> {
  const { db } = context
  const people = listStaff(db).filter(sells)
  if (people.length === 0) return { people: [] }
  const before = (months: number): Month => addMonths(input.month, -months)
  const recent = countStandingDeals(db, firstDayOf(before(RECENT_MONTHS)), lastDayOf(before(1)))
  const weighed = people.map(({ id, dailyCapacity }) => ({ id, dailyCapacity, recentDeals: recent.get(id) ?? 0 }))
  const shares = splitToPeople(input.deals, weighed, METHODS[input.by])
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return { people: shares.map((share) => ({ ...share, name: nameOf.get(share.staffId) ?? '' })) }
}

function sells(person: StaffMember): boolean {
  return person.active && person.role === 'salesperson'
}

/**
 * The shares that stand after saving, those of people not named included, add up to the store's target or there are none: the
 * board compares the sum of people with the store.
 */
export function saveTargets(context: Context, input: ParsedInputOf<'targets.save'>): AnswerOf<'targets.save'> {
  const { db } = context
  const known = new Set(listStaff(db).map((person) => person.id))
  const shares = new Map<string, number | null>(personTargets(db, input.month))
  for (const { staffId, deals } of input.people) {
    if (!known.has(staffId)) throw new Refusal('not_found')
    shares.set(staffId, deals)
  }
  const given = [...shares.values()].filter((deals) => deals !== null)
  const sum = given.reduce((total, deals) => total + deals, 0)
  if (given.length > 0 && sum !== input.deals) {
    throw new Refusal('targets_unbalanced', { params: { sum, deals: input.deals ?? 0 } })
  }
  saveTarget(db, input.month, null, input.deals)
  for (const [staffId, deals] of shares) saveTarget(db, input.month, staffId, deals)
  savePotential(db, input.month, input.potential)
  return { done: true }
}
