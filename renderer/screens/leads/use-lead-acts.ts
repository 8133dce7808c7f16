import type { FormInstance } from 'antd'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useOpenRequest } from '../../components/drafts/use-open-request.ts'
import type { FollowUpValues } from '../../components/floor/FollowUpForm.tsx'
import { useShortcuts } from '../../components/keys/use-shortcuts.ts'
import { actionsOf, type LeadAction } from './lead-actions.ts'

/** Everything done on the page of a lead: its buttons, the next date, and the follow-up that is always there. */
export type LeadAct = LeadAction | 'plan' | 'followUp'
/** Those that are asked about in a dialog. */
export type LeadDialog = Exclude<LeadAct, 'testDrive' | 'followUp'>

const BY_ADDRESS: Readonly<Partial<Record<string, LeadAct>>> = {
  followUp: 'followUp',
  testDrive: 'testDrive',
  plan: 'plan',
  order: 'order',
  loss: 'lose',
  assign: 'assign',
}

/** What can be done with this lead now, by button, by key and by address (`?open=order`); what cannot be is not done. */
export function useLeadActs(
  lead: LeadProfile,
  form: FormInstance<FollowUpValues>,
  onDialog: (dialog: LeadDialog) => void,
): { readonly act: (act: LeadAct) => void } {
  const manages = useSession().can(MANAGERS)
  const writes = lead.isMine && lead.status !== 'lost'
  const possible: readonly LeadAct[] = [...actionsOf(lead, manages), ...(writes ? (['followUp', 'plan'] as const) : [])]
  const act = (what: LeadAct) => {
    if (what === 'followUp') return form.focusField('outcome')
    if (what !== 'testDrive') return onDialog(what)
    form.setFieldsValue({ method: 'test_drive', outcome: 'reached' })
    form.focusField('note')
  }
  const key = (what: LeadAct) => (possible.includes(what) ? () => act(what) : undefined)
  useShortcuts({
    leadFollowUp: key('followUp'),
    leadTestDrive: key('testDrive'),
    leadPlan: key('plan'),
    leadOrder: key('order'),
    leadLose: key('lose'),
    leadAssign: key('assign'),
  })
  useOpenRequest((asked) => {
    const what = BY_ADDRESS[asked]
    if (what === undefined) return false
    if (possible.includes(what)) act(what)
    return true
  })
  return { act }
}
