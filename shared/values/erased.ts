/**
 * What stands where something of an erased person stood and may not be empty: no word in any language, so that nothing is found by
 * it, and not a number, so that nothing is the same as it.
 */
export const ERASED_TEXT = '—'

/** Why somebody is erased (PIPL art. 47); a code, for a sentence could hold the very name that is to go. */
export const ERASURE_REASONS = ['asked', 'consent_withdrawn', 'purpose_met', 'should_not_be_here'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

/** Backups that still hold an erased person are not kept longer than this after the erasure. */
export const ERASED_IN_BACKUPS_DAYS = 30

/** From so many people on file on an owner is told; at the second number the law calls them important data (China, 2021). */
export const MANY_PEOPLE = 80_000
export const IMPORTANT_DATA_PEOPLE = 100_000
