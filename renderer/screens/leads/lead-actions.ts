import type { LeadProfile } from '../../../shared/contract/leads.ts'

export type LeadAction = 'testDrive' | 'order' | 'lose' | 'reopen' | 'assign'

/** What this person may do with a lead as it stands; the gate decides again. */
export function actionsOf(
  lead: Pick<LeadProfile, 'isMine' | 'status' | 'lossRequest'>,
  manages: boolean,
): readonly LeadAction[] {
  if (!lead.isMine) return []
  const isLive = lead.status === 'open' || lead.status === 'dormant'
  const actions: LeadAction[] = []
  if (isLive) actions.push('testDrive', 'order')
  if (isLive && (manages || lead.lossRequest === null)) actions.push('lose')
  if (lead.status === 'lost' || lead.status === 'dormant') actions.push('reopen')
  if (manages) actions.push('assign')
  return actions
}
