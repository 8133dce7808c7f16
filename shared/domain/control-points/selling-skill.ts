import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import type { Funnel } from '../funnel.ts'
import { median } from '../measures/median.ts'
import { ratio } from '../measures/ratio.ts'
import { type Interval, wilson } from '../measures/wilson.ts'

export type SkillCount = { readonly owned: number; readonly worked: number; readonly won: number }
export type SellingSkill = {
  readonly C: number | null
  readonly interval: Interval | null
  readonly testDriveRate: number | null
  readonly beBackRate: number | null
  readonly medianDaysToDeal: number | null
  readonly lossReasons: Readonly<Record<string, number>>
  readonly testDrives: number
  readonly beBacks: number
  /** By the owner at asOf; leads nobody owns are nobody's. */
  readonly byStaff: Readonly<Record<string, SkillCount>>
}

/** Control point 7: of those worked, how many buy. Over leads, each counted once (domain.md 4, traps). */
export function sellingSkill(facts: Facts, funnel: Funnel): SellingSkill {
  const testDrives = countOf(facts, 'sellingSkill.testDrives')
  const beBacks = countOf(facts, 'sellingSkill.beBacks')
  const days = facts.sets.cohort.flatMap(({ daysToDeal, count }) =>
    daysToDeal === null ? [] : [{ value: daysToDeal, count }],
  )
  return {
    C: funnel.C,
    interval: wilson(funnel.won, funnel.worked),
    testDriveRate: ratio(testDrives, funnel.worked),
    beBackRate: ratio(beBacks, funnel.owned),
    medianDaysToDeal: median(days),
    lossReasons: countBy(facts, 'sellingSkill.lossReasons'),
    testDrives,
    beBacks,
    byStaff: skillByStaff(facts),
  }
}

function skillByStaff(facts: Facts): Record<string, SkillCount> {
  const worked = new Map(Object.entries(countBy(facts, 'sellingSkill.byStaff.worked')))
  const won = new Map(Object.entries(countBy(facts, 'sellingSkill.byStaff.won')))
  return Object.fromEntries(
    Object.entries(countBy(facts, 'sellingSkill.byStaff.owned')).map(([id, owned]) => [
      id,
      { owned, worked: worked.get(id) ?? 0, won: won.get(id) ?? 0 },
    ]),
  )
}
