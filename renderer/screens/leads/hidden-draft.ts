import type { LeadProfile } from '../../../shared/contract/leads.ts'
import type { OpenDraft } from '../../components/drafts/OpenDrafts.tsx'

/** Begun about this lead, and not in a form that shows on its page by itself. */
export function isHiddenDraft(
  { form, path }: Pick<OpenDraft, 'form' | 'path'>,
  { leadId, isMine, status }: Pick<LeadProfile, 'leadId' | 'isMine' | 'status'>,
): boolean {
  const page = `/leads/${leadId}`
  if (path === null || (path !== page && !path.startsWith(`${page}?`))) return false
  if (form === 'followUp') return !isMine || status === 'lost'
  if (form === 'screening') return !isMine || !(status === 'open' || status === 'dormant')
  return true
}
