import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import { median } from '../measures/median.ts'
import { ratio } from '../measures/ratio.ts'

const MINUTE_MS = 60_000

/** The upper ends, in minutes, of the steps in which the wait for a first owner is drawn. */
export const ASSIGNMENT_WAITS = [5, 15, 30, 60, 240, 1440] as const

export type LeadAllocation = {
  readonly created: number
  readonly unassigned: number
  readonly medianMinutes: number | null
  readonly withinResponse: number | null
  readonly openByStaff: Readonly<Record<string, number>>
  readonly balance: number | null
  readonly orphaned: number | null
  readonly idle: number
  readonly assignedInTime: number
  readonly firstAssigned: number
  readonly open: number
  readonly openUnassigned: number
  readonly idleByStaff: Readonly<Record<string, number>>
}

/** Control point 4: does every lead get somebody, soon, and nobody too many. */
export function leadAllocation(facts: Facts): LeadAllocation {
  const ofStore = facts.query.staffId === null
  const created = countOf(facts, 'leadAllocation.created')
  const assignedInTime = countOf(facts, 'leadAllocation.assignedInTime')
  const openByStaff = countBy(facts, 'leadAllocation.openByStaff')
  const medianMs = median(
    facts.sets.created.flatMap(({ assignedMs, count }) => (assignedMs === null ? [] : [{ value: assignedMs, count }])),
  )
  return {
    created,
    unassigned: countOf(facts, 'leadAllocation.unassigned'),
    medianMinutes: medianMs === null ? null : medianMs / MINUTE_MS,
    withinResponse: ratio(assignedInTime, created),
    openByStaff,
    balance: ofStore ? balanceOf(facts, openByStaff) : null,
    orphaned: ofStore ? countOf(facts, 'leadAllocation.orphaned') : null,
    idle: countOf(facts, 'leadAllocation.idle'),
    assignedInTime,
    firstAssigned: countOf(facts, 'leadAllocation.firstAssigned'),
    open: countOf(facts, 'leadAllocation.open'),
    openUnassigned: countOf(facts, 'leadAllocation.openUnassigned'),
    idleByStaff: countBy(facts, 'leadAllocation.idleByStaff'),
  }
}

/** max / mean of open leads over active salespeople, those without any included: 1 is even. */
function balanceOf(facts: Facts, openByStaff: Readonly<Record<string, number>>): number | null {
  const held = new Map(Object.entries(openByStaff))
  const loads = facts.staff
    .filter(({ role, active }) => role === 'salesperson' && active === 1)
    .map(({ id }) => held.get(id) ?? 0)
  const sum = loads.reduce((total, load) => total + load, 0)
  return sum === 0 ? null : Math.max(...loads) / (sum / loads.length)
}
