import type { Grade } from '../../values/grade.ts'
import { wilson } from '../measures/wilson.ts'
import type { AdviceGround } from './advice.ts'
import { type Advice, say } from './advice-codes.ts'
import { greatest, nameOf } from './worst.ts'

/** Below this many worked leads a closing rate says little, and the sentence says so. */
const MIN_WORKED = 20
/** Records that raise a question before a person is named. */
const MIN_SUSPECT = 3
const NOTABLE_LOSS = 3

/** Control point 5: with whom to sit down over which records. A question to ask, never an accusation (domain.md 5). */
export function aboutFollowUpAudit({ report, staff, thresholds }: AdviceGround): Advice {
  const { done, reviewed, coverage, byStaff } = report.followUpAudit
  if (done === 0) return say('followUpAudit.noneDone')
  const asked = greatest(Object.entries(byStaff), ([, count]) => count.suspect)
  if (asked !== null && asked[1].suspect >= MIN_SUSPECT) {
    const [id, count] = asked
    return say('followUpAudit.askAbout', { name: nameOf(staff, id), count: count.suspect, done: count.done })
  }
  const { greenFrom } = thresholds.followUpAudit
  if (coverage !== null && coverage < greenFrom) {
    return say('followUpAudit.reviewMore', {
      reviewed,
      done,
      more: Math.ceil(greenFrom * done) - reviewed,
      rate: greenFrom,
    })
  }
  return say('followUpAudit.holding', { reviewed, done })
}

/** Control point 6: whose promises were not kept, else who was captured and never called. */
export function aboutFollowUpWorkload({ report, staff }: AdviceGround): Advice {
  const { due, late, missed, byStaff } = report.followUpWorkload
  const { owned, worked } = report.funnel
  if (due === 0 && owned === 0) return say('followUpWorkload.nothingDue')
  const behind = greatest(Object.entries(byStaff), ([, count]) => count.missed)
  if (missed > 0 && report.scope.staffId !== null) return say('followUpWorkload.missedOwn', { missed, due })
  if (behind !== null) {
    const [id, count] = behind
    return say('followUpWorkload.missed', { name: nameOf(staff, id), count: count.missed, due: count.due, missed })
  }
  if (worked < owned) return say('followUpWorkload.unworked', { count: owned - worked, owned })
  if (late > 0) return say('followUpWorkload.late', { count: late, due })
  return say('followUpWorkload.holding', { due })
}

/** Control point 7: the person or grade that closes worse than its like; a small sample says that it is one. */
export function aboutSellingSkill({ report, staff }: AdviceGround): Advice {
  const { worked, won, C } = report.funnel
  const { interval, lossReasons } = report.sellingSkill
  if (C === null || interval === null) return say('sellingSkill.noneWorked')
  if (worked < MIN_WORKED) {
    return say('sellingSkill.smallSample', { won, worked, lowRate: interval[0], highRate: interval[1] })
  }
  const person = weakestPerson(report, C)
  if (person !== null)
    return say('sellingSkill.personBehind', { ...person, name: nameOf(staff, person.name), storeRate: C })
  const grade = invertedGrade(report)
  if (grade !== null) return say('sellingSkill.gradeBehind', grade)
  const reason = greatest(Object.entries(lossReasons), ([, count]) => count)
  if (reason !== null && reason[0] !== '' && reason[1] >= NOTABLE_LOSS) {
    const lost = Object.values(lossReasons).reduce((sum, count) => sum + count, 0)
    return say('sellingSkill.lossReason', { reason: reason[0], count: reason[1], lost })
  }
  return say('sellingSkill.holding', { won, worked, rate: C })
}

/** Whose whole 95% interval lies below the store's rate: less would be chance. */
function weakestPerson(report: AdviceGround['report'], C: number) {
  const rates = Object.entries(report.sellingSkill.byStaff).flatMap(([name, { worked, won }]) => {
    const high = wilson(won, worked)?.[1]
    return high === undefined || worked < MIN_WORKED || high >= C ? [] : [{ name, worked, won, rate: won / worked }]
  })
  return greatest(rates, ({ rate }) => C - rate)
}

/** A warmer grade that closes worse than the next colder one: it is graded too high or handled too slowly. */
function invertedGrade(report: AdviceGround['report']) {
  const { workedByGrade, wonByGrade, closingRate } = report.customerTypes
  for (const [warm, cold] of [
    ['A', 'B'],
    ['B', 'C'],
  ] as const satisfies readonly (readonly [Grade, Grade])[]) {
    const [rate, coldRate] = [closingRate[warm], closingRate[cold]]
    const isEnough = workedByGrade[warm] >= MIN_WORKED / 2 && workedByGrade[cold] >= MIN_WORKED / 2
    if (isEnough && rate !== null && coldRate !== null && rate < coldRate) {
      return {
        grade: warm,
        rate,
        won: wonByGrade[warm],
        worked: workedByGrade[warm],
        otherGrade: cold,
        otherRate: coldRate,
      }
    }
  }
  return null
}
