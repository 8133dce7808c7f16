import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { ReasonModal } from '../../components/floor/ReasonModal.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { DeliverModal } from './DeliverModal.tsx'

type Deal = LeadProfile['deals'][number]

/** The orders of a lead: what was sold, delivered, cancelled. */
export function DealsCard({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ readonly act: 'deliver' | 'cancel'; readonly deal: Deal } | null>(null)
  if (lead.deals.length === 0) return null
  return (
    <section className="fl-card" aria-labelledby="ld-deals">
      <h2 id="ld-deals">{t('leads.deal.title')}</h2>
      {lead.deals.map((deal) => (
        <DealLine key={deal.id} deal={deal} mayAct={lead.isMine} onAct={(act) => setAsked({ act, deal })} />
      ))}
      {asked?.act === 'deliver' && <DeliverModal deal={asked.deal} onClose={() => setAsked(null)} />}
      {asked?.act === 'cancel' && (
        <ReasonModal
          op="leads.cancelOrder"
          title={t('leads.deal.cancel')}
          okText={t('leads.deal.cancel')}
          about={t('leads.deal.cancelAbout')}
          subject={asked.deal.id}
          inputOf={(reason) => ({ dealId: asked.deal.id, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

type LineProps = {
  readonly deal: Deal
  readonly mayAct: boolean
  readonly onAct: (act: 'deliver' | 'cancel') => void
}

function DealLine({ deal, mayAct, onAct }: LineProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const isLive = deal.cancelledOn === null
  const state = isLive
    ? deal.deliveredOn === null
      ? t('leads.deal.notDelivered')
      : `${t('leads.deal.delivered')} ${format.dayMonth(deal.deliveredOn)}`
    : `${t('leads.deal.cancelled')} ${format.dayMonth(deal.cancelledOn)}`
  const figures = [
    [t('leads.deal.price'), format.money(deal.priceFen)],
    [t('leads.deal.grossProfit'), format.money(deal.grossProfitFen)],
    [t('leads.deal.by'), deal.staffName],
  ]
  return (
    <div className="ld-deal">
      <div>
        <strong>{deal.model ?? t('common.notGiven')}</strong>{' '}
        <span className="np-num">{format.date(deal.orderedOn)}</span> <Tag variant="filled">{state}</Tag>
        <div className="np-muted np-num">{figures.map(([name, value]) => `${name} ${value}`).join(' · ')}</div>
      </div>
      {mayAct && isLive && (
        <div className="ld-row">
          {deal.deliveredOn === null && (
            <Button size="small" onClick={() => onAct('deliver')}>
              {t('leads.deal.deliver')}
            </Button>
          )}
          <Button size="small" danger onClick={() => onAct('cancel')}>
            {t('leads.deal.cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
