import type { FoundLead } from '../../../shared/contract/lead-list.ts'
import { actionsOf } from '../../screens/leads/lead-actions.ts'
import { LEAD_ASKS, type LeadAsk } from '../asks.ts'

/** What this person may do with a customer as far as the search says; the screen and the gate decide again. */
export function actsOn(lead: Pick<FoundLead, 'isMine' | 'status'>, manages: boolean): readonly LeadAsk[] {
  const offered = actionsOf({ ...lead, lossRequest: null }, manages)
  return LEAD_ASKS.filter((ask) => {
    switch (ask) {
      case 'followUp':
      case 'plan':
        return lead.isMine && lead.status !== 'lost'
      case 'loss':
        return offered.includes('lose')
      default:
        return offered.includes(ask)
    }
  })
}
