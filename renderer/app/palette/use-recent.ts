import type { FoundLead } from '../../../shared/contract/lead-list.ts'
import { SALES } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { recentOf, useRecents } from '../../stores/palette.ts'

const NOBODY: readonly FoundLead[] = []

/** What this person used last. Asked ahead of the palette as well, so that nothing moves in it after it is open. */
export function useRecent(): { readonly keys: readonly string[]; readonly leads: readonly FoundLead[] } {
  const { me, can } = useSession()
  const { keys, leadIds } = recentOf(useRecents(), me.id)
  const enabled = can(SALES) && leadIds.length > 0
  const read = useRead('leads.find', { by: 'leads', leadIds: [...leadIds] }, { enabled, keepLast: true })
  return { keys, leads: read.data?.rows ?? NOBODY }
}
