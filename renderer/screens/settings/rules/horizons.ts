import type { Slot } from '../../../../shared/contract/setup.ts'
import {
  type GradeAlternatives,
  sameAlternatives,
  withHorizonsOf,
} from '../../../../shared/domain/screening/rule-edits.ts'
import type { Grade } from '../../../../shared/values/grade.ts'

type Horizon = Pick<Slot, 'slot' | 'horizonDays'>

/** The store's horizons by slot. */
export function horizonsOfSlots(slots: readonly Horizon[]): Parameters<typeof withHorizonsOf>[0] {
  const of = (grade: Grade) => ({ horizonDays: slots.find(({ slot }) => slot === grade)?.horizonDays ?? null })
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D') }
}

/** Whether the rules ask for other horizons than the scheme has. */
export function horizonsDiffer(slots: readonly Horizon[], alternatives: GradeAlternatives): boolean {
  return !sameAlternatives(withHorizonsOf(horizonsOfSlots(slots), alternatives), alternatives)
}
