import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useDecideLoss } from '../../components/floor/use-decide-loss.ts'
import { useCodeWord } from '../../i18n/use-code-word.ts'

type Props = { readonly request: NonNullable<LeadProfile['lossRequest']> }

/** A loss that waits for a manager's word. */
export function LossRequestNotice({ request }: Props) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const mayDecide = useSession().can(MANAGERS)
  const { decide, isPending } = useDecideLoss()
  const details = [request.competitor, request.note].filter((text) => text !== null).join(' · ')
  return (
    <Alert
      className="fl-above"
      type="warning"
      showIcon
      title={
        <>
          <strong>
            {t('leads.loss.pending', { name: request.byName, reason: word('lossReason', request.reason) })}
          </strong>
          <div>{mayDecide ? details : [details, t('leads.loss.pendingMine')].filter(Boolean).join(' · ')}</div>
        </>
      }
      action={
        mayDecide && (
          <div className="ld-row">
            <Button size="small" loading={isPending} onClick={() => decide(request.id, 'refused')}>
              {t('leads.loss.refuse')}
            </Button>
            <Button size="small" type="primary" loading={isPending} onClick={() => decide(request.id, 'confirmed')}>
              {t('leads.loss.confirm')}
            </Button>
          </div>
        )
      }
    />
  )
}
