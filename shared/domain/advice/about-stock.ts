import { OPEN_BUCKETS } from '../../values/grade.ts'
import type { AdviceGround } from './advice.ts'
import { type Advice, say } from './advice-codes.ts'
import { greatest, nameOf } from './worst.ts'

/** Fewer moves than these tell no story. */
const NOTABLE_LEAK = 3
/** The fullest desk holds this many times the mean before it is said (balance of domain.md 5). */
const NOTABLE_BALANCE = 1.5
const IDLE_SHARE = 0.2

/** Control point 1: B leaking faster than it ripens, leads nobody graded, a stock too thin for the target. */
export function aboutCustomerTypes({ report }: AdviceGround): Advice {
  const { closing, moves, stockCoverage, stockValue } = report.customerTypes
  const open = OPEN_BUCKETS.reduce((sum, bucket) => sum + closing[bucket], 0)
  const move = (key: string) => moves[key] ?? 0
  const [down, lost] = [move('B>C') + move('B>D') + move('B>dormant'), move('B>lost')]
  const up = move('B>A')
  if (down + lost >= NOTABLE_LEAK && down + lost > up) {
    return say('customerTypes.leakFromB', { leaks: down + lost, down, lost, up })
  }
  if (open === 0) return say('customerTypes.noStock')
  if (closing.ungraded > 0) return say('customerTypes.ungraded', { count: closing.ungraded, open })
  const { remaining } = report.targetProgress
  if (remaining === null) return say('customerTypes.noTarget', { stockValue })
  if (stockCoverage !== null && stockCoverage < 1) return say('customerTypes.thinStock', { stockValue, remaining })
  return say('customerTypes.holding', { open, stockValue })
}

/** Control point 4: first whom nobody has, then whom somebody has and does not call, then who has too many. */
export function aboutLeadAllocation({ report, staff, thresholds }: AdviceGround): Advice {
  const figures = report.leadAllocation
  if (figures.created === 0 && figures.open === 0) return say('leadAllocation.noLeads')
  if (figures.openUnassigned > 0) return say('leadAllocation.unassigned', { count: figures.openUnassigned })
  if (figures.orphaned !== null && figures.orphaned > 0)
    return say('leadAllocation.orphaned', { count: figures.orphaned })
  const { withinResponse, created, assignedInTime } = figures
  if (withinResponse !== null && withinResponse < thresholds.leadAllocation.amberFrom) {
    return say('leadAllocation.slow', { late: created - assignedInTime, created })
  }
  const fullest = greatest(Object.entries(figures.openByStaff), ([, count]) => count)
  if (figures.balance !== null && figures.balance >= NOTABLE_BALANCE && fullest !== null) {
    const [id, count] = fullest
    return say('leadAllocation.unbalanced', { name: nameOf(staff, id), count, times: figures.balance })
  }
  const idlest = greatest(Object.entries(figures.idleByStaff), ([, count]) => count)
  if (figures.idle > figures.open * IDLE_SHARE && idlest !== null) {
    if (report.scope.staffId !== null) return say('leadAllocation.idleOwn', { idle: figures.idle, open: figures.open })
    const [id, count] = idlest
    return say('leadAllocation.idle', { idle: figures.idle, open: figures.open, name: nameOf(staff, id), count })
  }
  return say('leadAllocation.holding', { open: figures.open })
}

/** Control point 9: what every open day that is left has to bring. */
export function aboutTargetProgress({ report }: AdviceGround): Advice {
  const { target, actual, remaining, openDaysLeft } = report.targetProgress
  if (target === null || remaining === null) return say('targetProgress.noTarget')
  if (remaining === 0) return say('targetProgress.reached', { actual, target })
  if (openDaysLeft === 0) return say('targetProgress.short', { actual, target, remaining })
  return say('targetProgress.perDay', { remaining, days: openDaysLeft, perDay: remaining / openDaysLeft })
}
