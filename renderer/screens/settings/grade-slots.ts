import type { Slot } from '../../../shared/contract/setup.ts'
import { GRADE_SCHEMES, type GradeSchemeKey } from '../../../shared/domain/screening/schemes.ts'
import { GRADES } from '../../../shared/values/grade.ts'

export const SCHEME_KEYS = ['abcd', 'habc', 'days'] as const satisfies readonly GradeSchemeKey[]

/** A shipped scheme as the four rows of the form. */
export function slotsOf(key: GradeSchemeKey): Slot[] {
  return GRADES.map((slot) => ({ slot, ...GRADE_SCHEMES[key][slot] }))
}

/** The shipped scheme these rows are, or null when they are the store's own. */
export function schemeOf(slots: readonly Slot[]): GradeSchemeKey | null {
  const isSame = (key: GradeSchemeKey) =>
    slotsOf(key).every((shipped, index) => {
      const own = slots[index]
      return (
        own !== undefined &&
        own.label === shipped.label &&
        own.horizonDays === shipped.horizonDays &&
        own.cadenceDays === shipped.cadenceDays &&
        own.firstContactHours === shipped.firstContactHours &&
        own.dormantDays === shipped.dormantDays
      )
    })
  return SCHEME_KEYS.find(isSame) ?? null
}
