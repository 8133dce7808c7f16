import type { HandlersOf } from '../context.ts'
import { assignLeads, assignMatchingLeads } from '../services/lead-assignment.ts'
import { reopenLead, updateCustomerOf } from '../services/lead-changes.ts'
import { cancelOrder, decideLoss, deliverOrder, loseLead, orderLead } from '../services/lead-closing.ts'
import { findLead } from '../services/lead-find.ts'
import { readLeads } from '../services/lead-list.ts'
import { moveLead } from '../services/lead-moves.ts'
import { readLead } from '../services/lead-profile.ts'
import { screenLead } from '../services/lead-screening.ts'
import { dropView, keepView, readViews } from '../services/lead-views.ts'

export const leadHandlers: HandlersOf<'leads'> = {
  'leads.list': readLeads,
  'leads.find': findLead,
  'leads.get': readLead,
  'leads.updateCustomer': updateCustomerOf,
  'leads.screen': screenLead,
  'leads.assign': assignLeads,
  'leads.assignMatching': assignMatchingLeads,
  'leads.move': moveLead,
  'leads.views': readViews,
  'leads.saveView': keepView,
  'leads.deleteView': dropView,
  'leads.order': orderLead,
  'leads.deliver': deliverOrder,
  'leads.cancelOrder': cancelOrder,
  'leads.lose': loseLead,
  'leads.decideLoss': decideLoss,
  'leads.reopen': reopenLead,
}
