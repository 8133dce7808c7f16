import type { Grade } from '../../values/grade.ts'

/** What a store shows and keeps for one slot; the slot itself is always A, B, C or D (domain.md 3). */
export type GradeSlot = {
  readonly label: string
  /** Expected to buy within so many days; null = beyond every horizon. */
  readonly horizonDays: number | null
  readonly cadenceDays: number
  /** The first contact is owed within so many hours of assignment. */
  readonly firstContactHours: number
  /** Silent for so many days, a lead goes dormant. */
  readonly dormantDays: number
}
export type GradeScheme = Readonly<Record<Grade, GradeSlot>>

/** The schemes that ship. `abcd` is the default and equals what the first migration writes. */
export const GRADE_SCHEMES = {
  abcd: {
    A: { label: 'A', horizonDays: 90, cadenceDays: 2, firstContactHours: 24, dormantDays: 30 },
    B: { label: 'B', horizonDays: 180, cadenceDays: 7, firstContactHours: 24, dormantDays: 60 },
    C: { label: 'C', horizonDays: null, cadenceDays: 15, firstContactHours: 48, dormantDays: 120 },
    D: { label: 'D', horizonDays: null, cadenceDays: 90, firstContactHours: 72, dormantDays: 365 },
  },
  habc: {
    A: { label: 'H', horizonDays: 7, cadenceDays: 2, firstContactHours: 24, dormantDays: 15 },
    B: { label: 'A', horizonDays: 30, cadenceDays: 7, firstContactHours: 24, dormantDays: 45 },
    C: { label: 'B', horizonDays: 90, cadenceDays: 14, firstContactHours: 48, dormantDays: 120 },
    D: { label: 'C', horizonDays: null, cadenceDays: 30, firstContactHours: 72, dormantDays: 240 },
  },
  days: {
    A: { label: '7', horizonDays: 7, cadenceDays: 2, firstContactHours: 24, dormantDays: 15 },
    B: { label: '15', horizonDays: 15, cadenceDays: 4, firstContactHours: 24, dormantDays: 30 },
    C: { label: '30', horizonDays: 30, cadenceDays: 7, firstContactHours: 48, dormantDays: 60 },
    D: { label: '90', horizonDays: 90, cadenceDays: 15, firstContactHours: 72, dormantDays: 180 },
  },
} as const satisfies Record<string, GradeScheme>
export type GradeSchemeKey = keyof typeof GRADE_SCHEMES

/** The cadences of a scheme alone, as screening and workload ask for them. */
export function cadencesOf(scheme: GradeScheme): Readonly<Record<Grade, number>> {
  return {
    A: scheme.A.cadenceDays,
    B: scheme.B.cadenceDays,
    C: scheme.C.cadenceDays,
    D: scheme.D.cadenceDays,
  }
}
