import type { Instant } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'

/** A clock on another PC may run a little ahead; further than this is a slip of the hand. */
const TOLERANCE_MS = 120_000

/** Whether a moment somebody gave has not happened yet. */
export function isStillToCome(context: Context, at: Instant): boolean {
  return at > context.now + TOLERANCE_MS
}
