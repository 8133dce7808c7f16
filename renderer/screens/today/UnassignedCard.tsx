import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { SALES } from '../../../shared/contract/operation.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { StaffSelect } from '../../components/floor/StaffSelect.tsx'
import { spanOf } from '../../components/floor/span.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'

type Unassigned = OutputOf<'followUps.teamDay'>['unassigned'][number]

/** Leads that wait for somebody, the longest waiting first; red past the store's response time. */
export function UnassignedCard({ leads }: { readonly leads: readonly Unassigned[] }) {
  const { t } = useTranslation()
  const responseMinutes = useRead('store.get', {}).data?.responseMinutes ?? Number.POSITIVE_INFINITY
  return (
    <section className="fl-card" aria-labelledby="td-unassigned">
      <h2 id="td-unassigned">
        {t('today.team.unassigned')} <span className="np-num">{leads.length}</span>
      </h2>
      {leads.length === 0 && <p className="np-muted td-none">{t('today.team.unassignedNone')}</p>}
      <ul className="td-rows">
        {leads.map((lead) => (
          <Row key={lead.leadId} lead={lead} isLate={lead.waitingMinutes > responseMinutes} />
        ))}
      </ul>
    </section>
  )
}

function Row({ lead, isLate }: { readonly lead: Unassigned; readonly isLate: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const [staffId, setStaffId] = useState<string | null>(null)
  const { mutate, isPending } = useAct('leads.assign', { said: t('today.team.assigned') })
  const { unit, count } = spanOf(lead.waitingMinutes)
  const assign = () =>
    mutate(
      { leadIds: [lead.leadId], staffId, reason: null },
      { onError: (error) => void message.error(failureText(error)) },
    )
  return (
    <li>
      <span className="td-row-text">
        <Link className="fl-name" to={`/leads/${lead.leadId}`}>
          {lead.customerName}
        </Link>{' '}
        <span className="np-muted">{[lead.model, lead.channelName].filter((part) => part !== null).join(' · ')}</span>
        <span className={isLate ? 'fl-red td-line' : 'np-muted td-line'}>
          {t('today.team.waiting', { time: t(`today.team.${unit}`, { count }) })}
        </span>
      </span>
      <StaffSelect
        roles={SALES}
        size="small"
        style={{ width: '7.5rem' }}
        placeholder={t('leads.assign.whom')}
        ariaLabel={t('today.team.assignTo', { name: lead.customerName })}
        value={staffId}
        onChange={setStaffId}
      />
      <Button size="small" disabled={staffId === null} loading={isPending} onClick={assign}>
        {t('today.team.assign')}
      </Button>
    </li>
  )
}
