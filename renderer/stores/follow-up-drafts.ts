import { create } from 'zustand'
import type { FollowUpMethod, FollowUpOutcome } from '../../shared/values/vocabulary.ts'

/** What somebody has begun to write about a contact: kept per lead while the program is open, until it is saved. */
export type FollowUpDraft = {
  readonly method: FollowUpMethod
  readonly outcome?: FollowUpOutcome
  readonly note?: string
  readonly doneAt?: number | null
  readonly nextDueOn?: string | null
}

type Drafts = {
  readonly drafts: Readonly<Partial<Record<string, FollowUpDraft>>>
  readonly keep: (leadId: string, draft: FollowUpDraft) => void
  readonly drop: (leadId: string) => void
}

export const useFollowUpDrafts = create<Drafts>()((set) => ({
  drafts: {},
  keep: (leadId, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [leadId]: draft } })),
  drop: (leadId) => set(({ drafts }) => ({ drafts: { ...drafts, [leadId]: undefined } })),
}))
