import type { Grade } from '../../values/grade.ts'

export type GradeDecision = {
  readonly grade: Grade
  /** Why a person chose otherwise; null when the rules were followed. */
  readonly reason: string | null
  readonly source: 'rules' | 'override'
}

export type GradeQuestion = {
  readonly proposed: Grade
  /** The grade the lead has; null while nobody has graded it. */
  readonly current: GradeDecision | null
  /** What a person chose just now, if anything. */
  readonly override?: { readonly grade: Grade; readonly reason: string | null }
  /** True when the facts differ from those the current grade was decided on. */
  readonly factsChanged: boolean
}

export type GradeAnswer =
  | ({ readonly ok: true } & GradeDecision)
  | { readonly ok: false; readonly code: 'override_reason_missing' }

/**
 * The grade to save (domain.md 3): the proposed one, unless a person chose another and said why; that choice then stays until
 * the facts change. Choosing what the rules propose is no override and needs no reason.
 */
export function decideGrade({ proposed, current, override, factsChanged }: GradeQuestion): GradeAnswer {
  if (override !== undefined && override.grade !== proposed) {
    const reason = override.reason?.trim() ?? ''
    if (reason === '') return { ok: false, code: 'override_reason_missing' }
    return { ok: true, grade: override.grade, reason, source: 'override' }
  }
  const stays = override === undefined && current?.source === 'override' && !factsChanged
  if (stays) return { ok: true, ...current }
  return { ok: true, grade: proposed, reason: null, source: 'rules' }
}
