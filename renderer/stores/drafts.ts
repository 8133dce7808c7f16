import { create } from 'zustand'
import type { KeptDraft } from '../../shared/contract/drafts.ts'
import type { DraftContent } from '../../shared/values/draft-content.ts'
import { ApiFailure } from '../api/api-failure.ts'
import { call } from '../api/client.ts'
import { queryClient, STATUS_KEY } from '../api/query-client.ts'
import { createDraftOutbox, type DraftWish, nameOf } from './draft-outbox.ts'

type FormPlace = { readonly form: string; readonly subject: string }

type Drafts = {
  /** Whoever is signed in; null: nobody, and nothing is known. */
  readonly staffId: string | null
  /** By `nameOf`: everything of theirs that is not saved yet, so that a form finds its own without waiting. */
  readonly kept: Readonly<Record<string, KeptDraft>>
  /** What was thrown away last, for a form that holds it. */
  readonly discarded: { readonly name: string } | null
}

export const useDrafts = create<Drafts>()(() => ({ staffId: null, kept: {}, discarded: null }))

const outbox = createDraftOutbox(send)

/** Everything is kept in the store's file, in the name of whoever typed it; what comes from somebody who has left waits for them. */
async function send({ staffId, form, subject, content, typedAt }: DraftWish): Promise<boolean> {
  if (useDrafts.getState().staffId !== staffId) return false
  try {
    if (content === null) await call('drafts.drop', { staffId, form, subject })
    else {
      const { savedAt } = await call('drafts.keep', { staffId, form, subject, content, typedAt })
      note(staffId, { form, subject, content, savedAt })
    }
    return true
  } catch (error) {
    return !(error instanceof ApiFailure && mayArriveLater(error))
  }
}

/** The time the store gave it; unless more has been typed meanwhile. */
function note(staffId: string, draft: KeptDraft): void {
  useDrafts.setState((state) => {
    const name = nameOf(draft)
    if (state.staffId !== staffId || state.kept[name]?.content !== draft.content) return state
    return { kept: { ...state.kept, [name]: draft } }
  })
}

function mayArriveLater({ failure: { code } }: ApiFailure): boolean {
  if (code === 'not_signed_in') void queryClient.invalidateQueries({ queryKey: STATUS_KEY })
  return code !== 'invalid_input' && code !== 'unknown_operation' && code !== 'person_erased'
}

/** Somebody has signed in: what they had not saved is there before their first form opens. */
export async function openDrafts(staffId: string): Promise<void> {
  const { drafts } = await call('drafts.list', {}).catch(() => ({ drafts: [] }))
  useDrafts.setState({ staffId, kept: Object.fromEntries(drafts.map((draft) => [nameOf(draft), draft])) })
  void outbox.flush()
}

export function closeDrafts(): void {
  outbox.stop()
  useDrafts.setState({ staffId: null, kept: {} })
}

/** Another window of the same person may have kept or saved something: the last word counts, except of what is on its way from here. */
export async function refreshDrafts(): Promise<void> {
  const { staffId } = useDrafts.getState()
  const answer = await call('drafts.list', {}).catch(() => null)
  if (answer === null) return
  useDrafts.setState((state) => {
    if (staffId === null || state.staffId !== staffId) return state
    const mine = Object.entries(state.kept).filter(([name]) => outbox.isUnderWay(name))
    const theirs = answer.drafts.map((draft) => [nameOf(draft), draft] as const)
    return { kept: Object.fromEntries([...theirs.filter(([name]) => !outbox.isUnderWay(name)), ...mine]) }
  })
}

export function findDraft(place: FormPlace): KeptDraft | null {
  return useDrafts.getState().kept[nameOf(place)] ?? null
}

export function keepDraft({ form, subject }: FormPlace, content: DraftContent): void {
  const { staffId, kept } = useDrafts.getState()
  if (staffId === null) return
  const draft = { form, subject, content, savedAt: Date.now() }
  useDrafts.setState({ kept: { ...kept, [nameOf(draft)]: draft } })
  outbox.put({ staffId, form, subject, content, typedAt: draft.savedAt })
}

/** It was saved, or is not wanted any more. */
export function dropDraft(place: FormPlace): void {
  const { staffId, kept } = useDrafts.getState()
  const name = nameOf(place)
  const { [name]: dropped, ...others } = kept
  if (staffId === null || dropped === undefined) return
  useDrafts.setState({ kept: others })
  outbox.put({ staffId, form: place.form, subject: place.subject, content: null, typedAt: Date.now() })
  void outbox.flush()
}

/** Thrown away from a list: a form that holds it is emptied. */
export function discardDraft(place: FormPlace): void {
  dropDraft(place)
  useDrafts.setState({ discarded: { name: nameOf(place) } })
}

/** Answers how to stop hearing that what stands here was thrown away. */
export function onDiscarded(place: FormPlace, hear: () => void): () => void {
  return useDrafts.subscribe(({ discarded }, before) => {
    if (discarded !== before.discarded && discarded?.name === nameOf(place)) hear()
  })
}

/** Before anybody leaves their place: what was typed last is in the store when this is done, or could not get there. */
export function flushDrafts(): Promise<void> {
  return outbox.flush()
}

export function sendDraftsAway(): void {
  outbox.flushAway()
}
