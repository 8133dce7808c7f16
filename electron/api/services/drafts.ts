import type { Db } from '../../../db/connection.ts'
import { isDraftOfErased } from '../../../db/person/erased-subjects.ts'
import { dropDraft, dropDraftsBefore, keepDraft, listDrafts } from '../../../db/repositories/drafts.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import { DRAFT_DAYS, DRAFTS_KEPT, isDraftContent } from '../../../shared/values/draft-content.ts'
import type { Context } from '../context.ts'

const keptSince = (now: Instant): Instant => now - DRAFT_DAYS * 86_400_000

export function readDrafts({ db, me, now }: Context): OutputOf<'drafts.list'> {
  const drafts = listDrafts(db, me.id, keptSince(now)).flatMap(({ content, ...draft }) => {
    const parsed: unknown = JSON.parse(content)
    // A newer program may keep more than this one takes back.
    return isDraftContent(parsed) ? [{ ...draft, content: parsed }] : []
  })
  return { drafts }
}

export function keepOwnDraft(context: Context, input: ParsedInputOf<'drafts.keep'>): OutputOf<'drafts.keep'> {
  const { now } = context
  assertOwn(context, input.staffId)
  // A form that was open when the person was erased: what stands in it may be their very name.
  if (isDraftOfErased(context.db, input.subject)) throw new Refusal('person_erased')
  const { typedAt = now } = input
  keepDraft(context.db, { ...input, content: JSON.stringify(input.content), savedAt: now, typedAt }, DRAFTS_KEPT)
  return { savedAt: now }
}

export function dropOwnDraft(context: Context, place: ParsedInputOf<'drafts.drop'>): OutputOf<'drafts.drop'> {
  assertOwn(context, place.staffId)
  dropDraft(context.db, place)
  return { done: true }
}

/** What nobody has come back to for two weeks is forgotten. */
export function forgetOldDrafts(db: Db, now: Instant): void {
  dropDraftsBefore(db, keptSince(now))
}

function assertOwn({ me }: Context, staffId: string): void {
  if (staffId !== me.id) throw new Refusal('not_yours')
}
