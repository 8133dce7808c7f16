import type { HandlersOf } from '../context.ts'
import { dropOwnDraft, keepOwnDraft, readDrafts } from '../services/drafts.ts'

export const draftHandlers: HandlersOf<'drafts'> = {
  'drafts.list': readDrafts,
  'drafts.keep': keepOwnDraft,
  'drafts.drop': dropOwnDraft,
}
