import type { Slot } from '../../../shared/contract/setup.ts'
import { GRADE_SCHEMES, type GradeSchemeKey } from '../../../shared/domain/screening/schemes.ts'
import { GRADES } from '../../../shared/values/grade.ts'

export const SCHEME_KEYS = ['abcd', 'habc', 'days'] as const satisfies readonly GradeSchemeKey[]

/** A shipped scheme as the four rows of the form. */
export function slotsOf(key: GradeSchemeKey): Slot[] {
  return GRADES.map((slot) => ({ slot, ...GRADE_SCHEMES[key][slot] }))
}

export function isSameSlots(one: readonly Slot[], other: readonly Slot[]): boolean {
  return one.every((slot, index) => {
    const twin = other[index]
    return (
      twin !== undefined &&
      slot.label === twin.label &&
      slot.horizonDays === twin.horizonDays &&
      slot.cadenceDays === twin.cadenceDays &&
      slot.firstContactHours === twin.firstContactHours &&
      slot.dormantDays === twin.dormantDays
    )
  })
}

/** The shipped scheme these rows are, or null when they are the store's own. */
export function schemeOf(slots: readonly Slot[]): GradeSchemeKey | null {
  return SCHEME_KEYS.find((key) => isSameSlots(slotsOf(key), slots)) ?? null
}
