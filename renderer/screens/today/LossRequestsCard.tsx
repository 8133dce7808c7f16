import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { useDecideLoss } from '../../components/floor/use-decide-loss.ts'
import { TimeText } from '../../components/ui/Values.tsx'
import { useCodeWord } from '../../i18n/use-code-word.ts'

type Request = OutputOf<'followUps.teamDay'>['lossRequests'][number]

/** Losses that wait for a manager's word. */
export function LossRequestsCard({ requests }: { readonly requests: readonly Request[] }) {
  const { t } = useTranslation()
  return (
    <section className="fl-card" aria-labelledby="td-losses">
      <h2 id="td-losses">
        {t('today.team.losses')} <span className="np-num">{requests.length}</span>
      </h2>
      {requests.length === 0 && <p className="np-muted td-none">{t('today.team.lossesNone')}</p>}
      <ul className="td-rows">
        {requests.map((request) => (
          <Row key={request.requestId} request={request} />
        ))}
      </ul>
    </section>
  )
}

function Row({ request }: { readonly request: Request }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const { decide, isPending } = useDecideLoss()
  const name = request.customerName
  const competitor = request.competitor === null ? null : t('today.team.competitor', { name: request.competitor })
  const details = [competitor, request.note].filter((part) => part !== null).join(' · ')
  return (
    <li>
      <span className="td-row-text">
        <Link className="fl-name" to={`/leads/${request.leadId}`}>
          {name}
        </Link>{' '}
        <span>
          {t('today.team.lossLine', { who: request.requestedByName, reason: word('lossReason', request.reason) })}
        </span>
        <span className="np-muted td-line">
          {details} <TimeText value={request.requestedAt} />
        </span>
      </span>
      <Button
        size="small"
        loading={isPending}
        aria-label={t('today.team.refuseOf', { name })}
        onClick={() => decide(request.requestId, 'refused')}
      >
        {t('leads.loss.refuse')}
      </Button>
      <Button
        size="small"
        type="primary"
        loading={isPending}
        aria-label={t('today.team.confirmOf', { name })}
        onClick={() => decide(request.requestId, 'confirmed')}
      >
        {t('leads.loss.confirm')}
      </Button>
    </li>
  )
}
