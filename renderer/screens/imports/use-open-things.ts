import { useRead } from '../../api/use-read.ts'
import type { FileDraft } from '../../stores/import-draft.ts'
import { type OpenThings, openThings } from './step-view.ts'

const ANY = { filter: {}, offset: 0, limit: 1 }

/** What the file still asks for. An empty store has no number on file, so nothing is asked about those. */
export function useOpenThings(draft: FileDraft): OpenThings {
  const known = useRead('leads.list', ANY).data?.total ?? 0
  return openThings(draft, known > 0)
}
