import { useSession } from '../../api/session.ts'
import { type ImportState, useImportDraft } from '../../stores/import-draft.ts'

/** The person's own way through an import, and how to go on. */
export function useImportState(): readonly [ImportState, (state: ImportState) => void] {
  const { me } = useSession()
  const { state, staffId, go } = useImportDraft()
  return [staffId === me.id ? state : { step: 'file' }, (next) => go(me.id, next)]
}
