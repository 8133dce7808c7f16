import type { HandlersOf } from '../context.ts'
import { assignLeads, reopenLead, updateCustomerOf } from '../services/lead-changes.ts'
import { cancelOrder, decideLoss, deliverOrder, loseLead, orderLead } from '../services/lead-closing.ts'
import { readLead, readLeads } from '../services/lead-profile.ts'
import { screenLead } from '../services/lead-screening.ts'

export const leadHandlers: HandlersOf<'leads'> = {
  'leads.list': readLeads,
  'leads.get': readLead,
  'leads.updateCustomer': updateCustomerOf,
  'leads.screen': screenLead,
  'leads.assign': assignLeads,
  'leads.order': orderLead,
  'leads.deliver': deliverOrder,
  'leads.cancelOrder': cancelOrder,
  'leads.lose': loseLead,
  'leads.decideLoss': decideLoss,
  'leads.reopen': reopenLead,
}
