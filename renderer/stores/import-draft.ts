import { create } from 'zustand'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import type { ClientFailure } from '../api/api-failure.ts'

export const DRAFT_STEPS = ['table', 'columns', 'questions', 'values', 'preview'] as const
export type DraftStep = (typeof DRAFT_STEPS)[number]

/** A file and what has been said about it so far. */
export type FileDraft = {
  readonly reading: FileReading
  readonly mapping: Mapping
  /** Guesses a person has looked at and found right: a question's key, or `field:value`. */
  readonly accepted: readonly string[]
  /** What was last previewed; only of the mapping as it stands. */
  readonly plan: ImportPlan | null
}

/** Where somebody is on the way from a file to records. */
export type ImportState =
  | { readonly step: 'file' }
  | { readonly step: DraftStep; readonly draft: FileDraft }
  | { readonly step: 'done'; readonly plan: ImportPlan; readonly batchId: string }

export type JobKind = 'read' | 'remap' | 'useTemplate' | 'preview' | 'run' | 'undo'

/** Long work somebody has asked for; with a failure it is over. */
export type ImportJob = {
  readonly jobId: string
  readonly kind: JobKind
  /** The file it is about. */
  readonly name: string
  readonly isCancelling: boolean
  readonly failure: ClientFailure | null
}

type Desk = { readonly state: ImportState; readonly job: ImportJob | null }

type ImportDraft = {
  /** One each: the next person at this desk begins anew, and finds nothing of the last. */
  readonly desks: Readonly<Record<string, Desk>>
  readonly go: (staffId: string, state: ImportState) => void
  readonly setJob: (staffId: string, job: ImportJob | null) => void
}

export const EMPTY_DESK: Desk = { state: { step: 'file' }, job: null }

/** Kept while the program is open: leaving the screen costs neither the work done on a file nor the work being done. */
export const useImportDraft = create<ImportDraft>()((set) => ({
  desks: {},
  go: (staffId, state) =>
    set(({ desks }) => ({ desks: { ...desks, [staffId]: { ...(desks[staffId] ?? EMPTY_DESK), state } } })),
  setJob: (staffId, job) =>
    set(({ desks }) => ({ desks: { ...desks, [staffId]: { ...(desks[staffId] ?? EMPTY_DESK), job } } })),
}))
