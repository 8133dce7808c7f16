import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { OpenDrafts } from '../../components/drafts/OpenDrafts.tsx'
import { AssignModal } from '../../components/floor/AssignModal.tsx'
import { FollowUpForm, type FollowUpValues } from '../../components/floor/FollowUpForm.tsx'
import { ReasonModal } from '../../components/floor/ReasonModal.tsx'
import { useCadence } from '../../components/floor/use-cadence.ts'
import { useRuleSet } from '../../components/floor/use-rule-set.ts'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { DealsCard } from './DealsCard.tsx'
import { isHiddenDraft } from './hidden-draft.ts'
import { LeadHeader } from './LeadHeader.tsx'
import { LossModal } from './LossModal.tsx'
import { LossRequestNotice } from './LossRequestNotice.tsx'
import { actionsOf, type LeadAction } from './lead-actions.ts'
import { OrderModal } from './OrderModal.tsx'
import { PlanModal } from './PlanModal.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import { ErasedLead } from './person/ErasedLead.tsx'
import { ScreeningCard } from './ScreeningCard.tsx'
import { TimelineCard } from './TimelineCard.tsx'
import { type LeadDialog, useLeadActs } from './use-lead-acts.ts'
import './leads.css'

export function LeadScreen() {
  const { leadId = '' } = useParams()
  const lead = useRead('leads.get', { leadId })
  return (
    <Page>
      {
        <Loaded read={lead}>
          {(data) =>
            data.erased === null ? (
              <LeadPage key={data.leadId} lead={data} />
            ) : (
              <ErasedLead lead={data} erased={data.erased} />
            )
          }
        </Loaded>
      }
    </Page>
  )
}

function LeadPage({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const cadence = useCadence()
  const ruleSet = useRuleSet()
  const [form] = Form.useForm<FollowUpValues>()
  const [asked, setAsked] = useState<LeadDialog | null>(null)
  const isLive = lead.status === 'open' || lead.status === 'dormant'
  const { act } = useLeadActs(lead, form, setAsked)
  return (
    <>
      <LeadHeader lead={lead} actions={<Actions lead={lead} onAct={act} />} onPlan={() => act('plan')} />
      {asked === null && <OpenDrafts where={(draft) => isHiddenDraft(draft, lead)} />}
      {!lead.isMine && <OthersNotice lead={lead} />}
      {lead.lossRequest !== null && <LossRequestNotice request={lead.lossRequest} />}
      {lead.isMine && lead.status === 'lost' && (
        <Alert className="fl-above" type="info" showIcon title={t('leads.page.closed')} />
      )}
      <div className="ld-columns">
        <div className="ld-column">
          {lead.isMine && lead.status !== 'lost' && (
            <section className="fl-card" aria-labelledby="ld-follow-up">
              <h2 id="ld-follow-up">{t('leads.followUp.title')}</h2>
              <FollowUpForm
                form={form}
                lead={lead}
                customerName={lead.customer.name}
                hasPhone={lead.customer.phone !== null}
              />
            </section>
          )}
          <TimelineCard entries={lead.timeline} />
        </div>
        <div className="ld-column">
          <DealsCard lead={lead} />
          {lead.isMine && isLive && cadence !== null && ruleSet !== null && (
            <ScreeningCard lead={lead} cadence={cadence} ruleSet={ruleSet} />
          )}
          <ProfileCard lead={lead} />
        </div>
      </div>
      <Asked lead={lead} asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

function Actions({ lead, onAct }: { readonly lead: LeadProfile; readonly onAct: (action: LeadAction) => void }) {
  const { t } = useTranslation()
  const manages = useSession().can(MANAGERS)
  const words: Record<LeadAction, string> = {
    testDrive: t('leads.page.testDrive'),
    order: t('leads.page.order'),
    lose: t(manages ? 'leads.page.lose' : 'leads.page.requestLoss'),
    reopen: t('leads.page.reopen'),
    assign: t(lead.ownerId === null ? 'leads.page.assignFirst' : 'leads.page.assign'),
  }
  return actionsOf(lead, manages).map((action) => (
    <Button key={action} type={action === 'order' ? 'primary' : 'default'} onClick={() => onAct(action)}>
      {words[action]}
    </Button>
  ))
}

function OthersNotice({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const text = lead.ownerName === null ? t('leads.page.othersNobody') : t('leads.page.others', { name: lead.ownerName })
  return <Alert className="fl-above" type="info" showIcon title={text} />
}

type AskedProps = { readonly lead: LeadProfile; readonly asked: LeadDialog | null; readonly onClose: () => void }

function Asked({ lead, asked, onClose }: AskedProps) {
  const { t } = useTranslation()
  const cadence = useCadence()
  switch (asked) {
    case 'order':
      return <OrderModal lead={lead} onClose={onClose} />
    case 'lose':
      return <LossModal lead={lead} onClose={onClose} />
    case 'assign':
      return <AssignModal leadIds={[lead.leadId]} changesOwner={lead.ownerId !== null} onClose={onClose} />
    case 'reopen':
      return (
        <ReasonModal
          op="leads.reopen"
          title={t('leads.reopenTitle')}
          okText={t('leads.page.reopen')}
          about={t('leads.reopenAbout')}
          subject={lead.leadId}
          inputOf={(reason) => ({ leadId: lead.leadId, reason })}
          onClose={onClose}
        />
      )
    case 'plan':
      return cadence === null ? null : <PlanModal lead={lead} cadence={cadence} onClose={onClose} />
    case null:
      return null
  }
}
