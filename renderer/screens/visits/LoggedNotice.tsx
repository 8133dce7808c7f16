import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SALES } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'

/** Whom somebody has just logged. */
export type Logged = { readonly leadId: string | null; readonly name: string }

type Props = { readonly logged: Logged; readonly onClose: () => void }

/** After a visitor who left a contact: what comes next. That it is done, and how to undo it, says the bar below (components/undo). */
export function LoggedNotice({ logged, onClose }: Props) {
  const { t } = useTranslation()
  const seesLeads = useSession().can(SALES)
  if (logged.leadId === null || !seesLeads) return null
  return (
    <Alert
      className="fl-above"
      type="info"
      showIcon
      title={t('visits.next', { name: logged.name })}
      closable={{ 'aria-label': t('visits.dismiss'), onClose }}
      action={
        <span className="vs-notice">
          <Link to={`/leads/${logged.leadId}`}>{t('visits.openLead')}</Link>
        </span>
      }
    />
  )
}
