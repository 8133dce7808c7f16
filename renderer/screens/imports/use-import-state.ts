import { useSession } from '../../api/session.ts'
import { EMPTY_DESK, type ImportState, useImportDraft } from '../../stores/import-draft.ts'

/** The person's own way through an import, and how to go on. */
export function useImportState(): readonly [ImportState, (state: ImportState) => void] {
  const { me } = useSession()
  const { desks, go } = useImportDraft()
  return [(desks[me.id] ?? EMPTY_DESK).state, (state) => go(me.id, state)]
}
