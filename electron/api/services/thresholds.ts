import { readThresholds, saveThresholds } from '../../../db/repositories/thresholds.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { LIGHT_KEYS, limitFaults } from '../../../shared/domain/lights.ts'
import type { Context } from '../context.ts'

export function readLimits(context: Context): AnswerOf<'thresholds.get'> {
  return { thresholds: readThresholds(context.db) }
}

export function changeLimits(
  context: Context,
  { limits }: ParsedInputOf<'thresholds.save'>,
): AnswerOf<'thresholds.save'> {
  const fields = LIGHT_KEYS.flatMap((key) =>
    limitFaults(key, limits[key]).map(({ field, code }) => ({ path: `limits.${key}.${field}`, code })),
  )
  if (fields.length > 0) throw new Refusal('invalid_input', { fields })
  saveThresholds(context.db, limits)
  return { done: true }
}
