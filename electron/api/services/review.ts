import { listReviewQueue } from '../../../db/facts/review-queue.ts'
import { findFollowUp, saveReview } from '../../../db/repositories/follow-ups.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import type { Context } from '../context.ts'

export function readReviewQueue(
  context: Context,
  input: ParsedInputOf<'followUps.reviewQueue'>,
): OutputOf<'followUps.reviewQueue'> {
  const { from, to, staffId, show } = input
  const records = listReviewQueue(context.db, { from, to, asOf: context.today, staffId }, show)
  return {
    total: records.length,
    items: records.map(({ suspicions, ...record }) => ({ ...record, suspicions: letters(suspicions) })),
  }
}

const RULES = ['a', 'b', 'c', 'd', 'e', 'f'] as const

function letters(suspicions: string): ReviewItem['suspicions'] {
  const named = suspicions.split(',')
  return RULES.filter((rule) => named.includes(rule))
}

export function reviewFollowUp(
  context: Context,
  input: ParsedInputOf<'followUps.review'>,
): OutputOf<'followUps.review'> {
  const { db, me, now, today } = context
  const followUp = findFollowUp(db, input.followUpId)
  if (followUp === null || !followUp.isDone) throw new Refusal('not_found')
  // Nobody approves their own work.
  if (followUp.staffId === me.id) throw new Refusal('own_record')
  const isVerdict = input.verdict !== null
  saveReview(db, followUp.id, {
    review: input.verdict,
    reviewedBy: isVerdict ? me.id : null,
    reviewedAt: isVerdict ? now : null,
    reviewedOn: isVerdict ? today : null,
    reviewNote: isVerdict ? input.note : null,
  })
  return { done: true }
}
