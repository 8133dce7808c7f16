import { z } from 'zod'
import { type DraftContent, isDraftContent } from '../values/draft-content.ts'
import { done, id, moment, nothing, text } from './fields.ts'
import { EVERYONE, operation } from './operation.ts'

/** Which form, and about what: the two together are the draft's name among its writer's. */
const place = {
  form: z.string().regex(/^[a-z][A-Za-z]{0,39}$/, { error: 'invalid' }),
  /** A lead's, a visit's, a month's name; empty where a form is about nothing yet. */
  subject: text.max(400, { error: 'too_long' }),
}

/**
 * Whose it is: refused when somebody else sits here by now, for what was typed last may arrive after a switch of person.
 */
const writer = { staffId: id }

const content = z.custom<DraftContent>(isDraftContent, { error: 'invalid' })

const draft = z.object({ ...place, content, savedAt: moment })
export type KeptDraft = z.infer<typeof draft>

/** Tasks and not commands: what is not saved yet is no record, leaves nothing in the audit trail and cannot be undone. */
export const drafts = {
  list: operation({
    kind: 'query',
    about: 'What the caller has begun to write and not saved yet, newest first; never another person’s.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ drafts: z.array(draft) }),
  }),
  keep: operation({
    kind: 'task',
    about: 'Keep what has been typed so far, in place of what was kept of this form before.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    /** When it was typed, by the page's own clock: of two on their way at once the later one counts. Left out: now. */
    input: z.object({ ...writer, ...place, content, typedAt: moment.optional() }),
    output: z.object({ savedAt: moment }),
  }),
  drop: operation({
    kind: 'task',
    about: 'Forget what was begun: it has been saved, or is not wanted any more.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: z.object({ ...writer, ...place }),
    output: done,
  }),
}
