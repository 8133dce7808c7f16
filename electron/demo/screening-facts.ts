import type { Grade } from '../../shared/values/grade.ts'
import type { LeadFacts } from './books.ts'
import type { Model } from './line-up.ts'
import { COMPETITORS } from './line-up.ts'
import type { Random } from './random.ts'

const WAITS = [
  '等旧车卖掉',
  '等摇号结果',
  '等年终奖',
  '等新款上市',
  '等家人看车',
  '等贷款批复',
  '等停车位交付',
] as const

/** Answers that lead the default rules to this grade: an A has begun choosing, a D is content (domain.md 3). */
export function factsFor(grade: Grade, model: Model, random: Random): LeadFacts {
  const common = {
    budget: random.chance(0.7) ? model.budget : null,
    competitor: grade !== 'D' && random.chance(0.35) ? random.pick(COMPETITORS) : null,
    waitingFor: null,
    contentWithCurrent: null,
    wantsNewCar: grade !== 'D' && random.chance(0.6) ? true : null,
  }
  switch (grade) {
    case 'A':
      return {
        ...common,
        horizonMonths: random.int(1, 3),
        selectionStarted: true,
        stage: random.pick(['decision', 'comparison', null]),
      }
    case 'B':
      return {
        ...common,
        horizonMonths: random.pick([4, 5, 6, 6, null]),
        selectionStarted: random.pick([true, false, null]),
        waitingFor: random.chance(0.6) ? random.pick(WAITS) : null,
        stage: random.pick(['desire', 'comparison'] as const),
      }
    case 'C':
      return {
        ...common,
        wantsNewCar: true,
        horizonMonths: random.pick([8, 9, 12, null, null]),
        selectionStarted: random.pick([false, null]),
        stage: random.pick(['attention', 'interest', 'interest', null]),
      }
    case 'D':
      return { ...common, horizonMonths: null, selectionStarted: null, contentWithCurrent: true, stage: null }
  }
}
