import { create } from 'zustand'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'

/** Where somebody is on the way from a file to records. */
export type ImportState =
  | { readonly step: 'file' }
  | { readonly step: 'meaning' | 'preview'; readonly reading: FileReading; readonly mapping: Mapping }
  | { readonly step: 'done'; readonly plan: ImportPlan }

type ImportDraft = {
  readonly state: ImportState
  /** Whose it is: the next person at this desk begins anew. */
  readonly staffId: string | null
  readonly go: (staffId: string, state: ImportState) => void
}

/** Kept while the program is open, so that adding a colleague in the settings does not cost the work done on a file. */
export const useImportDraft = create<ImportDraft>()((set) => ({
  state: { step: 'file' },
  staffId: null,
  go: (staffId, state) => set({ staffId, state }),
}))
